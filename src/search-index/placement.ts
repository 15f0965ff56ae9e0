import { copyFileSync, mkdirSync } from 'node:fs';
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

/**
 * Copies a sealed folder of the cache into the index as `name`, but for files that stand in the site
 * with the same content: those are returned.
 */
export function placeFolder(
  folder: string,
  name: string,
  { site, outDir, standing }: Placement,
): string[] {
  const kept: string[] = [];
  for (const [file, hash] of readSeal(folder) ?? []) {
    if (file === TOKENS_FILE) continue;
    const place = path.posix.join(site, name, file);
    if (standing(place) === hash) {
      kept.push(place);
      continue;
    }
    const target = path.join(outDir, place);
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(path.join(folder, file), target);
  }
  return kept;
}
