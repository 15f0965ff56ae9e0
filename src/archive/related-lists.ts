import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Environment } from '../environment.ts';
import type { Article } from '../news/article.ts';
import { readBodyText } from '../news/article-reader.ts';
import type { RelatedDocument, RelatedTable } from '../news/related/document.ts';
import type { Archive } from './archive.ts';
import { readLists, writeLists } from './cache.ts';
import { readRuleVersion } from './code-version.ts';
import { readText } from './content-files.ts';
import { relateArchive } from './related-engine.ts';

/** Never raised: the key tells whether a table is good, and the pages read that of their own build. */
const FORM = 1;

type Stored = {
  key: [string];
  lists: [string, RelatedTable['lists'][string]][];
  clusters: [string, string[]][];
};

/**
 * Computes the related lists of what is published, once a build, and leaves them in `cacheDir` for
 * the pages. The same content, pins and dictionary are not computed again; after a change
 * only what it can affect is.
 */
export async function prepareRelatedTable(
  archive: Archive,
  published: readonly Article[],
  { contentDir, cacheDir }: Environment,
): Promise<RelatedTable> {
  const file = path.join(cacheDir, FILE);
  const key = keyOf(archive, published);
  const stored = readLists<Stored>(file, FORM);
  if (stored?.key[0] === key) return toTable(stored);
  const documents = listDocuments(published, contentDir, archive.digests);
  const table = await relateArchive(documents, { dictionary: archive.dictionary, cacheDir });
  const [lists, clusters] = [Object.entries(table.lists), Object.entries(table.clusters)];
  writeLists(file, FORM, { key: [key], lists, clusters } satisfies Stored);
  return table;
}

/** The table of this build's `prepareRelatedTable`; empty when none was made yet (first dev start). */
export function readRelatedTable(cacheDir: string): RelatedTable {
  const stored = readLists<Stored>(path.join(cacheDir, FILE), FORM);
  return toTable(stored ?? { lists: [], clusters: [] });
}

function toTable({ lists, clusters }: Pick<Stored, 'lists' | 'clusters'>): RelatedTable {
  return { lists: Object.fromEntries(lists), clusters: Object.fromEntries(clusters) };
}

/** The published articles as the related-news engine takes them; a text is read when it is asked for. */
export function listDocuments(
  published: readonly Article[],
  contentDir: string,
  digests: Archive['digests'],
): RelatedDocument[] {
  return published.map((article) => {
    let text: string | undefined;
    const content = digests.get(article.file);
    return {
      id: article.id,
      slug: `${article.year}/${article.slug}`,
      title: article.title,
      get text() {
        text ??= readPlainText(article, contentDir);
        return text;
      },
      ...(content === undefined ? {} : { content }),
      date: article.date,
      ...(article.source ? { source: article.source.name } : {}),
      pins: article.related,
    };
  });
}

const FILE = 'related.json';

function keyOf({ digests, dictionary }: Archive, published: readonly Article[]): string {
  const code = readRuleVersion('news', 'archive');
  const hash = createHash('sha256').update(JSON.stringify([code, dictionary]));
  for (const { id, file, related } of [...published].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(JSON.stringify([id, file, digests.get(file), related]));
  }
  return hash.digest('hex');
}

function readPlainText(article: Article, contentDir: string): string {
  const source = readText(contentDir, article.file);
  const text = typeof source === 'string' ? readBodyText(source, article.file) : '';
  return text || article.summary;
}
