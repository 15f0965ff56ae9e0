import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { namesOf } from '../news/encounters.ts';
import type { SourceReading } from './readings.ts';
import { writeWhole } from './whole-file.ts';

/** Readings of the last time, in the order of their files, taken apart only where they are asked for. */
export interface KnownReadings {
  files: readonly string[];
  /** Of files that could not be read: null, which is no file's. */
  signatures: readonly (string | null)[];
  /** What other articles may meet each by. */
  traits(): KnownTraits;
  /** @param rows places in `files`, ascending */
  read(rows: readonly number[]): SourceReading[];
}

export interface KnownTraits {
  /** See `namesOf`. */
  names: readonly (readonly string[])[];
  /** Epoch ms; null where a file gave no article. */
  dates: readonly (number | null)[];
}

/** Undefined when there are none, or they are damaged, edited or of another version. */
export function openReadingCache(file: string, version: number): KnownReadings | undefined {
  try {
    const content = readFileSync(file);
    const lines = content.subarray(content.indexOf('\n') + 1);
    const head = content.toString('utf8', 0, content.length - lines.length);
    if (head !== headOf(crc32(lines), version)) return undefined;
    const endOfKeys = lines.indexOf('\n');
    const endOfTraits = lines.indexOf('\n', endOfKeys + 1);
    const { files, signatures, sizes } = JSON.parse(lines.toString('utf8', 0, endOfKeys)) as Keys;
    const starts = [endOfTraits + 1];
    for (const size of sizes) starts.push((starts.at(-1) as number) + size);
    return {
      files,
      signatures,
      traits: () => JSON.parse(lines.toString('utf8', endOfKeys + 1, endOfTraits)),
      read: (rows) =>
        findStretches(rows).flatMap(([from, to]) => {
          const text = lines.toString('utf8', starts[from], (starts[to] as number) - END.length);
          return JSON.parse(`[${text}]`) as SourceReading[];
        }),
    };
  } catch {
    return undefined;
  }
}

/** Writes beside the file and renames, so that a killed check leaves the old readings or the new. */
export function writeReadingCache(
  file: string,
  version: number,
  readings: ReadonlyMap<string, SourceReading>,
  signatures: ReadonlyMap<string, string>,
): void {
  const keys: Keys = { files: [...readings.keys()], signatures: [], sizes: [] };
  const names: (readonly string[])[] = [];
  const dates: (number | null)[] = [];
  const entries: Buffer[] = [];
  let text = '';
  for (const [name, one] of readings) {
    const { article } = one.reading;
    const entry = `${JSON.stringify(one)}${END}`;
    keys.signatures.push(one.digest === '' ? null : (signatures.get(name) ?? ''));
    keys.sizes.push(Buffer.byteLength(entry));
    names.push(article ? namesOf(article) : []);
    dates.push(article?.date ?? null);
    text += entry;
    if (text.length < LONG) continue;
    entries.push(Buffer.from(text));
    text = '';
  }
  const first = [keys, { names, dates } satisfies KnownTraits];
  const lines = [
    ...first.map((value) => Buffer.from(`${JSON.stringify(value)}\n`)),
    ...entries,
    Buffer.from(text),
  ];
  const check = lines.reduce((sum, line) => crc32(line, sum), 0);
  writeWhole(file, [headOf(check, version), ...lines]);
}

/** First line of the file; then the keys, the traits, and an entry for each of the files. */
function headOf(check: number, version: number): string {
  return `${version} ${check}\n`;
}

interface Keys {
  files: string[];
  signatures: (string | null)[];
  /** Of the entries, in bytes. */
  sizes: number[];
}

/** Behind each entry: entries that follow each other are parsed as one list. */
const END = ',\n';

/** In UTF-16 units; JavaScript's strings end at 512 MB, and archives grow. */
const LONG = 1_000_000;

/** First row and the one behind the last, of rows that follow each other, some at a time. */
function findStretches(rows: readonly number[]): [number, number][] {
  const stretches: [number, number][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    if (last && last[1] === row && row - last[0] < LONGEST_STRETCH) last[1] = row + 1;
    else stretches.push([row, row + 1]);
  }
  return stretches;
}

const LONGEST_STRETCH = 1000;
