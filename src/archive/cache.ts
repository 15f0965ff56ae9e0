import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashContent } from './content-hash.ts';

/**
 * A JSON value cached by `writeJson` under the same version; undefined when there is none, or it is
 * damaged, edited or of another version: a cache is never trusted beyond that.
 */
export function readJson<T>(file: string, version: number): T | undefined {
  try {
    const content = readFileSync(file);
    const end = content.indexOf('\n');
    if (content.toString('utf8', 0, end) !== headOf(content.subarray(end + 1), version)) {
      return undefined;
    }
    return JSON.parse(content.toString('utf8', end + 1)) as T;
  } catch {
    return undefined;
  }
}

/** Writes beside the file and renames, so that a killed build leaves the old value or the new one. */
export function writeJson(file: string, version: number, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.part`;
  const content = JSON.stringify(value);
  writeFileSync(partial, `${headOf(content, version)}\n${content}`);
  renameSync(partial, file);
}

/** First line of a cache file: its version, and the hash of what follows. */
function headOf(content: string | Uint8Array, version: number): string {
  return `${version} ${hashContent(content)}`;
}
