import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A number that changes with the code behind a cached result, so that no cache outlives its rules:
 * the source files of these folders of `src/`, and the installed versions.
 */
export function readCodeVersion(...folders: readonly string[]): number {
  const hash = createHash('sha256').update(process.version);
  hash.update(readFileSync(path.join(SOURCE, '..', 'package.json')));
  for (const folder of folders) {
    for (const file of listSources(path.join(SOURCE, folder))) hash.update(readFileSync(file));
  }
  return Number.parseInt(hash.digest('hex').slice(0, 12), 16);
}

/** Not by this module's own address: Astro bundles it into a chunk of the pages. */
const SOURCE = path.join(process.cwd(), 'src');

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => path.join(folder, file));
}
