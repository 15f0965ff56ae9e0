import type { MdastNode } from 'satteri';
import type { Notes } from '../notes.ts';
import { type Edit, nodesOf, sliceOf } from './nodes.ts';

/** The title is the page's only first heading: those of the text start at the second level. */
export function arrangeHeadings(
  tree: MdastNode,
  text: string,
  title: string,
  notes: Notes,
): Edit[] {
  const plain = (words: string) => words.replace(/[\s#=]+/g, '');
  const headings = [...nodesOf(tree)].flatMap(({ node }) =>
    node.type === 'heading' ? [{ depth: node.depth, ...sliceOf(node, text) }] : [],
  );
  const [first] = headings;
  const isTitle = first?.depth === 1 && plain(first.slice) === plain(title);
  const rest = isTitle ? headings.slice(1) : headings;
  const edits = isTitle ? [{ start: first.start, end: first.end, text: '' }] : [];
  if (!rest.some(({ depth }) => depth === 1)) return edits;
  notes.add('headings', rest.length);
  return [...edits, ...rest.map(lower)];
}

function lower({ depth, start, end, slice }: { depth: number } & ReturnType<typeof sliceOf>): Edit {
  const mark = '#'.repeat(Math.min(6, depth + 1));
  if (slice.startsWith('#')) return { start, end: start + depth, text: mark };
  const words = slice.replace(/\n[ \t]*[=-]+[ \t]*$/, '').replace(/\s*\n\s*/g, ' ');
  return { start, end, text: `${mark} ${words}` };
}
