import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Links, paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { beijingFields } from '../news/beijing.ts';
import { readBodyText } from '../news/page-text.ts';
import type { SearchRecord } from '../news/search/record.ts';
import type { Settings } from '../news/settings-schema.ts';

/**
 * What search is told of each article, read from its built page one at a time: what a reader sees is
 * what is found, MDX components included.
 */
export function* readSearchRecords(
  outDir: string,
  { channels }: Settings,
  articles: readonly Article[],
  links: Links,
): Generator<SearchRecord> {
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  for (const article of articles) {
    const address = paths.article(article);
    const page = path.join(outDir, decodeURIComponent(address), 'index.html');
    const text = readBodyText(readFileSync(page, 'utf8'));
    yield {
      id: article.id,
      url: links.to(address),
      title: article.title,
      text: article.summary === '' ? text : [article.summary, ...text],
      date: article.date,
      channel: names.get(article.channel) ?? article.channel,
      ...(article.source ? { source: article.source.name } : {}),
      tags: article.tags,
      year: beijingFields(article.date).year,
    };
  }
}
