import { type Finding, finding } from '../finding.ts';
import { EXAMPLE, type Place, type SourceReading } from '../item.ts';
import type { ImportOptions } from '../options.ts';
import { readLines } from './lines.ts';
import { readRecord } from './record.ts';

/**
 * The items of a JSON Lines file, one by one. Blank lines are passed over; a line that is no item
 * comes with its finding.
 */
export async function* readJsonLines(options: ImportOptions): AsyncGenerator<SourceReading> {
  const { file } = options;
  let isFirst = true;
  for (const line of readLines(file)) {
    if (line.text !== undefined && line.text.trim() === '') continue;
    const place = { file, line: line.number };
    if (isFirst && line.text?.trim() === '[') {
      yield refused(place, finding('json-array', place));
      return;
    }
    isFirst = false;
    if (line.text === undefined) {
      yield refused(place, finding('not-utf8', place));
      continue;
    }
    const { record, problem } = parseRecord(line.text, place);
    yield record ? await readRecord(record, options, place) : refused(place, problem);
  }
}

function refused(place: Place, found: Finding): SourceReading {
  return { place, findings: [found], unknown: [] };
}

type Parsed =
  | { record: Record<string, unknown>; problem?: never }
  | { record?: never; problem: Finding };

function parseRecord(text: string, place: { file: string; line: number }): Parsed {
  try {
    const value: unknown = JSON.parse(text, keepDigits);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return { record: value as Record<string, unknown> };
    }
    const what = Array.isArray(value) ? '一个列表' : '一个单独的值';
    return { problem: finding('not-an-item', place, { what, example: EXAMPLE }) };
  } catch (cause) {
    const position = /position (\d+)/.exec(String(cause))?.[1];
    const where = position === undefined ? '没有写完' : `第 ${Number(position) + 1} 个字符读不懂`;
    return { problem: finding('not-json', place, { where, example: EXAMPLE }) };
  }
}

/**
 * Numbers as they are written: a double has room for 15 digits, and an id of 19 would be another
 * one's. `context.source` is ECMAScript's “JSON.parse source text access”.
 */
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value;
}
