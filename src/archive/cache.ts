import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A JSON value cached by `writeJson` under the same version; undefined when there is none, or it is
 * damaged or of another version: a cache is never trusted beyond that.
 */
export function readJson<T>(file: string, version: number): T | undefined {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const { version: found, value } = stored as { version?: unknown; value?: T };
    return found === version ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes beside the file and renames, so that a killed build leaves the old value or the new one. */
export function writeJson(file: string, version: number, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.part`;
  writeFileSync(partial, JSON.stringify({ version, value }));
  renameSync(partial, file);
}
