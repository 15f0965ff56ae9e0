import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { TOKENS_FILE } from './bundle.ts';
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

/** What became of a sealed folder's files. */
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
