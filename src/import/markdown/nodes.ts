import type { MdastNode } from 'satteri';

/** A stretch of a source, in UTF-16 units, and what stands there instead. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** All nodes in document order, each with its parent. */
export function* nodesOf(
  parent: MdastNode,
): Generator<{ node: MdastNode; parent: MdastNode }, void, undefined> {
  if (!('children' in parent)) return;
  for (const node of parent.children as MdastNode[]) {
    yield { node, parent };
    yield* nodesOf(node);
  }
}

/** Where a node stands and what stands there. */
export function sliceOf(
  node: MdastNode,
  text: string,
): { start: number; end: number; slice: string } {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  return { start, end, slice: text.slice(start, end) };
}

/** Edits do not overlap; of two that would, the one that begins first counts. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}
