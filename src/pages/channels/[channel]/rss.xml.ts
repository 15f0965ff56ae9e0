import type { APIContext } from 'astro';
import { createFeedResponse } from '../../../feed-response.ts';
import { paths } from '../../../news/address.ts';
import { loadNewsroom } from '../../../newsroom.ts';

export async function getStaticPaths() {
  const { settings } = await loadNewsroom();
  return settings.channels.map(({ id }) => ({ params: { channel: id } }));
}

export async function GET({ params }: APIContext): Promise<Response> {
  const newsroom = await loadNewsroom();
  const { site, channels } = newsroom.settings;
  const channel = channels.find(({ id }) => id === params['channel']);
  const articles = [...newsroom.articles, ...newsroom.withdrawn].filter(
    (article) => article.channel === channel?.id,
  );
  return createFeedResponse(newsroom, articles, {
    title: `${site.name} · ${channel?.name}`,
    description: channel?.description ?? site.description,
    path: paths.channelFeed(channel?.id ?? ''),
  });
}
