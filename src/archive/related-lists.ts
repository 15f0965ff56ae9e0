import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Environment } from '../environment.ts';
import type { Article } from '../news/article.ts';
import { readBodyText } from '../news/article-reader.ts';
import type { RelatedDocument, RelatedTable } from '../news/related/document.ts';
import { type PackedTable, packTable, unpackTable } from '../news/related/packed-table.ts';
import type { Archive } from './archive.ts';
import { readRuleVersion } from './code-version.ts';
import { readColumns, writeColumns } from './column-file.ts';
import { readText } from './content-files.ts';
import { relateArchive } from './related-engine.ts';

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
  const stored = readColumns(file, key);
  if (stored !== undefined) return unpackTable(stored as PackedTable);
  const documents = listDocuments(published, contentDir, archive.digests);
  const table = await relateArchive(documents, { dictionary: archive.dictionary, cacheDir });
  writeColumns(file, key, packTable(table));
  return table;
}

/** The table of this build's `prepareRelatedTable`; empty when none was made yet (first dev start). */
export function readRelatedTable(cacheDir: string): RelatedTable {
  const stored = readColumns(path.join(cacheDir, FILE));
  return stored === undefined ? { lists: {}, clusters: {} } : unpackTable(stored as PackedTable);
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

/** Another name where its form is another: the pages read it whatever its key is. */
const FILE = 'related.bin';

/** A number that differs with anything the table depends on; 48 bits of a hash. */
function keyOf({ digests, dictionary }: Archive, published: readonly Article[]): number {
  const code = readRuleVersion('news', 'archive');
  const hash = createHash('sha256').update(JSON.stringify([code, dictionary]));
  for (const { id, file, related } of [...published].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(JSON.stringify([id, file, digests.get(file), related]));
  }
  return hash.digest().readUIntBE(0, 6);
}

function readPlainText(article: Article, contentDir: string): string {
  const source = readText(contentDir, article.file);
  const text = typeof source === 'string' ? readBodyText(source, article.file) : '';
  return text || article.summary;
}
