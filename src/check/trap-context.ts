import type { Nodes } from 'mdast';
import type { Place, Problem } from '../news/problem.ts';

/** A body being inspected. */
export interface TrapContext {
  problems: Problem[];
  links: Reference[];
  /** Text of a line of the body, from 1. */
  sourceLine(line: number): string;
  /** Where a place of the parsed text stands in the file. */
  place(line: number, column?: number): Place & { line: number; column: number };
  /** The source of a node. */
  textOf(node: Nodes): string;
  /** Address of a definition, `[甲]: https://…`, by its identifier. */
  addressOf(identifier: string): string | undefined;
  /** Whether the text refers to a footnote. */
  isNoted(identifier: string): boolean;
}

/** A link of a body; `line` and `column` as in `Place`. */
export interface Reference {
  href: string;
  line: number;
  column: number;
}

/** The start of a text, for a message. */
export function shorten(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 30 ? `${[...line].slice(0, 28).join('')}…` : line;
}
