import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashContent } from '../../src/archive/content-hash.ts';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { buildSearchIndex } from '../../src/search-index/build.ts';
import { toEntry } from '../../src/search-index/entry.ts';
import { INDEX_FOLDER } from '../../src/search-index/settings.ts';
import { openBrowser } from '../../tests/browser/browser.ts';
import { buildPeers, buildStock } from './search-baselines.ts';
import { type FirstResults, measureFirst } from './search-browser.ts';
import { readRecords } from './search-corpus.ts';
import { measureExactness } from './search-exactness.ts';
import { type Cost, measureCost } from './search-memory.ts';
import { ARCHIVE_QUERIES, BYTE_QUERIES } from './search-queries.ts';
import type { SearcherName } from './search-searchers.ts';
import { serveCounting } from './search-server.ts';

/**
 * `npm run bench -- search [exact|bytes|indexing|archive …]`: search in a real browser beside
 * Pagefind as it comes and its peers, on the same articles in the same run.
 */
export async function run(corpusDir: string): Promise<void> {
  const asked = process.argv.slice(3);
  for (const [name, stage] of Object.entries(STAGES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const work = mkdtempSync(path.join(tmpdir(), 'ballast-search-'));
    try {
      await stage(corpusDir, work);
    } finally {
      rmSync(work, { recursive: true });
    }
  }
}

type Stage = (corpusDir: string, work: string) => Promise<void>;

const STAGES: Record<string, Stage> = {
  exact: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'finance').slice(0, 1000);
    const site = path.join(work, 'site');
    await buildAll(records, site);
    await measureExactness(records, site, [...BY_PARTS, ...WHOLE]);
  },

  bytes: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'broadcast');
    console.log(`\n${BYTES_HEAD}`);
    for (const count of [200, 800, 2000]) {
      const site = path.join(work, `${count}`);
      await buildAll(records.slice(0, count), site);
      await printBytes(`${count}`, site, BYTE_QUERIES);
    }
  },

  indexing: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'broadcast');
    const site = path.join(work, 'site');
    const ours = (articles: readonly SearchRecord[], standing?: Standing) =>
      measureCost(() => build(articles, site, standing));
    console.log(
      '\n| indexing | seconds | of a processor | peak MB of a process |\n| --- | --- | --- | --- |',
    );
    printCost('Pagefind 1.6', await measureCost(() => buildStock(records, site)));
    printCost('Ballast', await ours(records));
    const standing = readStanding(site);
    printCost('Ballast, nothing changed', await ours(records, standing));
    // One change after another: each finds the cache as the one before left it.
    let changed = records;
    for (const [name, at] of [
      ['the newest', 0],
      ['one in the middle', Math.floor(records.length / 2)],
      ['the oldest', records.length - 1],
    ] as const) {
      changed = correct(changed, at);
      printCost(`Ballast, ${name} changed`, await ours(changed, standing));
    }
  },

  archive: async (corpusDir, work) => {
    const records = readRecords(corpusDir, 'broadcast');
    const site = path.join(work, 'site');
    await buildAll(records, site);
    console.log(`\n${BYTES_HEAD}`);
    for (const [name, queries] of Object.entries(ARCHIVE_QUERIES)) {
      await printBytes(`${records.length}, ${name}`, site, queries);
    }
  },
};

const BY_PARTS: readonly SearcherName[] = ['Ballast', 'Pagefind 1.6'];
/** These load the same for every query. */
const WHOLE: readonly SearcherName[] = ['MiniSearch', 'FlexSearch', 'whole JSON'];

const BYTES_HEAD =
  '| articles | search | bytes to ten results, mean KB | worst KB (query, results) | files | cold ms, median | next ms, median |\n| --- | --- | --- | --- | --- | --- | --- |';

async function buildAll(records: readonly SearchRecord[], site: string): Promise<void> {
  await build(records, site);
  await buildStock(records, site);
  await buildPeers(records, site);
}

async function build(
  records: readonly SearchRecord[],
  outDir: string,
  standing: Standing = () => undefined,
): Promise<void> {
  const entries = records.map(toEntry);
  await buildSearchIndex({ outDir, cacheDir: `${outDir}-cache`, entries, standing });
}

/** Content hash of a file that the last build left, as a build's ledger tells it. */
type Standing = (file: string) => string | undefined;

function readStanding(site: string): Standing {
  const index = path.join(site, INDEX_FOLDER);
  const hashes = new Map(
    readdirSync(index, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(site, file), hashContent(readFileSync(file))];
      }),
  );
  return (file) => hashes.get(file);
}

function correct(records: readonly SearchRecord[], at: number): SearchRecord[] {
  return records.map((record, index) =>
    index === at ? { ...record, text: [...record.text, '更正一处。'] } : record,
  );
}

function printCost(name: string, { seconds, processorSeconds, peakMb }: Cost): void {
  const cells = [name, seconds.toFixed(1), processorSeconds.toFixed(1), peakMb?.toFixed(0) ?? '–'];
  console.log(`| ${cells.join(' | ')} |`);
}

async function printBytes(
  articles: string,
  site: string,
  queries: readonly string[],
): Promise<void> {
  const server = await serveCounting(site);
  const browser = await openBrowser();
  const rows = new Map<SearcherName, Row[]>();
  try {
    // Side by side, so that a busy moment of the machine meets all of them.
    for (const [index, query] of queries.entries()) {
      const following = queries[(index + 1) % queries.length] ?? query;
      for (const name of index < 2 ? [...BY_PARTS, ...WHOLE] : BY_PARTS) {
        const first = await measureFirst(browser, server, name, query, following);
        rows.set(name, [...(rows.get(name) ?? []), { query, ...first }]);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  for (const [name, own] of rows) {
    console.log(`| ${[articles, name, ...summarize(own)].join(' | ')} |`);
  }
}

interface Row extends FirstResults {
  query: string;
}

function summarize(rows: readonly Row[]): string[] {
  const mean = (of: (row: Row) => number) =>
    rows.reduce((total, row) => total + of(row), 0) / rows.length;
  const worst = rows.reduce((most, row) => (row.bytes > most.bytes ? row : most));
  return [
    toKb(mean(({ bytes }) => bytes)),
    `${toKb(worst.bytes)} (${worst.query}, ${worst.results})`,
    mean(({ files }) => files).toFixed(0),
    median(rows.map(({ cold }) => cold)).toFixed(0),
    median(rows.map(({ next }) => next)).toFixed(0),
  ];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

function toKb(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
