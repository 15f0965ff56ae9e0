import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { plain } from './engines.ts';
import { listElements, readHtml, replaceElements, textOf } from './tree.ts';

/** Wanted differences of our HTML from the parser's, by name; each can be taken back. */
export type Kind = (typeof KINDS)[number]['name'];

/**
 * Which of the wanted kinds our HTML of a source differs in from the plain parser's: as few as make
 * the two the same when taken back; `undefined` where something is left that no kind explains.
 */
export function explainDifference(source: string, ours: string): Kind[] | undefined {
  const isSame = (kinds: readonly Rule[]) =>
    write(plainTree(source, kinds), kinds) === write(readHtml(ours), kinds);
  if (isSame([])) return [];
  if (!isSame(KINDS)) return undefined;
  let needed: readonly (typeof KINDS)[number][] = KINDS;
  for (const kind of KINDS) {
    const others = needed.filter((other) => other !== kind);
    if (isSame(others)) needed = others;
  }
  return needed.map(({ name }) => name);
}

interface Rule {
  name: string;
  /** What an author who knows the parser would have written to get the wanted result from it. */
  rewrite?: (source: string) => string;
  /** Makes the wanted and the plain result the same. */
  level?: (root: Root) => void;
}

const unwrap =
  (...names: string[]) =>
  (root: Root) =>
    replaceElements(root, (element) =>
      names.includes(element.tagName) ? element.children : [element],
    );

const drop =
  (attributes: readonly string[], ...names: string[]) =>
  (root: Root) => {
    for (const { properties } of listElements(root, ...names)) {
      for (const attribute of attributes) delete properties[attribute];
    }
  };

const rename = (element: Element, tagName: string): ElementContent[] => [{ ...element, tagName }];

/** The coarse ones first: they are the first to be done without. */
const KINDS = [
  { name: 'tags are sanitised', level: dropTags },
  {
    name: 'emphasis beside Chinese marks',
    level: (root) => {
      unwrap('strong', 'em')(root);
      changeTexts(root, (text) => text.replaceAll('*', ''));
    },
  },
  {
    name: '`~` between figures',
    rewrite: (source) => source.replace(/(?<![\\~])~(?!~)/g, '\\~'),
  },
  {
    name: 'the star of *ST',
    rewrite: (source) => source.replace(/\*(?=ST(?![A-Za-z\d]))/g, '\\*'),
  },
  {
    name: 'addresses end before Chinese',
    // A comment ends an address and is not seen.
    rewrite: (source) => source.replace(/(?:https?:\/\/|www\.)[!-~]+(?=[^ -~\s])/gi, '$&<!-- -->'),
  },
  {
    name: 'line ends between 汉字',
    level: (root) =>
      changeTexts(root, (text) => text.replace(/(?<=[^ -~\s])\n(?=[^ -~\s])|^\n|\n$/g, '')),
  },
  {
    name: 'headings and ids',
    level: (root) => {
      replaceElements(root, (element) => {
        if (!/^h[1-6]$/.test(element.tagName)) return [element];
        return textOf(element).trim() === '' ? [] : rename(element, 'h1');
      });
      drop(['id'])(root);
      for (const { properties } of listElements(root, 'a')) {
        if (/^#/.test(String(properties['href']))) properties['href'] = '#';
      }
    },
  },
  {
    name: 'tables scroll',
    level: (root) => {
      replaceElements(root, (element) => {
        if (element.properties['role'] === 'region') return element.children;
        return element.tagName === 'th' ? rename(element, 'td') : [element];
      });
      drop(['style', 'align', 'className', 'scope'], 'td')(root);
    },
  },
  {
    name: 'pictures are figures',
    level: (root) =>
      replaceElements(root, (element) => {
        if (element.tagName === 'figcaption') return [];
        if (element.tagName === 'figure') return rename(element, 'p');
        return element.tagName === 'img' ? [] : [element];
      }),
  },
  { name: '`rel` of links', level: drop(['rel'], 'a') },
  {
    name: 'addresses of unknown schemes',
    level: (root) => {
      for (const { properties } of listElements(root, 'a')) {
        if (!/^(?:https?:|mailto:|tel:|[^:]*$)/i.test(String(properties['href'] ?? ''))) {
          delete properties['href'];
        }
      }
    },
  },
  { name: 'classes of code', level: drop(['className'], 'code') },
] as const satisfies readonly Rule[];

function plainTree(source: string, kinds: readonly Rule[]): Root {
  const rewritten = kinds.reduce((text, { rewrite }) => rewrite?.(text) ?? text, source);
  return readHtml(plain.render(rewritten) as string);
}

function write(root: Root, kinds: readonly Rule[]): string {
  replaceElements(root, (element) => [element]);
  for (const { level } of kinds) level?.(root);
  // Blank text between blocks, and paragraphs that a tag left empty, mean nothing.
  return toHtml(root)
    .replace(/>\s+|\s+</g, (match) => match.trim())
    .replaceAll('<p></p>', '')
    .trim();
}

function changeTexts(node: Root | Element, change: (text: string) => string): void {
  for (const child of node.children) {
    if (child.type === 'text') child.value = change(child.value);
    else if (child.type === 'element' && child.tagName !== 'code') changeTexts(child, change);
  }
}

/** What Markdown or our rendering makes; other elements and attributes were written as tags. */
const MARKDOWN =
  `a blockquote br code del div em figure figcaption h1 h2 h3 h4 h5 h6 hr img input li
  ol p pre strong sup table tbody td th thead tr ul`.split(/\s+/);
const ATTRIBUTES = ['href', 'id', 'rel', 'role', 'start', 'type'];
/** Elements that go with what is in them. */
const GONE = 'script style textarea iframe title svg math template'.split(' ');

function dropTags(root: Root): void {
  replaceElements(root, (element) => {
    if (GONE.includes(element.tagName)) return [];
    if (!MARKDOWN.includes(element.tagName)) return element.children;
    if (['code', 'img', 'td', 'th'].includes(element.tagName)) return [element];
    const kept = Object.entries(element.properties).filter(([name]) => ATTRIBUTES.includes(name));
    return [{ ...element, properties: Object.fromEntries(kept) }];
  });
}
