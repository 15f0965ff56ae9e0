import type { Paragraph } from 'mdast';
import { problem } from '../news/problem.ts';
import { inspectLineEnds } from './joined-lines.ts';
import { isOfOwnMachine } from './reference-traps.ts';
import { shorten, type TrapContext } from './trap-context.ts';

/** Text that was meant as something else: a heading, a link, a picture, a table, a list, bold. */
export function inspectParagraph(node: Paragraph, context: TrapContext): void {
  const { start, end } = node.position ?? {};
  if (!start || !end) return;
  for (let line = start.line; line <= end.line; line++) {
    const text = context.sourceLine(line);
    const at = context.place(line);
    const heading = findHeading(text);
    if (heading) context.problems.push(problem('heading-without-space', at, heading));
    inspectAddresses(text, at, context);
    if (/^\s*[|｜].*[|｜].*[|｜]\s*$/.test(text) && (line === start.line || /｜/.test(text))) {
      context.problems.push(problem('broken-table', at, { text: shorten(text) }));
      break;
    }
  }
  inspectLineEnds(start.line, end.line, context);
  inspectFootnoteMarks(node, context);
  const literal = findLiteralStars(node, context);
  if (literal) {
    const { line, column, text } = literal;
    context.problems.push(problem('literal-stars', context.place(line, column), { text }));
  }
}

/** `#标题` and `＃ 标题`; `#话题#` is none. */
function findHeading(text: string): { text: string; example: string } | undefined {
  const [, marks = '', gap = '', words = ''] =
    /^\s*([#＃]{1,6})(\s*)([^#＃\s\d].{0,38})$/.exec(text) ?? [];
  if (!/^[\u4e00-\u9fff“《（]/.test(words) || /[#＃]/.test(words) || / /.test(words))
    return undefined;
  if (gap !== '' && !marks.includes('＃')) return undefined;
  return { text: text.trim(), example: `${'#'.repeat(Math.max(2, marks.length))} ${words}` };
}

type Spot = ReturnType<TrapContext['place']>;

/** Links and pictures in the wrong brackets, or with a space in their address. */
function inspectAddresses(written: string, at: Spot, context: TrapContext): void {
  const text = written.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
  const wide = WIDE_BRACKETS.exec(text);
  if (wide) {
    const from = Math.max(0, text.search(/!?[[【]/), text.lastIndexOf('[', wide.index));
    const about = { text: shorten(text.slice(from, wide.index + 20)) };
    context.problems.push(problem('fullwidth-link', { ...at, column: from + 1 }, about));
  }
  for (const match of text.matchAll(SPACED)) {
    const place = { ...at, column: match.index + 1 };
    const [whole, address = ''] = match;
    if (isOfOwnMachine(address, whole.startsWith('!') ? 'image' : 'link')) {
      const [what, effect] = whole.startsWith('!')
        ? ['图片', '只留下说明文字']
        : ['链接', '点不了'];
      const about = { what, address: shorten(address), effect };
      context.problems.push(problem('unreachable-address', place, about));
      continue;
    }
    const example = whole.replace(/\(.*\)$/, `(<${address.trim()}>)`);
    context.problems.push(problem('space-in-address', place, { text: whole, example }));
  }
}

/** `]（`, `] (` before an address, `(…）` around one, `【文字】(https:`. */
const WIDE_BRACKETS =
  /\](?:（|\s[（(])(?=https?:|\.{0,2}\/|[^\s（）()]+\.(?:png|jpe?g|webp|avif|gif|svg|mdx?)(?![a-z]))|\]\((?=[^()\s（]*\.[^()\s（]*）)(?![^()\s]*\))|】[（(](?=https?:)/i;

const SPACED =
  /!?\[[^[\]\n]*\]\(\s*(?![<\s])([^()"'<>\n]*[./][^()"'<>\n]*?[^\s()]\s+[^\s()"'<>][^()"'<>\n]*|[^()"'<>\s]+\s+[^()"'<>\n]*\.[a-z]{2,5})\)/gi;

/** `[^1]` without its footnote stays as it is. */
function inspectFootnoteMarks(node: Paragraph, context: TrapContext): void {
  for (const child of node.children) {
    if (child.type !== 'text' || !child.value.includes('[^')) continue;
    const source = context.textOf(child);
    for (const match of source.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
      const about = { name: match[1] ?? '', reason: '没有写内容，读者会看到这几个符号' };
      const { line, column } = placeIn(source, match.index, child.position?.start);
      context.problems.push(problem('unmatched-footnote', context.place(line, column), about));
    }
  }
}

/**
 * Stars that were meant as bold: two runs of them, or one where a paragraph starts or ends. A single
 * run elsewhere hides a name (`张**`) or digits (`6222****1234`).
 */
function findLiteralStars(
  node: Paragraph,
  context: TrapContext,
): { line: number; column: number; text: string } | undefined {
  const whole = context.textOf(node);
  const runs: { line: number; column: number; text: string }[] = [];
  for (const child of node.children) {
    if (child.type !== 'text' || !/\*\*|＊＊/.test(child.value)) continue;
    const source = context.textOf(child);
    for (const match of source.matchAll(/(?<![\\*\d])\*\*(?![*\d])|(?<!＊)＊＊(?!＊)/g)) {
      const text = shorten(source.slice(match.index));
      runs.push({ ...placeIn(source, match.index, child.position?.start), text });
    }
  }
  const isAtEdge = /^\s*\*\*(?!\*)|(?<!\*)\*\*\s*$/.test(whole);
  return runs.length > 1 || isAtEdge ? runs[0] : undefined;
}

/** Line and column of a place in the source of a node that starts at `start`. */
function placeIn(
  source: string,
  index: number,
  start: { line: number; column: number } | undefined,
): { line: number; column: number } {
  const above = source.slice(0, index).split('\n');
  return {
    line: (start?.line ?? 1) + above.length - 1,
    column: (above.length === 1 ? (start?.column ?? 1) : 1) + (above.at(-1)?.length ?? 0),
  };
}
