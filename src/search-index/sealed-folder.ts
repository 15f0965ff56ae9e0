import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashContent } from '../archive/content-hash.ts';

/** Files of a folder with their content hashes; names have `/`. */
export type Seal = ReadonlyMap<string, string>;

const SEAL_FILE = 'seal.json';

/** Writes down what a finished folder of the cache holds, so that damage shows later. */
export function sealFolder(folder: string): Seal {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== SEAL_FILE)
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const seal = new Map(
    files.map((file): [string, string] => [
      file,
      hashContent(readFileSync(path.join(folder, file))),
    ]),
  );
  writeFileSync(path.join(folder, SEAL_FILE), JSON.stringify([...seal]));
  return seal;
}

/** The seal of a folder; undefined for one that was never finished. */
export function readSeal(folder: string): Seal | undefined {
  try {
    const text = readFileSync(path.join(folder, SEAL_FILE), 'utf8');
    return new Map(JSON.parse(text) as [string, string][]);
  } catch {
    return undefined;
  }
}

/** Whether a file of the folder is as it was sealed. */
export function isIntact(folder: string, seal: Seal, file: string): boolean {
  try {
    return hashContent(readFileSync(path.join(folder, file))) === seal.get(file);
  } catch {
    return false;
  }
}
