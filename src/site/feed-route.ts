import { paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { type FeedItem, listFeedItems } from '../news/feed.ts';
import { dropReprints } from '../news/reprint-clusters.ts';
import type { Channel } from '../news/settings-schema.ts';
import { findLead } from './home.ts';
import type { Newsroom } from './newsroom.ts';
import { defineRoute } from './route.ts';

/** What a feed says of itself, and its entries before their texts are rendered. */
export interface FeedView {
  title: string;
  description: string;
  /** Its own address below the base. */
  path: string;
  items: FeedItem[];
}

export const channelFeedRoute = defineRoute({
  name: 'channel-feed',
  list: ({ settings }) =>
    settings.channels.map((channel) => ({
      params: { channel: channel.id },
      path: paths.channelFeed(channel.id),
      subject: channel,
    })),
  describe: (newsroom, { id, name, description }: Channel): FeedView => ({
    title: `${newsroom.settings.site.name} · ${name}`,
    description: description ?? newsroom.settings.site.description,
    path: paths.channelFeed(id),
    items: listItems(newsroom, ({ channel }) => channel === id),
  }),
  bodies: (newsroom, { id }) => bodiesOf(listItems(newsroom, ({ channel }) => channel === id)),
});

/** The feed of the whole site, which stands alone. */
export function describeSiteFeed(newsroom: Newsroom): FeedView {
  const { name, description } = newsroom.settings.site;
  const items = listItems(newsroom, () => true);
  return { title: name, description, path: paths.feed, items };
}

/** The articles whose bodies or covers pages that stand alone show: the home page and that feed. */
export function bodiesOfLonePages(newsroom: Newsroom): Article[] {
  const lead = findLead(newsroom);
  return [...(lead ? [lead] : []), ...bodiesOf(describeSiteFeed(newsroom).items)];
}

/**
 * A subscriber gets a story once: a reprint is left out of a feed that has, or had, its canonical
 * article. Where that one is in another channel the oldest of its reprints stands for it: a newer one
 * would come as news again. Withdrawn articles stay as their notices.
 */
function listItems(
  { articles, withdrawn, settings, links, related }: Newsroom,
  isWanted: (article: Article) => boolean,
) {
  const { site, channels } = settings;
  const oldestFirst = articles.filter(isWanted).reverse();
  const stories = dropReprints(oldestFirst, related.clusters);
  return listFeedItems([...stories, ...withdrawn.filter(isWanted)], { site, links, channels });
}

function bodiesOf(items: readonly FeedItem[]): Article[] {
  return items.filter(({ notice }) => notice === undefined).map(({ article }) => article);
}
