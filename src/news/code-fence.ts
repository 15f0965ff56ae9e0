/**
 * A source that stands in a code block, as chat programs hand out files: the lines of its text that
 * open and close the block, from 0; `end` is absent where it cannot be told.
 */
export interface CodeFence {
  start: number;
  end?: number;
}

/** The code block around a whole source, or around its frontmatter; undefined for a source in none. */
export function findCodeFence(lines: readonly string[]): CodeFence | undefined {
  const start = lines.findIndex(isFilled);
  const mark = OPENING.exec(lines[start] ?? '')?.[1];
  const first = lines.findIndex((line, index) => index > start && isFilled(line));
  if (mark === undefined || lines[first]?.trim() !== '---') return undefined;
  const isMark = (line = '') => line.trim().startsWith(mark);
  const isClosing = (line = '') => line.trim() === mark;
  const frontmatterEnd = lines.findIndex((line, index) => index > first && line.trim() === '---');
  const next = lines.findIndex((line, index) => index > frontmatterEnd && isFilled(line));
  if (frontmatterEnd !== -1 && isClosing(lines[next])) return { start, end: next };
  const last = lines.findLastIndex(isFilled);
  // Blocks of the body stand in pairs: with an odd number one of them is open, and the last closes it.
  const isPaired = lines.filter(isMark).length % 2 === 0;
  return last > first && isClosing(lines[last]) && isPaired ? { start, end: last } : { start };
}

const OPENING = /^\s*(`{3,}|~{3,})\s*[\w-]*\s*$/;

function isFilled(line: string): boolean {
  return line.trim() !== '';
}
