import path from 'node:path';
import type { RelatedTable } from '../news/related/document.ts';
import { type PackedTable, packTable, unpackTable } from '../news/related/packed-table.ts';
import { readColumns, writeColumns } from './column-file.ts';

/**
 * The related table that a build left in `cacheDir`; undefined when none was made yet.
 * @param key only one of that key, see `writeRelatedTable`
 */
export function readRelatedTable(cacheDir: string, key?: number): RelatedTable | undefined {
  const stored = readColumns(path.join(cacheDir, FILE), key);
  return stored === undefined ? undefined : unpackTable(stored as PackedTable);
}

/** @param key a number that differs with anything the table depends on */
export function writeRelatedTable(cacheDir: string, key: number, table: RelatedTable): void {
  writeColumns(path.join(cacheDir, FILE), key, packTable(table));
}

/** Another name where its form is another: the pages read it whatever its key is. */
const FILE = 'related-table.bin';
