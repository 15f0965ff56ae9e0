/** On the page of a result: marks the found words and scrolls to the first of them. */
import { findMatches } from '../news/search/excerpt.ts';
import { foldText } from '../news/search/fold.ts';
import { readArrival } from './search-arrival-address.ts';

const BLOCKS = 'p, li, td, th, h2, h3, h4, h5, h6, figcaption, blockquote, pre, dt, dd';

const found = readArrival(location.hash);
const body = document.querySelector('[data-article-body]');
if (found.length > 0 && body) {
  const phrases = found.map((text) => fold(text).chars.join(''));
  const blocks = [...body.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  const title = document.querySelector('main h1');
  const marks = [...(title ? [title] : []), ...(blocks.length > 0 ? blocks : [body])].flatMap(
    (block) => markBlock(block, phrases),
  );
  const first = marks.find((mark) => body.contains(mark)) ?? marks[0];
  first?.scrollIntoView({ block: 'center' });
}

/** The words come from this very text: no need of the Traditional table. */
function fold(text: string) {
  return foldText(text, new Map());
}

/** Marks matches within a block, also those that run across links and emphasis. */
function markBlock(block: Element, phrases: readonly string[]): HTMLElement[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start: text.length });
    text += node.nodeValue ?? '';
  }
  const marks: HTMLElement[] = [];
  // From the end, so that offsets before stay right while nodes are split.
  for (const { start, end } of findMatches(fold(text), phrases).reverse()) {
    for (const { node, start: at } of [...nodes].reverse()) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.data.length);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = document.createElement('mark');
      range.surroundContents(mark);
      marks.unshift(mark);
    }
  }
  return marks;
}
