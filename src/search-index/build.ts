import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import project from '../../package.json' with { type: 'json' };
import { type Catalog, toPairs } from '../news/search/catalog.ts';
import { isPartial, writeRuntime } from './bundle.ts';
import { type PlannedBundle, planBundles } from './bundle-plan.ts';
import { type Indexer, openIndexer } from './bundle-process.ts';
import { prepareDirectory } from './directory.ts';
import type { SearchEntry } from './entry.ts';
import { countFacets } from './facets.ts';
import { hashOf, writeNamed } from './named-file.ts';
import { type Placement, placeDirectory, placeFolder } from './placement.ts';
import { isIntact, readSeal, sealFolder } from './sealed-folder.ts';
import { CHUNK_SIZE, INDEX_FOLDER, INDEX_VERSION } from './settings.ts';
import { spoolRecords } from './spool.ts';
import { readTraditionalTable } from './traditional-table.ts';

export interface SearchBuildOptions {
  /** `search-index/` below it is made anew. */
  outDir: string;
  /** Holds indexed bundles between builds. */
  cacheDir: string;
  entries: readonly SearchEntry[];
  /** Content hash of a file that stands in the site already (`search-index/…`): it is not written. */
  standing?: (file: string) => string | undefined;
  /** One whose first process may be ready. */
  indexer?: Indexer;
}

export interface SearchBuild {
  bundles: number;
  /** Bundles that were not in the cache. */
  indexed: number;
  /** Files of the index that stand in the site already. */
  kept: string[];
  /** Content hash of files below `outDir` whose hash is known; others are to be read. */
  written: ReadonlyMap<string, string>;
}

/**
 * Writes the search index of the site. The same articles in any order give the same bytes. A bundle
 * whose articles did not change is taken from the cache, or left where it stands.
 * @throws when two records have one id or address, or Pagefind fails
 */
export async function buildSearchIndex({
  outDir,
  cacheDir,
  entries,
  standing = () => undefined,
  indexer = openIndexer(),
}: SearchBuildOptions): Promise<SearchBuild> {
  const cache = path.join(cacheDir, 'search');
  const table = toPairs(readTraditionalTable());
  const scheme = hashOf([INDEX_VERSION, CHUNK_SIZE, PAGEFIND_VERSION, ...table]);
  const folders = path.join(cache, 'bundles');
  const bundles = planBundles(entries, scheme, folders);
  const place = { site: INDEX_FOLDER, outDir, standing };
  const missing = bundles.filter((bundle) => !isReady(bundle, place));
  dropFolders(folders, isPartial);
  await indexBundles(indexer, missing, path.join(cache, 'spool'));
  const directoryFolder = path.join(cache, 'directory');
  const oldestFirst = bundles.map(({ folder }) => folder).reverse();
  // A single bundle needs none.
  const directory = bundles.length > 1 ? prepareDirectory(directoryFolder, oldestFirst) : undefined;
  const names = new Set(bundles.map(({ folder }) => path.basename(folder)));
  dropFolders(folders, (name) => !names.has(name));

  const target = path.join(outDir, INDEX_FOLDER);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const placed = bundles.map(({ folder, entry }) => placeFolder(folder, entry.path, place));
  placed.push(placeFolder(await prepareRuntime(cache), 'runtime', place));
  if (directory) placed.push(placeDirectory(directoryFolder, directory, place));
  const catalog: Catalog = {
    count: entries.length,
    bundles: bundles.map(({ entry }) => entry),
    ...(directory && { directory: { shards: directory.shards, groups: directory.groups } }),
    traditional: writeNamed(target, 'traditional', table),
    facets: writeNamed(target, 'facets', countFacets(entries)),
  };
  writeFileSync(path.join(target, 'catalog.json'), JSON.stringify(catalog));
  return {
    bundles: bundles.length,
    indexed: missing.length,
    kept: placed.flatMap(({ kept }) => kept),
    written: new Map(placed.flatMap(({ written }) => written)),
  };
}

/** Pinned in package.json. */
const PAGEFIND_VERSION = project.dependencies.pagefind;

/** Whether the cache, or the site, holds every file of a bundle undamaged. */
function isReady({ folder, entry }: PlannedBundle, place: Placement): boolean {
  const seal = readSeal(folder);
  if (!seal) return false;
  return [...seal].every(
    ([file, hash]) =>
      place.standing(path.posix.join(place.site, entry.path, file)) === hash ||
      isIntact(folder, seal, file),
  );
}

async function indexBundles(
  indexer: Indexer,
  bundles: readonly PlannedBundle[],
  spool: string,
): Promise<void> {
  const files = spoolRecords(
    bundles.map(({ entries }) => entries),
    spool,
  );
  await indexer.run(
    bundles.map(({ period, entry, folder }, index) => ({
      spool: files[index] ?? '',
      period,
      code: entry.code,
      folder,
    })),
  );
  rmSync(spool, { recursive: true });
}

async function prepareRuntime(cache: string): Promise<string> {
  const folder = path.join(cache, `runtime-${PAGEFIND_VERSION}-${INDEX_VERSION}`);
  const seal = readSeal(folder);
  if (!seal || ![...seal.keys()].every((file) => isIntact(folder, seal, file))) {
    await writeRuntime(folder);
    sealFolder(folder);
  }
  return folder;
}

function dropFolders(cache: string, isUnused: (name: string) => boolean): void {
  if (!existsSync(cache)) return;
  for (const name of readdirSync(cache).filter(isUnused)) {
    rmSync(path.join(cache, name), { recursive: true });
  }
}
