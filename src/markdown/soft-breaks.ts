import type { Nodes, Root, Text } from 'hast';
import { isBreakSilent } from '../news/soft-break.ts';

/**
 * Removes line ends between Chinese characters and marks, also across `<strong>`, links and other
 * inline elements; browsers would show them as spaces. Code and line ends beside Latin text stay.
 */
export function joinLines(root: Root): void {
  joinRun(root);
}

/** Text of one line box, in order; whatever else stands in a line is a stop in between. */
type Run = (Text | undefined)[];

const INLINE = new Set(
  'a abbr b bdi bdo cite del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

function joinRun(block: Nodes): void {
  let run: Run = [];
  const flush = () => {
    // Between blocks there is nothing but a line end.
    if (run.length > 1 || (run[0]?.value.length ?? 0) > 1) removeBreaks(run);
    run = [];
  };
  const descend = (node: Nodes) => {
    if (!('children' in node)) return;
    for (const child of node.children) {
      if (child.type === 'text') run.push(child);
      else if (child.type === 'element' && INLINE.has(child.tagName)) descend(child);
      else if ((child.type as string) === 'mdxJsxTextElement') descend(child);
      else if (child.type === 'element' && child.tagName === 'code') {
        const words = child.children[0];
        // Its text is a neighbour of what follows, but is not changed: a copy stands for it.
        run.push(words?.type === 'text' ? { ...words } : undefined);
      } else {
        flush();
        if (child.type !== 'element' || child.tagName !== 'pre') joinRun(child);
      }
    }
  };
  descend(block);
  flush();
}

const BREAK = /[ \t]*\n[ \t\n]*/g;

function removeBreaks(run: Run): void {
  for (const [index, text] of run.entries()) {
    if (!text?.value.includes('\n')) continue;
    const { value } = text;
    text.value = value.replace(BREAK, (found, offset: number) => {
      const before = value.slice(Math.max(0, offset - 6), offset) || textBefore(run, index);
      const end = offset + found.length;
      const after = value.slice(end, end + 6) || textAfter(run, index);
      return isBreakSilent(before, after) ? '' : found;
    });
  }
}

function textBefore(run: Run, index: number): string {
  for (let at = index - 1; at >= 0; at--) {
    const value = run[at]?.value;
    if (value !== '') return value?.slice(-6) ?? '';
  }
  return '';
}

function textAfter(run: Run, index: number): string {
  for (let at = index + 1; at < run.length; at++) {
    const value = run[at]?.value;
    if (value !== '') return value?.slice(0, 6) ?? '';
  }
  return '';
}
