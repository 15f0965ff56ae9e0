import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { escapeXml } from '../../src/news/xml.ts';
import { type FlexSearchFile, MINI_SEARCH_OPTIONS, type WholeArticle } from './search-peers.ts';

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

/** Libraries that load a whole index, and one JSON of everything: below `folder/peers/`. */
export async function buildPeers(records: readonly SearchRecord[], folder: string): Promise<void> {
  const peers = path.join(folder, 'peers');
  mkdirSync(peers, { recursive: true });
  const write = (name: string, value: unknown) =>
    writeFileSync(path.join(peers, `${name}.json`), JSON.stringify(value));
  write('minisearch', indexMiniSearch(records));
  write('flexsearch', await indexFlexSearch(records));
  write('whole', records.map(toWholeArticle));
  for (const name of ['minisearch', 'flexsearch']) {
    cpSync(fileURLToPath(import.meta.resolve(name)), path.join(peers, `${name}.js`));
  }
}

function indexMiniSearch(records: readonly SearchRecord[]): unknown {
  const index = new MiniSearch<WholeArticle>(MINI_SEARCH_OPTIONS);
  index.addAll(records.map((record) => ({ ...record, text: record.text.join('\n') })) as never);
  return index.toJSON();
}

async function indexFlexSearch(records: readonly SearchRecord[]): Promise<FlexSearchFile> {
  const index = new Index({ encoder: Charset.CJK });
  for (const [number, { title, text }] of records.entries()) {
    index.add(number, [title, ...text].join('\n'));
  }
  const parts: FlexSearchFile['parts'] = [];
  await index.export((key, data) => {
    if (data !== undefined) parts.push([key, data]);
  });
  return { parts, articles: records.map(({ url, title }) => ({ url, title })) };
}

function toWholeArticle({ url, title, text }: SearchRecord): WholeArticle {
  return { url, title, content: text.join('\n') };
}
