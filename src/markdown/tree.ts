import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';

type Parent = Root | Element;

/** All elements in document order, each with its parent. */
export function listElements(root: Root): { element: Element; parent: Parent }[] {
  const found: { element: Element; parent: Parent }[] = [];
  const descend = (parent: Parent) => {
    for (const child of parent.children) {
      if (child.type === 'element') found.push({ element: child, parent });
      if ('children' in child) descend(child as Element);
    }
  };
  descend(root);
  return found;
}

/** The text inside, without alternatives of images. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  let text = '';
  for (const child of node.children) text += textOf(child);
  return text;
}

/** Levels of nesting; a tree deep enough to exhaust the stack is counted without recursion. */
export function depthOf(root: Root): number {
  let depth = 0;
  for (let level: Nodes[] = [root]; level.length > 0; depth++) {
    const next: Nodes[] = [];
    for (const node of level) {
      if ('children' in node) for (const child of node.children) next.push(child);
    }
    level = next;
  }
  return depth;
}

export function isElement<Name extends string>(
  node: RootContent | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && names.includes(node.tagName as Name);
}

export function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Turns an element into another in place: whoever holds it keeps holding it. */
export function become(
  element: Element,
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): void {
  element.tagName = tagName;
  element.properties = properties;
  element.children = children;
}
