import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { formatDay } from '../news/beijing.ts';
import type { Facets } from '../news/search/catalog.ts';
import type { Period } from '../news/search/periods.ts';
import type { SearchRecord } from '../news/search/record.ts';
import { MOST_SOURCES, MOST_TAGS } from './settings.ts';

/** What is kept in memory of each record while its text waits on disk. */
export interface SpooledRecord {
  id: string;
  /** In Beijing, `2025-03-01`. */
  day: string;
  /** Of everything the record says. */
  hash: string;
}

export interface Spool {
  folder: string;
  records: SpooledRecord[];
  facets: Facets;
}

/**
 * Writes records to one file a month below `folder`, emptied first, so that the whole archive is
 * never in memory and each bundle's process reads its own months.
 */
export async function spoolRecords(
  records: AsyncIterable<SearchRecord> | Iterable<SearchRecord>,
  folder: string,
): Promise<Spool> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const spooled: SpooledRecord[] = [];
  const waiting = new Map<string, string[]>();
  const sources = new Map<string, number>();
  const tags = new Map<string, number>();
  for await (const record of records) {
    const line = JSON.stringify(record);
    const day = formatDay(record.date);
    spooled.push({ id: record.id, day, hash: createHash('sha256').update(line).digest('hex') });
    if (record.source !== undefined) increase(sources, record.source);
    for (const tag of new Set(record.tags)) increase(tags, tag);
    const month = day.slice(0, 7);
    const lines = waiting.get(month) ?? [];
    lines.push(line);
    waiting.set(month, lines);
    if (lines.length >= LINES_WAITING) flush(folder, month, waiting);
  }
  for (const month of [...waiting.keys()]) flush(folder, month, waiting);
  const facets = {
    sources: mostFrequent(sources, MOST_SOURCES),
    tags: mostFrequent(tags, MOST_TAGS),
  };
  return { folder, records: spooled, facets };
}

/** The records of a period, newest first, ties by id: the same whatever order they came in. */
export function readSpool(
  folder: string,
  { from, to }: Pick<Period, 'from' | 'to'>,
): SearchRecord[] {
  const records: SearchRecord[] = [];
  for (const month of monthsBetween(from, to)) {
    let lines: string[];
    try {
      lines = readFileSync(monthFile(folder, month), 'utf8').split('\n');
    } catch {
      continue; // A month without articles.
    }
    for (const line of lines) {
      if (line === '') continue;
      const record = JSON.parse(line) as SearchRecord;
      const day = formatDay(record.date);
      if (day >= from && day <= to) records.push(record);
    }
  }
  return records.sort((a, b) => b.date - a.date || (a.id < b.id ? -1 : 1));
}

const LINES_WAITING = 500;

function flush(folder: string, month: string, waiting: Map<string, string[]>): void {
  appendFileSync(monthFile(folder, month), `${waiting.get(month)?.join('\n')}\n`);
  waiting.delete(month);
}

function monthFile(folder: string, month: string): string {
  return path.join(folder, `${month}.jsonl`);
}

/** Periods stay within a year. */
function monthsBetween(from: string, to: string): string[] {
  const year = from.slice(0, 4);
  const first = Number(from.slice(5, 7));
  const last = Number(to.slice(5, 7));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    return `${year}-${String(first + index).padStart(2, '0')}`;
  });
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent(counts: Map<string, number>, limit: number): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
}
