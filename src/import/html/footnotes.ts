import type { Element, Root } from 'hast';
import { listElements } from '../../markdown/tree.ts';
import type { Notes } from '../notes.ts';

/**
 * Finds footnotes by their structure, whatever program wrote them, and gives them elements of their
 * own: a link in the text leads to a list item or paragraph that links back to it. Word's (through
 * mammoth), Hugo's, WordPress's and GitHub's all do.
 */
export function markFootnotes(root: Root, notes: Notes): void {
  const elements = listElements(root);
  const byId = new Map(
    elements.flatMap(({ element }) =>
      element.properties.id === undefined ? [] : [[String(element.properties.id), element]],
    ),
  );
  const parents = new Map(elements.map(({ element, parent }) => [element, parent]));
  const labels = new Map<Element, string>();
  for (const { element: link } of elements) {
    const note = byId.get(targetOf(link) ?? '');
    if (!note || !/^(?:li|p|div|aside)$/.test(note.tagName) || contains(note, link)) continue;
    const ids = [link, ...ancestorsOf(link, parents)].map(({ properties }) => properties.id);
    const isAnswered = listElements({ type: 'root', children: [note] }).some(({ element }) => {
      const target = targetOf(element);
      return target !== undefined && ids.includes(target);
    });
    if (!isAnswered && !labels.has(note)) continue;
    const label = labels.get(note) ?? String(labels.size + 1);
    labels.set(note, label);
    const parent = parents.get(link);
    const mark = parent?.type === 'element' && parent.tagName === 'sup' ? parent : link;
    mark.tagName = 'footnote-reference';
    mark.properties = { label };
    mark.children = [];
  }
  for (const [note, label] of labels) moveNote(root, note, label, parents);
  notes.add('footnotes', labels.size);
}

type Parents = Map<Element, Element | Root>;

function targetOf({ tagName, properties }: Element): string | undefined {
  const href = tagName === 'a' ? String(properties.href ?? '') : '';
  if (!href.startsWith('#')) return undefined;
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

function ancestorsOf(element: Element, parents: Parents): Element[] {
  const parent = parents.get(element);
  return parent?.type === 'element' ? [parent, ...ancestorsOf(parent, parents)] : [];
}

function contains(outer: Element, inner: Element): boolean {
  return (
    outer === inner ||
    outer.children.some((child) => child.type === 'element' && contains(child, inner))
  );
}

/** The note goes to the end of the text; a list, and what was only around it, goes with it. */
function moveNote(root: Root, note: Element, label: string, parents: Parents): void {
  dropBackLinks(note);
  let child: Element = note;
  for (;;) {
    const parent = parents.get(child);
    if (!parent) break;
    parent.children = parent.children.filter((one) => one !== child) as typeof parent.children;
    if (parent.type === 'root' || !isEmptied(parent)) break;
    child = parent;
  }
  root.children.push({
    type: 'element',
    tagName: 'footnote-definition',
    properties: { label },
    children: note.children,
  });
}

/** Nothing left but white space, a rule, a heading “脚注”. */
function isEmptied({ children }: Element): boolean {
  return children.every(
    (child) =>
      (child.type === 'text' && child.value.trim() === '') ||
      (child.type === 'element' && /^(?:hr|h[1-6]|br)$/.test(child.tagName)),
  );
}

function dropBackLinks(element: Element): void {
  element.children = element.children.filter(
    (child) => !(child.type === 'element' && targetOf(child) !== undefined),
  );
  for (const child of element.children) if (child.type === 'element') dropBackLinks(child);
}
