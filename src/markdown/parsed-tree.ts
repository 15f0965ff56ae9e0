import type { Nodes, RootContent } from 'hast';
import { splitAddress, unmarkChinese, unmarkText } from './chinese-marks.ts';
import { keepAlignment } from './tables.ts';
import { isElement } from './tree.ts';

/**
 * Readies a tree as the parser left it for sanitising, in place: our marks come out of texts and
 * addresses (if `isMarked`), and alignment of cells out of styles.
 */
export function prepareTree(node: Nodes, isMarked: boolean): void {
  if (node.type === 'text' && isMarked) node.value = unmarkText(node.value);
  if (node.type === 'element') {
    if (node.tagName === 'td' || node.tagName === 'th') keepAlignment(node);
    const { properties } = node;
    for (const name in properties) {
      const value = properties[name];
      if (isMarked && typeof value === 'string') properties[name] = unmarkChinese(value);
      // Footnotes' marks, which the reader of raw HTML writes as empty texts.
      else if (value === true && name.startsWith('data')) properties[name] = '';
    }
  }
  if ('children' in node) for (const child of node.children) prepareTree(child, isMarked);
}

/** Ends `www.` addresses where `prepareTree` would lose the mark that says so: comes before it. */
export function shortenAddresses(node: Nodes): void {
  if (!('children' in node)) return;
  node.children = node.children.flatMap(shortenAddress) as typeof node.children;
  for (const child of node.children) shortenAddresses(child);
}

function shortenAddress(node: RootContent): RootContent[] {
  const text = isElement(node, 'a') && node.children.length === 1 ? node.children[0] : undefined;
  if (!isElement(node, 'a') || text?.type !== 'text') return [node];
  const [address, rest] = splitAddress(text.value, String(node.properties.href)) ?? [];
  if (address === undefined || rest === undefined) return [node];
  node.properties.href = `http://${address}`;
  text.value = address;
  return [node, { type: 'text', value: rest }];
}
