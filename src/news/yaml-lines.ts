import { articleFields, canonicalKey, type Field } from './fields.ts';
import { type Problem, problem } from './problem.ts';

/** A repair of one line: the line as it was meant, and what was wrong with it. */
interface Repair {
  line: string;
  found: Problem;
}

interface LinePlace {
  file: string;
  line: number;
}

/**
 * Lines whose key YAML does not see, or cannot read: `标题：正文`, `title:正文`, `**标题**：正文` as chat
 * programs and Word write it, and lines indented with tabs. YAML loses such a line, or the whole block,
 * in silence. `lines` come back repaired, so that the rest can be checked as well.
 */
export function repairLines(
  lines: readonly string[],
  file: string,
  firstLine: number,
): { lines: string[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const repaired = [...lines];
  for (const [index, written] of lines.entries()) {
    const place = { file, line: firstLine + index };
    for (const repair of [repairIndent, repairDecoration, repairColon]) {
      const done = repair(repaired, index, place, written);
      if (!done) continue;
      repaired[index] = done.line;
      if (problems.at(-1)?.line !== place.line) problems.push(done.found);
    }
  }
  return { lines: repaired, problems };
}

/** YAML indents with spaces alone. A key stands beside the one above, or below it if that has no value. */
function repairIndent(
  lines: readonly string[],
  index: number,
  place: LinePlace,
): Repair | undefined {
  const text = lines[index] ?? '';
  const [tabs = ''] = /^[ \u3000]*\t[ \t\u3000]*(?=\S)/.exec(text) ?? [];
  if (tabs === '' || /^\s*#/.test(text)) return undefined;
  const about = { line: text.trim(), advice: '行首的缩进请用空格，不要用 Tab 键。' };
  const rest = text.slice(tabs.length);
  const width = KEY.test(rest) ? indentBelow(lines, index) : undefined;
  const indent = width === undefined ? tabs.replace(/[\t\u3000]/g, '  ') : ' '.repeat(width);
  return { line: indent + rest, found: problem('bad-yaml', place, about) };
}

const KEY = /^[\w\u4e00-\u9fff]{1,12}\s*[:：]/;

/** Where a key below the nearest line belongs; undefined if that line has none, or begins a text. */
function indentBelow(lines: readonly string[], index: number): number | undefined {
  const above = lines.slice(0, index).findLast((line) => line.trim() !== '') ?? '';
  const [, start = '', value = ''] = /^(\s*(?:- +)?)[^\s:：]+\s*[:：]\s*(.*)$/.exec(above) ?? [];
  if (above === '' || /^[|>]/.test(value) || !KEY.test(above.slice(start.length))) return undefined;
  return value === '' ? start.length + 2 : start.length;
}

/** `**标题**：央行`, `**标题：** 央行`, `“title”: 央行`; only around keys an article has. */
function repairDecoration(
  lines: readonly string[],
  index: number,
  place: LinePlace,
  written: string,
): Repair | undefined {
  const [, mark = '', key = '', rest = ''] = DECORATED.exec(lines[index] ?? '') ?? [];
  if (!Object.hasOwn(articleFields, canonicalKey(key, articleFields))) return undefined;
  const isOpen = /^\*+$/.test(mark) && rest.endsWith(mark) && !rest.slice(0, -2).includes(mark);
  const value = (isOpen ? rest.slice(0, -mark.length) : rest).trim();
  const line = `${key}: ${value}`;
  const about = { line: written.trim(), advice: `名称前后不要加符号，写成：${line}` };
  return { line, found: problem('bad-yaml', place, about) };
}

const DECORATED =
  /^(\*{1,3}|_{1,2}|[“”‘’《【])([\w\u4e00-\u9fff]{1,12})(?:\1|[”“’‘》】])?\s*[:：](?:\1|[”“’‘》】])?\s*(.*)$/;

function repairColon(
  lines: readonly string[],
  index: number,
  place: LinePlace,
): Repair | undefined {
  const text = lines[index] ?? '';
  const [, indent = '', dash = '', key = '', colon = '', value = ''] = LOST_KEY.exec(text) ?? [];
  // `- 专题：养老` is a tag with a colon in it; `- 日期：2026` is a key of a list of maps.
  const isKey = key !== '' && (dash === '' || ITEM_KEYS.has(key));
  if (!isKey || isInsideText(lines, index)) return undefined;
  const kind = colon.includes('：') ? 'fullwidth-colon' : 'no-space-after-colon';
  const column = text.indexOf(colon.trim(), indent.length + dash.length + key.length) + 1;
  const found = problem(kind, { ...place, column }, { key, value: value.trim() });
  return { line: `${indent}${dash}${key}: ${value}`, found };
}

const LOST_KEY =
  /^(\s*)(- +)?([\w\u4e00-\u9fff]{1,12})(\s*：\s*|:(?=[^\s:/]|[\u00a0\u2000-\u200b\u3000])[\u00a0\u2000-\u200b\u3000]*)(.*)$/;

/** Keys that may stand behind a `- `, in articles and in settings files. */
const ITEM_KEYS: ReadonlySet<string> = new Set([
  ...Object.values(articleFields as Record<string, Field>).flatMap(({ keys }) =>
    namesOf(keys ?? {}),
  ),
  ...['id', 'name', 'description', 'summary', 'intro', 'role', 'bio'],
]);

function namesOf(fields: Readonly<Record<string, Field>>): string[] {
  return Object.entries(fields).flatMap(([name, { alias }]) => [name, alias]);
}

/** Whether a line continues a block scalar (`summary: |`), a quoted or a folded value above it. */
function isInsideText(lines: readonly string[], index: number): boolean {
  let indent = indentOf(lines[index] ?? '');
  for (let above = index - 1; above >= 0 && indent > 0; above--) {
    const line = lines[above] ?? '';
    if (line.trim() === '' || keyIndentOf(line) >= indent) continue;
    if (/:[ \t]+[^#\s]|^\s*- +(?!\S+:(?:\s|$))\S/.test(line)) return true;
    indent = indentOf(line);
  }
  return false;
}

/** Behind the `- ` of a list of maps: the keys below its first stand beside it. */
function keyIndentOf(line: string): number {
  const [, start = '', key = ''] = /^(\s*- +)([\w\u4e00-\u9fff]{1,12})\s*[:：]/.exec(line) ?? [];
  return ITEM_KEYS.has(key) ? start.length : indentOf(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
