import { problem } from '../news/problem.ts';
import { shorten, type TrapContext } from './trap-context.ts';

/** Whether a body has lines that Markdown may join against its author's meaning. */
export function mayJoinLines(body: string): boolean {
  return LIST.test(body) || SENTENCE_THEN_LINE.test(body) || /\S\n\u3000|\S\t/.test(body);
}

/**
 * Lines of one paragraph that were meant to stay lines: of a list, of a spreadsheet (tabs between the
 * cells, as its clipboard has them), or paragraphs with a single line end between them, as Notepad and
 * chat programs show them. Paragraphs are told where a line is indented as theirs are, or where a third
 * of the line ends or more follow a whole sentence; in text wrapped at a width that is chance.
 * @param first lines of the body, from 1
 */
export function inspectLineEnds(first: number, last: number, context: TrapContext): void {
  const lines = Array.from({ length: last - first + 1 }, (_, at) => context.sourceLine(first + at));
  const joined = lines.slice(0, -1).flatMap((text, at) => {
    return HARD_BREAK.test(text) ? [] : [{ text, next: lines[at + 1] ?? '', line: first + at }];
  });
  const row = joined.find(({ text, next }) => isRowOfCells(text) && isRowOfCells(next));
  if (row) {
    const about = { text: shorten(row.text) };
    context.problems.push(problem('broken-table', context.place(row.line), about));
    return;
  }
  const item = joined.find(({ text, next }) => LIST_LINE.test(text) && LIST_LINE.test(next));
  const sentences = joined.filter(({ text }) => SENTENCE_END.test(text));
  const isMeant = sentences.length * 3 >= joined.length;
  const told =
    item ??
    joined.find(({ next }) => /^[\s>]*\u3000/.test(next)) ??
    (isMeant ? sentences[0] : undefined);
  if (!told) return;
  const about = { text: shorten(told.text) };
  context.problems.push(problem('joined-lines', context.place(told.line), about));
}

function isRowOfCells(line: string): boolean {
  return /\S\t+\S/.test(line) && !LIST_LINE.test(line);
}

/** Marks of a list that Markdown does not know, or knows with a space behind them. */
const MARK = String.raw`(?:\d{1,2}[、．.)）](?=[^\d\s])|[-*+](?=[\u4e00-\u9fff“《])|[·•●▪■◆①-⒇❶-❿㈠-㈩]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[\d一二三四五六七八九十百]{1,4}[条章节][ \u3000])`;

const LIST_LINE = new RegExp(`^\\s*${MARK}`);

const LIST = new RegExp(`^[ \\t\u3000]*${MARK}[^\\n]*\\n[ \\t\u3000]*${MARK}`, 'm');

const HARD_BREAK = / {2}$|\\$|<br ?\/?>\s*$/i;

const SENTENCE_END = /[。！？…][”’」』）)]*\s*$/;

const SENTENCE_THEN_LINE = /[。！？…][”’」』）)]*[ \t\u3000]*\n[ \t>\u3000]*[^\s>#|]/;
