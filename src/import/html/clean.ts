import type { Element, ElementContent, Root, RootContent } from 'hast';
import { textOf } from '../../markdown/tree.ts';
import type { Notes } from '../notes.ts';
import { cleanText } from '../source-text.ts';

/**
 * Readies a page's or document's tree for Markdown, in place: what no Markdown holds goes and is
 * counted, what only styles say (bold) becomes an element, indents and blank paragraphs go.
 */
export function cleanTree(root: Root, notes: Notes): void {
  root.children = cleanChildren(root.children, notes, false) as RootContent[];
}

function cleanChildren(
  children: readonly (RootContent | ElementContent)[],
  notes: Notes,
  isVerbatim: boolean,
): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') {
      return [{ type: 'text', value: isVerbatim ? child.value : cleanText(child.value) }];
    }
    return child.type === 'element' ? cleanElement(child, notes, isVerbatim) : [];
  });
}

function cleanElement(element: Element, notes: Notes, isVerbatim: boolean): ElementContent[] {
  const { tagName, properties } = element;
  const style = String(properties.style ?? '');
  if (DROPPED.has(tagName) || /display\s*:\s*none/i.test(style)) return [];
  if (FORMS.has(tagName)) {
    notes.add('forms');
    return [];
  }
  if (EMBEDS.has(tagName) || tagName.startsWith('mp-common-')) return cleanEmbed(element, notes);
  element.children = cleanChildren(element.children, notes, isVerbatim || tagName === 'pre');
  if (/^(?:span|font)$/.test(tagName) && BOLD.test(style)) element.tagName = 'strong';
  if (/^(?:strong|b|em|i|del|s)$/.test(element.tagName)) return trimMarked(element);
  if (tagName === 'a' && !leadsSomewhere(element)) return element.children;
  if (tagName === 'figure') return [captionPicture(element)];
  if (tagName === 'p') return splitParagraph(element);
  if (CONTAINERS.has(tagName)) element.children = splitLooseText(element);
  return [element];
}

const CONTAINERS = new Set(['div', 'section', 'article', 'main', 'center', 'body']);

/**
 * Not bookmarks and links to them, as Word sets them for its table of contents: ids stay behind. Nor
 * `javascript:` buttons of pages, files of the author's own machine, and links without words.
 */
function leadsSomewhere(link: Element): boolean {
  const href = String(link.properties.href ?? '').trim();
  if (href === '' || /^(?:#|(?:javascript|vbscript|about|file|data):)/i.test(href)) return false;
  return textOf(link).trim() !== '' || findPictures(link).length > 0 || hasMark(link.children);
}

/** Text beside blocks, or alone in a container, is paragraphs too. */
function splitLooseText(container: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let loose: ElementContent[] = [];
  const end = () => {
    const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: loose };
    parts.push(...splitParagraph(paragraph));
    loose = [];
  };
  for (const child of container.children) {
    if (!isBlock(child)) {
      loose.push(child);
      continue;
    }
    end();
    parts.push(child);
  }
  end();
  return parts;
}

const DROPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'link',
  'meta',
  'title',
]);
const FORMS = new Set(['input', 'button', 'select', 'textarea']);
const EMBEDS = new Set([
  'iframe',
  'video',
  'audio',
  'embed',
  'object',
  'canvas',
  'mpvoice',
  'mpvideo',
  'qqmusic',
]);
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;
const BLOCKS =
  /^(?:p|div|section|article|h[1-6]|ul|ol|dl|table|blockquote|pre|figure|hr|main|header|footer|aside|footnote-definition)$/;

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && (BLOCKS.test(node.tagName) || node.children.some(isBlock));
}

/** A video leaves its address, where it has one that a reader can open. */
function cleanEmbed({ properties }: Element, notes: Notes): ElementContent[] {
  notes.add('embeds');
  const address = String(properties.src ?? properties['dataSrc'] ?? '').replace(
    /^\/\//,
    'https://',
  );
  if (!/^https?:\/\/[^\s/]+/i.test(address) || !URL.canParse(address)) return [];
  const label: ElementContent = { type: 'text', value: '观看视频或嵌入的网页' };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: address },
    children: [label],
  };
  return [{ type: 'element', tagName: 'p', properties: {}, children: [link] }];
}

/** Marks stand close to their words: `<b> 重要 </b>` is bold 重要 with a space on each side. */
function trimMarked(element: Element): ElementContent[] {
  if (element.children.some(isBlock)) return element.children;
  const text = textOf(element);
  if (text.trim() === '') return element.children;
  const [before, after] = [/^\s/.test(text), /\s$/.test(text)];
  trimEdge(element, 'start');
  trimEdge(element, 'end');
  const space: ElementContent = { type: 'text', value: ' ' };
  return [...(before ? [space] : []), element, ...(after ? [space] : [])];
}

function trimEdge(element: Element, edge: 'start' | 'end'): void {
  const child = element.children.at(edge === 'start' ? 0 : -1);
  if (child?.type === 'text') {
    child.value = edge === 'start' ? child.value.trimStart() : child.value.trimEnd();
  } else if (child?.type === 'element') trimEdge(child, edge);
}

/** A caption is its picture's title: Ballast shows a picture alone with a title as a figure. */
function captionPicture(figure: Element): Element {
  const caption = figure.children.find(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  const pictures = findPictures(figure);
  const [picture] = pictures;
  const words = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
  if (!picture || pictures.length > 1 || words === '') return figure;
  picture.properties.title = words;
  return { type: 'element', tagName: 'p', properties: {}, children: [picture] };
}

function findPictures(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'img' ? [child] : findPictures(child);
  });
}

/** Web editors separate paragraphs by two line breaks, or by one and an indent of two full spaces. */
function splitParagraph(element: Element): ElementContent[] {
  const parts: ElementContent[][] = [[]];
  const { children } = element;
  for (const [index, child] of children.entries()) {
    const isBreak = child.type === 'element' && child.tagName === 'br';
    const next = children.slice(index + 1).find((node) => !isThinText(node));
    const isEnd =
      isBreak &&
      (next === undefined ||
        (next.type === 'element' && next.tagName === 'br') ||
        (next.type === 'text' && /^\s*\u3000/.test(next.value)));
    if (isEnd) parts.push([]);
    else if (!isBreak || (parts.at(-1)?.length ?? 0) > 0) parts.at(-1)?.push(child);
  }
  return parts.flatMap((part): ElementContent[] => {
    const paragraph: Element = { ...element, tagName: 'p', properties: {}, children: part };
    trimEdge(paragraph, 'start');
    trimEdge(paragraph, 'end');
    return textOf(paragraph).trim() === '' && findPictures(paragraph).length === 0 && !hasMark(part)
      ? []
      : [paragraph];
  });
}

function hasMark(part: readonly ElementContent[]): boolean {
  return part.some((node) => node.type === 'element' && node.tagName === 'footnote-reference');
}

function isThinText(node: ElementContent): boolean {
  return node.type === 'text' && /^[ \t\n]*$/.test(node.value);
}
