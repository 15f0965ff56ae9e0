import { type Links, paths } from './address.ts';
import { type Article, lastChangeOf } from './article.ts';
import { formatDateTime } from './beijing.ts';
import { compareNewestFirst } from './publish.ts';
import type { Channel, Site } from './settings-schema.ts';

/** One entry of a feed before its text is rendered. */
export interface FeedItem {
  article: Article;
  /** Permanent, from the article's id and the site's namespace, never from title or address. */
  guid: string;
  title: string;
  link: string;
  date: number;
  summary: string;
  creators: string[];
  categories: string[];
  /** Replaces the text: a withdrawn article's notice, as HTML. */
  notice: string | undefined;
}

/** The newest entries for a feed, withdrawn articles among them as their notices. */
export function listFeedItems(
  articles: readonly Article[],
  about: { site: Site; links: Links; channels: readonly Channel[] },
): FeedItem[] {
  const { site, links, channels } = about;
  return [...articles]
    .sort(compareNewestFirst)
    .slice(0, site.feed_size)
    .map((article) => ({
      article,
      guid: `${site.namespace}:${article.id}`,
      title: article.withdrawn ? `【撤稿】${article.title}` : article.title,
      link: links.absolute(paths.article(article)),
      date: article.date,
      summary: article.withdrawn ? describeWithdrawal(article) : article.summary,
      creators: article.byline.map(({ name }) => name),
      categories: [
        ...channels.filter(({ id }) => id === article.channel).map(({ name }) => name),
        ...article.tags,
      ],
      notice: article.withdrawn ? `<p>${escapeHtml(describeWithdrawal(article))}</p>` : undefined,
    }));
}

/** Newest change among the entries: a feed's lastBuildDate depends on content, not on the clock. */
export function lastChangeOfFeed(items: readonly FeedItem[]): number | undefined {
  return items.length === 0
    ? undefined
    : Math.max(...items.map(({ article }) => lastChangeOf(article)));
}

function describeWithdrawal({ withdrawn }: Article): string {
  return withdrawn
    ? `本文已于 ${formatDateTime(withdrawn.date)} 撤下。原因：${withdrawn.reason}`
    : '';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
