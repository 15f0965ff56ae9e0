import { hashContent } from '../archive/content-hash.ts';
import { type Links, paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { beijingFields, formatDay } from '../news/beijing.ts';
import type { SearchRecord } from '../news/search/record.ts';
import type { Settings } from '../news/settings-schema.ts';
import type { SearchEntry } from '../search-index/entry.ts';

/** An article's built page. */
export interface TextPage {
  /** Absolute. */
  file: string;
  /** Hash of its body's text. */
  text: string;
}

/**
 * What search is told of each article, its text taken from the built page: what a reader sees is
 * what is found, MDX components included.
 */
export function listSearchEntries(
  { channels }: Settings,
  articles: readonly Article[],
  links: Links,
  pageOf: (article: Article) => TextPage,
): SearchEntry[] {
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  return articles.map((article) => {
    const { id, title, date, tags, summary } = article;
    const page = pageOf(article);
    const facts: Omit<SearchRecord, 'text'> = {
      id,
      url: links.to(paths.article(article)),
      title,
      date,
      channel: names.get(article.channel) ?? article.channel,
      ...(article.source ? { source: article.source.name } : {}),
      tags,
      year: beijingFields(date).year,
    };
    return {
      id,
      day: formatDay(date),
      hash: hashContent(JSON.stringify([facts, summary, page.text])),
      source: facts.source,
      tags,
      record: { ...facts, page: page.file, summary },
    };
  });
}
