import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { writeWhole } from './whole-file.ts';

/**
 * Caches plain data in which large typed arrays stand, as bytes behind a head of JSON: writing and
 * reading hundreds of megabytes copies none of them. Writes beside the file and renames, so that a
 * killed build leaves the old data or the new.
 */
export function writeColumns(file: string, version: number, value: unknown): void {
  const columns: Uint8Array[] = [];
  let end = 0;
  const data = JSON.stringify(value, (_, member: unknown) => {
    if (!ArrayBuffer.isView(member)) return member;
    const start = end;
    const bytes = new Uint8Array(member.buffer, member.byteOffset, member.byteLength);
    columns.push(bytes, new Uint8Array(paddingOf(bytes.length)));
    end += bytes.length + paddingOf(bytes.length);
    const type = member.constructor.name as Column[0];
    return { [COLUMN]: [type, start, bytes.length] satisfies Column };
  });
  const check = columns.reduce((sum, bytes) => crc32(bytes, sum), crc32(data));
  const head = Buffer.from(`${version} ${check} ${data}\n`);
  writeWhole(file, [head, Buffer.alloc(paddingOf(head.length)), ...columns]);
}

/**
 * Data cached by `writeColumns` under the same version, or under any; undefined when there is none,
 * or it is damaged or of another version. The arrays share the memory of the file's bytes.
 */
export function readColumns(file: string, version?: number): unknown {
  try {
    if (version !== undefined && readVersion(file) !== version) return undefined;
    const content = readFileSync(file);
    const end = content.indexOf('\n') + 1;
    const [, check, data = ''] = /^\d+ (\d+) (.*)\n$/s.exec(content.toString('utf8', 0, end)) ?? [];
    const columns = content.subarray(end + paddingOf(end));
    if (Number(check) !== crc32(columns, crc32(data))) return undefined;
    return JSON.parse(data, (_, member: unknown) => {
      if (typeof member !== 'object' || member === null || !(COLUMN in member)) return member;
      const [name, start, length] = member[COLUMN] as Column;
      const View = VIEWS[name];
      const from = columns.byteOffset + start;
      return new View(columns.buffer, from, length / View.BYTES_PER_ELEMENT);
    });
  } catch {
    return undefined;
  }
}

/** The number that a file begins with. */
function readVersion(file: string): number {
  const start = Buffer.alloc(LONGEST_VERSION);
  const source = openSync(file, 'r');
  try {
    return Number.parseInt(start.toString('latin1', 0, readSync(source, start)), 10);
  } finally {
    closeSync(source);
  }
}

/** In digits; versions are of 48 bits. */
const LONGEST_VERSION = 15;

/** Where an array's bytes are: their type, first byte and number. */
type Column = [type: keyof typeof VIEWS, start: number, length: number];

const COLUMN = '#column';

const VIEWS = { Uint8Array, Int32Array, Uint32Array, Float32Array, Float64Array };
const LARGEST_ELEMENT = Float64Array.BYTES_PER_ELEMENT;

/** Bytes up to where any element may stand. */
function paddingOf(length: number): number {
  return -length & (LARGEST_ELEMENT - 1);
}
