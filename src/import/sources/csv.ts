import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { decodeText } from '../../archive/text-encoding.ts';
import { finding } from '../finding.ts';
import type { SourceReading } from '../item.ts';
import type { ImportOptions } from '../options.ts';
import { SYNONYMS } from '../report.ts';
import { readRecord } from './record.ts';

/**
 * The rows of a table saved from Excel or WPS: the first row names the fields, in English or Chinese;
 * commas, semicolons or tabs; any encoding of a Chinese desk.
 */
export async function* readCsv(options: ImportOptions): AsyncGenerator<SourceReading> {
  const { file } = options;
  const text = decodeText(readFileSync(file));
  if (text === undefined) {
    const about = { reason: '编码认不出来。', advice: '请另存为“CSV UTF-8”，再导入。' };
    yield refused(file, finding('unreadable-source', { file }, about));
    return;
  }
  let rows: Row[];
  try {
    // The parser counts a CRLF inside quotes as two lines.
    rows = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      columns: false,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Row[];
  } catch (cause) {
    const line = (cause as { lines?: number }).lines;
    const about = {
      reason: '表格的引号不成对。',
      advice: '请用 Excel 或 WPS 打开，另存为 CSV，再导入。',
    };
    yield refused(file, finding('unreadable-source', { file, line }, about));
    return;
  }
  const [header, ...records] = rows;
  const names = (header?.record ?? []).map(canonicalName);
  if (records.length > 0 && !(names.includes('title') && names.includes('date'))) {
    const about = { known: (header?.record ?? []).join('、') };
    yield refused(file, finding('no-header', { file, line: 1 }, about));
    return;
  }
  let line = (header?.info.lines ?? 0) + 1;
  for (const { record, info } of records) {
    const place = { file, line };
    line = info.lines + 1;
    if (record.every((cell) => cell.trim() === '')) continue;
    yield await readRecord(toRecord(names, record), options, place);
  }
}

interface Row {
  record: string[];
  /** `lines` counts up to the row's last line. */
  info: { lines: number };
}

function refused(file: string, found: ReturnType<typeof finding>): SourceReading {
  return { place: { file }, findings: [found], unknown: [] };
}

/** Whatever stands most often in the first line. */
function delimiterOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (mark: string) => first.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function canonicalName(name: string): string {
  const trimmed = name.trim();
  return SYNONYMS[trimmed] ?? trimmed.toLowerCase();
}

/** Empty columns have no name; a cell of tags is a list. */
function toRecord(names: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const pairs = names.flatMap((name, index): [string, unknown][] => {
    const cell = cells[index] ?? '';
    if (name === '' || cell.trim() === '') return [];
    return [[name, name === 'tags' ? cell.split(/[,;；]/) : cell]];
  });
  return Object.fromEntries(pairs);
}
