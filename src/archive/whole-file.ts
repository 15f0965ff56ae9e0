import { closeSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes the parts, one after the other, beside the file and renames, so that whoever is killed here
 * leaves the old file or the new one. Folders are made.
 */
export function writeWhole(file: string, parts: Iterable<string | Uint8Array>): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.part`;
  const target = openSync(partial, 'w');
  try {
    for (const part of parts) writeFileSync(target, part);
  } finally {
    closeSync(target);
  }
  renameSync(partial, file);
}
