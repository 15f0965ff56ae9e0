import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { buildSearchIndex } from '../../src/search-index/build.ts';
import { openBrowser } from '../../tests/browser/browser.ts';
import { buildStock, measureWholeJson } from './search-baselines.ts';
import { type Ask, measureFirst } from './search-browser.ts';
import { readRecords } from './search-corpus.ts';
import { measureExactness } from './search-exactness.ts';
import { type Cost, measureCost } from './search-memory.ts';
import { ARCHIVE_QUERIES, BYTE_QUERIES } from './search-queries.ts';
import { serveCounting } from './search-server.ts';

/**
 * `npm run bench -- search [exact|bytes|archive|whole …]`: search in a real browser beside Pagefind
 * as it comes, on the same articles in the same run.
 */
export async function run(corpusDir: string): Promise<void> {
  const asked = process.argv.slice(3);
  const work = mkdtempSync(path.join(tmpdir(), 'ballast-search-'));
  try {
    for (const [name, stage] of Object.entries(STAGES)) {
      if (asked.length === 0 || asked.includes(name)) await stage(corpusDir, work);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

type Stage = (corpusDir: string, work: string) => Promise<void>;

const STAGES: Record<string, Stage> = {
  exact: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'finance').slice(0, 1000);
    const site = path.join(work, 'exact');
    await build(records, site);
    await buildStock(records, site);
    await measureExactness(records, site);
  },
  bytes: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'broadcast');
    console.log(`\n${BYTES_HEAD}`);
    for (const count of [200, 800, 2000]) {
      const site = path.join(work, `newest-${count}`);
      await build(records.slice(0, count), site);
      await buildStock(records.slice(0, count), site);
      await printBytes(`${count}`, site, BYTE_QUERIES);
      rmSync(site, { recursive: true });
    }
  },
  archive: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'broadcast');
    const site = path.join(work, 'archive');
    const cacheDir = path.join(work, 'archive-cache');
    console.log('\n| indexing | seconds | peak MB of a process |\n| --- | --- | --- |');
    printCost(`stock, ${records.length}`, await measureCost(() => buildStock(records, site)));
    printCost(`ours, ${records.length}`, await measureCost(() => build(records, site, cacheDir)));
    for (const [name, index] of [
      ['the newest', 0],
      ['the oldest', records.length - 1],
      ['one in the middle', Math.floor(records.length / 2)],
    ] as const) {
      const changed = records.map((record, at) =>
        at === index ? { ...record, text: [...record.text, '更正一处。'] } : record,
      );
      // Each against the cache of the unchanged archive.
      const copy = path.join(work, `cache-${index}`);
      cpSync(cacheDir, copy, { recursive: true });
      const cost = await measureCost(() => build(changed, path.join(work, 'again'), copy));
      printCost(`ours, after a change of ${name}`, cost);
      rmSync(copy, { recursive: true });
    }
    console.log(`\n${BYTES_HEAD}`);
    for (const [name, queries] of Object.entries(ARCHIVE_QUERIES)) {
      await printBytes(`${records.length}, ${name}`, site, queries);
    }
  },
  whole: async (corpusDir) => {
    console.log('\n| one JSON of all articles | KB, gzip |\n| --- | --- |');
    const records = readRecords(corpusDir, 'broadcast');
    for (const count of [200, 800, 2000, records.length]) {
      const bytes = measureWholeJson(records.slice(0, count));
      console.log(`| ${count} | ${toKb(bytes)} |`);
    }
  },
};

const BYTES_HEAD =
  '| articles | search | bytes to ten results, mean KB | worst KB (query) | files | cold ms | next ms |\n| --- | --- | --- | --- | --- | --- | --- |';

async function build(
  records: readonly SearchRecord[],
  outDir: string,
  cacheDir = `${outDir}-cache`,
): Promise<void> {
  await buildSearchIndex({ outDir, cacheDir, base: '/', records });
}

function printCost(name: string, { seconds, peakMb }: Cost): void {
  console.log(`| ${name} | ${seconds.toFixed(1)} | ${peakMb?.toFixed(0) ?? '–'} |`);
}

async function printBytes(
  articles: string,
  site: string,
  queries: readonly string[],
): Promise<void> {
  const server = await serveCounting(site);
  const browser = await openBrowser();
  try {
    for (const ask of ['ours', 'stock'] satisfies Ask[]) {
      const rows = [];
      for (const [index, query] of queries.entries()) {
        const following = queries[(index + 1) % queries.length] ?? query;
        rows.push({ query, ...(await measureFirst(browser, server, ask, query, following)) });
      }
      const mean = (of: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + of(row), 0) / rows.length;
      const worst = rows.reduce((most, row) => (row.bytes > most.bytes ? row : most));
      const cells = [
        articles,
        ask,
        toKb(mean(({ bytes }) => bytes)),
        `${toKb(worst.bytes)} (${worst.query}, ${worst.results})`,
        mean(({ files }) => files).toFixed(0),
        mean(({ cold }) => cold).toFixed(0),
        mean(({ next }) => next).toFixed(0),
      ];
      console.log(`| ${cells.join(' | ')} |`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

function toKb(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
