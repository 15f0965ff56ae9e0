import { type Problem, problem } from '../news/problem.ts';

/**
 * Quotation marks and brackets that stand without the other half in their paragraph (GB/T 15834—2011,
 * 4.8 and 4.9): what a reader takes for quoted then never ends. A quotation of several paragraphs
 * opens in each and closes in the last; `1）` numbers a list.
 * @param masked lines without code and addresses
 */
export function findUnpairedMarks(
  masked: readonly string[],
  file: string,
  firstLine: number,
): Problem[] {
  const found: Problem[] = [];
  let open: Mark[] = [];
  const tell = ({ mark, line, column, text }: Mark) => {
    const about = { mark, other: PAIRS.get(mark) ?? OPENERS.get(mark) ?? '', text };
    found.push(problem('unpaired-mark', { file, line: firstLine + line, column }, about));
  };
  const endParagraph = (next: string) => {
    for (const mark of open) if (!(QUOTES.has(mark.mark) && next.startsWith(mark.mark))) tell(mark);
    open = [];
  };
  for (const [line, text] of masked.entries()) {
    if (BLOCK_START.test(unquote(text))) endParagraph(nextParagraph(masked, line));
    for (const { 0: mark, index } of text.matchAll(MARKS)) {
      const shown = text.slice(Math.max(0, index - SHOWN), index + SHOWN).trim();
      const here = { mark, line, column: index + 1, text: shown };
      const opener = OPENERS.get(mark);
      if (opener === undefined) {
        open.push(here);
        continue;
      }
      const at = open.findLastIndex((one) => one.mark === opener);
      if (at >= 0) for (const left of open.splice(at).slice(1)) tell(left);
      else if (!(mark === '）' && ENDS_ELSE.test(text.slice(0, index)))) tell(here);
    }
  }
  endParagraph('');
  return found;
}

interface Mark {
  mark: string;
  line: number;
  column: number;
  text: string;
}

const PAIRS = new Map(
  ['“”', '「」', '『』', '《》', '【】', '（）'].map((pair) => [...pair] as [string, string]),
);
const OPENERS = new Map([...PAIRS].map(([opener, closer]) => [closer, opener]));
const QUOTES: ReadonlySet<string> = new Set(['“', '「', '『']);
const MARKS = /[“”「」『』《》【】（）]/g;
/** Characters shown on either side. */
const SHOWN = 10;

/** What a bracket ends that was not opened: a list's number, or an address, which is told by itself. */
const ENDS_ELSE =
  /(?:^|[\s，。；：、])(?:\d{1,3}|[a-z]|[一二三四五六七八九十]{1,3}|[①-⑳])$|\]\([^()]*$/i;
/** Empty lines, and those that begin a block of their own: items, headings, rows of tables. */
const BLOCK_START = /^(?:$|[-*+]\s|\d+[.)]\s|#{1,6}\s|\|)/;

function nextParagraph(lines: readonly string[], from: number): string {
  for (let line = from; line < lines.length; line++) {
    const text = unquote(lines[line] ?? '');
    if (text !== '') return text;
  }
  return '';
}

/** A line without its margin. */
function unquote(line: string): string {
  return line.replace(/^[\s>]+/, '').trimEnd();
}
