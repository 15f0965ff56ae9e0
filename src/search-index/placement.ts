import { copyFileSync, linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashContent } from '../archive/content-hash.ts';
import { fileOfShard, GROUP_SIZE } from '../news/search/directory.ts';
import { TOKENS_FILE } from './bundle.ts';
import { type CachedDirectory, readGroup } from './directory-cache.ts';
import { readSeal } from './sealed-folder.ts';

/** Where files of the index go. */
export interface Placement {
  /** Folder of the index below the site's. */
  site: string;
  /** Files that do not stand in the site yet are written below it. */
  outDir: string;
  /** Content hash of a file that stands in the site. */
  standing: (file: string) => string | undefined;
}

/** What became of files. */
export interface Placed {
  /** Files that stand in the site already. */
  kept: string[];
  /** Content hash of each file that was written, by file below the site's folder. */
  written: [file: string, hash: string][];
}

/**
 * Brings a sealed folder of the cache into the index as `name`, but for files that stand in the site
 * with the same content.
 */
export function placeFolder(
  folder: string,
  name: string,
  { site, outDir, standing }: Placement,
): Placed {
  const placed: Placed = { kept: [], written: [] };
  const made = new Set<string>();
  for (const [file, hash] of readSeal(folder) ?? []) {
    if (file === TOKENS_FILE) continue;
    const place = path.posix.join(site, name, file);
    if (standing(place) === hash) {
      placed.kept.push(place);
      continue;
    }
    const target = path.join(outDir, place);
    const parent = path.dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    placeFile(path.join(folder, file), target);
    placed.written.push([place, hash]);
  }
  return placed;
}

/** Writes the shards of the cached directory in `folder`, but for groups that stand in the site. */
export function placeDirectory(
  folder: string,
  { groups, shards }: CachedDirectory,
  { site, outDir, standing }: Placement,
): Placed {
  const placed: Placed = { kept: [], written: [] };
  for (const [index, group] of groups.entries()) {
    const first = index * GROUP_SIZE;
    const places = Array.from({ length: Math.min(GROUP_SIZE, shards - first) }, (_, i) =>
      path.posix.join(site, fileOfShard(first + i, group)),
    );
    // Named by its content.
    if (places.every((place) => standing(place) !== undefined)) {
      placed.kept.push(...places);
      continue;
    }
    mkdirSync(path.join(outDir, path.posix.dirname(places[0] ?? '')), { recursive: true });
    for (const [i, shard] of readGroup(folder, group).entries()) {
      const place = places[i] ?? '';
      writeFileSync(path.join(outDir, place), shard);
      placed.written.push([place, hashContent(shard)]);
    }
  }
  return placed;
}

/**
 * A second name for the file costs a tenth of a copy, and there are thousands. Whoever writes into
 * one changes the other: the seal tells.
 */
function placeFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another file system, or one without links.
    copyFileSync(from, to);
  }
}
