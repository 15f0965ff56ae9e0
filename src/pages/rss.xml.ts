import { createFeedResponse } from '../feed-response.ts';
import { paths } from '../news/address.ts';
import { loadNewsroom } from '../newsroom.ts';

export async function GET(): Promise<Response> {
  const newsroom = await loadNewsroom();
  const { site } = newsroom.settings;
  return createFeedResponse(newsroom, [...newsroom.articles, ...newsroom.withdrawn], {
    title: site.name,
    description: site.description,
    path: paths.feed,
  });
}
