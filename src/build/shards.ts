import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readLists, writeLists } from '../archive/cache.ts';
import type { PlannedPage } from '../site/page-plan.ts';
import type { RenderedShare } from './render-pages.ts';

/**
 * Shards: parts of a site that other machines made beforehand from the same plan. Each is a folder of
 * the cache, so that carrying the cache carries them.
 */

const FOLDER = 'shards';
const FILE = 'shard.json';
const SHARD_VERSION = 1;
/** Of the search index, below its cache. */
const BUNDLES = path.join('search', 'bundles');

/** The shard of lists that go across years. */
export const LISTS = 'lists';

/** A year of articles with its archive and sitemap, or the lists. */
export function shardOf({ path: address }: Pick<PlannedPage, 'path'>): string {
  return /^\/(?:articles\/|archive\/|sitemap-)(\d{4})/.exec(address)?.[1] ?? LISTS;
}

/** Names of a site's shards with the number of their pages, by name. */
export function listShards(pages: readonly PlannedPage[]): [name: string, pages: number][] {
  const groups = Map.groupBy(pages, shardOf);
  return [...groups.keys()].sort().map((name) => [name, groups.get(name)?.length ?? 0]);
}

/** Where a shard keeps its files, and the caches of its own part of the search index. */
export function shardFolder(cacheDir: string, name: string): string {
  return path.join(cacheDir, FOLDER, name);
}

type StoredShard = Omit<RenderedShare, 'staging'> & {
  /** What the site was made from: another one's shards are of no use. */
  site: [string];
};

/** Keeps what was rendered as a shard. */
export function writeShard(
  cacheDir: string,
  name: string,
  site: string,
  shares: readonly RenderedShare[],
): void {
  const folder = shardFolder(cacheDir, name);
  const target = path.join(folder, 'site');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { staging } of shares) cpSync(staging, target, { recursive: true });
  const stored: StoredShard = {
    site: [site],
    files: shares.flatMap(({ files }) => files),
    notes: shares.flatMap(({ notes }) => notes),
  };
  writeLists(path.join(folder, FILE), SHARD_VERSION, stored);
}

/** The shards at hand that were made for this very site. */
export function readShards(cacheDir: string, site: string): Map<string, RenderedShare> {
  const shards = new Map<string, RenderedShare>();
  const parent = path.join(cacheDir, FOLDER);
  for (const name of existsSync(parent) ? readdirSync(parent).sort() : []) {
    const folder = path.join(parent, name);
    const stored = readLists<StoredShard>(path.join(folder, FILE), SHARD_VERSION);
    if (stored?.site[0] !== site) continue;
    const { files, notes } = stored;
    shards.set(name, { staging: path.join(folder, 'site'), files, notes });
  }
  return shards;
}

/** Puts the shards' parts of the search index where the build looks for them. */
export function takeBundles(cacheDir: string, names: Iterable<string>): void {
  const bundles = path.join(cacheDir, BUNDLES);
  mkdirSync(bundles, { recursive: true });
  for (const name of names) {
    const folder = path.join(shardFolder(cacheDir, name), BUNDLES);
    for (const bundle of existsSync(folder) ? readdirSync(folder) : []) {
      const target = path.join(bundles, bundle);
      if (!existsSync(target)) renameSync(path.join(folder, bundle), target);
    }
  }
}

/** Shards are used once: their files have moved into the site. */
export function dropShards(cacheDir: string): void {
  rmSync(path.join(cacheDir, FOLDER), { recursive: true, force: true });
}
