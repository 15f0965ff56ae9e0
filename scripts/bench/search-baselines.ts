import { rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { escapeXml } from '../../src/news/xml.ts';

/** Pagefind as it comes: pages in Chinese, its own words, one index, below `folder/pagefind/`. */
export async function buildStock(records: readonly SearchRecord[], folder: string): Promise<void> {
  rmSync(path.join(folder, 'pagefind'), { recursive: true, force: true });
  const { index } = await createIndex({});
  if (!index) throw new Error('Pagefind gave no index.');
  for (const { url, title, text } of records) {
    const body = text.map((paragraph) => `<p>${escapeXml(paragraph)}</p>`).join('');
    const page = `<html lang="zh-CN"><body><main data-pagefind-body><h1>${escapeXml(title)}</h1>${body}</main></body></html>`;
    await index.addHTMLFile({ url, content: page });
  }
  await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await close();
}

/**
 * What Hexo's themes do: all articles in one JSON file, searched with `indexOf`.
 * @returns bytes of the file as served, which the first query needs whole
 */
export function measureWholeJson(records: readonly SearchRecord[]): number {
  const articles = records.map(({ url, title, text }) => ({
    url,
    title,
    content: text.join('\n'),
  }));
  return gzipSync(JSON.stringify(articles)).length;
}
