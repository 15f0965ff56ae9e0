import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import project from '../../package.json' with { type: 'json' };
import { type BundleEntry, type Catalog, toPairs } from '../news/search/catalog.ts';
import { cutPeriods, type Period } from '../news/search/periods.ts';
import type { SearchRecord } from '../news/search/record.ts';
import { TOKENS_FILE, writeRuntime } from './bundle.ts';
import { runBundleJobs } from './bundle-process.ts';
import { writeDirectory } from './directory-files.ts';
import { CHUNK_SIZE, INDEX_FOLDER, INDEX_VERSION } from './settings.ts';
import { type SpooledRecord, spoolRecords } from './spool.ts';
import { readTraditionalTable } from './traditional-table.ts';

export interface SearchBuildOptions {
  /** The finished site; `search-index/` below it is replaced. */
  outDir: string;
  /** Holds indexed bundles between builds. */
  cacheDir: string;
  /** The site's base, `/` or `/news/`; addresses in records have it already. */
  base: string;
  records: AsyncIterable<SearchRecord> | Iterable<SearchRecord>;
}

export interface SearchBuild {
  articles: number;
  bundles: number;
  /** Bundles that were not in the cache. */
  indexed: number;
}

/**
 * Writes the search index of the site. The same records in any order give the same bytes. A bundle
 * whose articles did not change is taken from the cache.
 * @throws when two records have one id or address, or Pagefind fails
 */
export async function buildSearchIndex(options: SearchBuildOptions): Promise<SearchBuild> {
  const cache = path.join(options.cacheDir, 'search');
  const spool = await spoolRecords(options.records, path.join(cache, 'spool'));
  const table = toPairs(readTraditionalTable());
  const scheme = hashOf([INDEX_VERSION, CHUNK_SIZE, PAGEFIND_VERSION, ...table]);
  const bundles = planBundles(spool.records, scheme, path.join(cache, 'bundles'));
  const missing = bundles.filter(({ folder }) => !existsSync(folder));
  await runBundleJobs(
    missing.map(({ period, entry, folder }) => ({
      spool: spool.folder,
      period,
      code: entry.code,
      folder,
    })),
  );
  rmSync(spool.folder, { recursive: true });
  dropOthers(path.join(cache, 'bundles'), new Set(bundles.map(({ folder }) => folder)));

  const target = path.join(options.outDir, INDEX_FOLDER);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { entry, folder } of bundles) copyBundle(folder, path.join(target, entry.path));
  await copyRuntime(cache, path.join(target, 'runtime'));
  const catalog: Catalog = {
    count: spool.records.length,
    bundles: bundles.map(({ entry }) => entry),
    ...writeDirectory(
      target,
      bundles.map(({ folder }) => path.join(folder, TOKENS_FILE)),
    ),
    traditional: writeNamed(target, 'traditional', table),
    facets: writeNamed(target, 'facets', spool.facets),
  };
  writeFileSync(path.join(target, 'catalog.json'), JSON.stringify(catalog));
  return { articles: catalog.count, bundles: bundles.length, indexed: missing.length };
}

/** Pinned in package.json. */
const PAGEFIND_VERSION = project.dependencies.pagefind;

interface PlannedBundle {
  period: Period;
  entry: BundleEntry;
  /** In the cache, named by everything the bundle is made of. */
  folder: string;
}

function planBundles(
  records: readonly SpooledRecord[],
  scheme: string,
  cache: string,
): PlannedBundle[] {
  const days = new Map<string, SpooledRecord[]>();
  for (const record of records) {
    const day = days.get(record.day);
    if (day) day.push(record);
    else days.set(record.day, [record]);
  }
  const counts = new Map([...days].map(([day, list]): [string, number] => [day, list.length]));
  return cutPeriods(counts).map((period) => {
    const own = [...days]
      .filter(([day]) => day >= period.from && day <= period.to)
      .flatMap(([, list]) => list);
    const code = `b${period.from.replaceAll('-', '')}`;
    const hash = hashOf([scheme, code, ...own.map((record) => record.hash).sort()]);
    const { from, to, count } = period;
    return {
      period,
      entry: { path: `${from}-${hash.slice(0, 12)}`, code, from, to, count },
      folder: path.join(cache, hash),
    };
  });
}

function copyBundle(folder: string, target: string): void {
  cpSync(folder, target, {
    recursive: true,
    filter: (file) => path.basename(file) !== TOKENS_FILE,
  });
}

async function copyRuntime(cache: string, target: string): Promise<void> {
  const folder = path.join(cache, `runtime-${PAGEFIND_VERSION}-${INDEX_VERSION}`);
  if (!existsSync(folder)) await writeRuntime(folder);
  cpSync(folder, target, { recursive: true });
}

function dropOthers(cache: string, used: ReadonlySet<string>): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (!used.has(folder)) rmSync(folder, { recursive: true });
  }
}

/** Writes JSON under a name that changes with its content; gives the name. */
function writeNamed(folder: string, name: string, value: unknown): string {
  const content = JSON.stringify(value);
  const file = `${name}-${hashOf([content]).slice(0, 12)}.json`;
  writeFileSync(path.join(folder, file), content);
  return file;
}

function hashOf(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
