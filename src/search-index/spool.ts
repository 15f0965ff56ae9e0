import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SearchRecord } from '../news/search/record.ts';
import type { SearchEntry } from './entry.ts';
import { readRecord } from './record-source.ts';

/**
 * Writes down where each list's records are to be read, a file for each, below `folder`, emptied
 * first: each bundle's process reads its own texts, and the whole archive is never in memory.
 * @returns the files, in the lists' order
 */
export function spoolRecords(lists: readonly SearchEntry[][], folder: string): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return lists.map((entries, index) => {
    const file = path.join(folder, `${index}.jsonl`);
    writeFileSync(file, entries.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
    return file;
  });
}

/** The records of a spooled list, newest first, ties by id: the same whatever order they came in. */
export function readSpool(file: string): SearchRecord[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => readRecord(JSON.parse(line)))
    .sort((a, b) => b.date - a.date || (a.id < b.id ? -1 : 1));
}
