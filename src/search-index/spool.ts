import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { SearchRecord } from '../news/search/record.ts';
import type { SearchEntry } from './entry.ts';

/**
 * Reads the entries' records and writes each list to a file below `folder`, emptied first, so that
 * the whole archive is never in memory and each bundle's process reads its own.
 * @returns the files, in the lists' order
 */
export function spoolRecords(lists: readonly SearchEntry[][], folder: string): string[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return lists.map((entries, index) => {
    const file = path.join(folder, `${index}.jsonl`);
    for (let start = 0; start < entries.length; start += LINES_WAITING) {
      const part = entries.slice(start, start + LINES_WAITING);
      appendFileSync(file, part.map((entry) => `${JSON.stringify(entry.read())}\n`).join(''));
    }
    return file;
  });
}

/** The records of a spooled list, newest first, ties by id: the same whatever order they came in. */
export function readSpool(file: string): SearchRecord[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SearchRecord)
    .sort((a, b) => b.date - a.date || (a.id < b.id ? -1 : 1));
}

const LINES_WAITING = 500;
