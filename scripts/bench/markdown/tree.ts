import type { Element, ElementContent, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** HTML as a browser reads it. */
export function readHtml(html: string): Root {
  return fromHtml(html, { fragment: true });
}

/** The text of a tree, without alternatives of pictures. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** All elements of these names, in document order; of every name without one. */
export function listElements(node: Nodes, ...names: string[]): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const own = names.length === 0 || names.includes(child.tagName) ? [child] : [];
    return [...own, ...listElements(child, ...names)];
  });
}

/** Gives every element what stands in its place: itself, others, or nothing. Inner ones first. */
export function replaceElements(
  node: Root | Element,
  replace: (element: Element) => ElementContent[],
): void {
  node.children = node.children.flatMap((child) => {
    if (child.type !== 'element') return child.type === 'text' ? [child] : [];
    replaceElements(child, replace);
    return replace(child);
  });
}
