import type { MarkdownHeading } from 'astro';
import type { Element, Root } from 'hast';
import { finishHeadings, toPageId } from './headings.ts';
import { finishFigure, finishImage, type ImageOptions } from './images.ts';
import { decode, finishLink } from './links.ts';
import { joinLines } from './soft-breaks.ts';
import { captionOf, finishTable } from './tables.ts';
import { become, listElements, textOf } from './tree.ts';

export interface FinishedBody {
  headings: MarkdownHeading[];
  /** Local images in order, each once, percent-decoded. */
  imagePaths: string[];
}

/**
 * Makes a body's tree ready for its page, in place: line ends between 汉字, headings below the
 * page's `h1`, ids, tables, figures, images, links. What it adds (classes, roles, Astro's marks) is
 * its own, so sanitising comes before.
 */
export function finishBody(root: Root, options: ImageOptions): FinishedBody {
  joinLines(root);
  const elements = listElements(root);
  const taken = renameIds(elements.map(({ element }) => element));
  const headings: Element[] = [];
  const tables: { table: Element; heading: string }[] = [];
  const links: Element[] = [];
  const images: Element[] = [];
  const empty = new Map<Element, Root | Element>();
  let tableEnd: Element | undefined;
  for (const { element, parent } of elements) {
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) {
      if (isEmpty(element)) empty.set(element, parent);
      else if (!isFootnoteLabel(element)) headings.push(element);
    } else if (tagName === 'table') {
      // A table inside a table scrolls with it.
      if (!tableEnd || !contains(tableEnd, element)) {
        tables.push({ table: element, heading: textOf(headings.at(-1) ?? NOTHING).trim() });
        tableEnd = element;
      }
    } else if (tagName === 'p') {
      if (element.children.length === 0) empty.set(element, parent);
      else finishFigure(element);
    } else if (tagName === 'a') links.push(element);
    else if (tagName === 'img') images.push(element);
    else if (tagName === 'input') {
      if (element.properties.type === 'checkbox') showTick(element);
      else empty.set(element, parent);
    }
  }
  for (const parent of new Set(empty.values())) {
    parent.children = parent.children.filter((child) => !empty.has(child as Element));
  }
  const seen = new Map<string, number>();
  for (const link of links) finishLink(link, options);
  const paths = images.map((image) => finishImage(image, options, seen));
  const labels = new Set<string>();
  for (const [index, { table, heading }] of tables.entries()) {
    finishTable(table, labelTable(captionOf(table) || heading, index + 1, labels));
  }
  return {
    headings: finishHeadings(headings, taken),
    imagePaths: [...new Set(paths.filter((path) => path !== undefined))],
  };
}

const NOTHING: Root = { type: 'root', children: [] };

/** Every id once, in the page's form; references follow. */
function renameIds(elements: readonly Element[]): Map<string, number> {
  const taken = new Map<string, number>();
  for (const { properties } of elements) {
    const { id, ariaDescribedBy, headers } = properties;
    if (id !== undefined) {
      // The parser writes the label of `[^注]` percent-encoded.
      const renamed = toPageId(decode(String(id)));
      if (String(id).trim() === '' || taken.has(renamed)) delete properties.id;
      else properties.id = renamed;
      taken.set(renamed, 0);
    }
    if (ariaDescribedBy) properties.ariaDescribedBy = renameAll(ariaDescribedBy);
    if (headers) properties.headers = renameAll(headers);
  }
  return taken;
}

function renameAll(ids: unknown): string[] {
  const list = Array.isArray(ids) ? ids : String(ids).split(/\s+/);
  return list.map((id) => toPageId(decode(String(id))));
}

function isFootnoteLabel({ properties }: Element): boolean {
  return properties.id === 'body-footnote-label';
}

function isEmpty(heading: Element): boolean {
  return heading.children.every((child) => child.type === 'text' && child.value.trim() === '');
}

function contains(outer: Element, inner: Element): boolean {
  return outer.children.some(
    (child) => child === inner || (child.type === 'element' && contains(child, inner)),
  );
}

/** A task's box is a sign: a disabled control without a label tells nobody anything. */
function showTick(input: Element): void {
  const sign = input.properties.checked ? '☑' : '☐';
  become(input, 'span', {}, [{ type: 'text', value: sign }]);
}

function labelTable(name: string, number: number, taken: Set<string>): string {
  const plain = name === '' ? `表 ${number}` : name;
  const unique = taken.has(plain) ? `${plain}，表 ${number}` : plain;
  taken.add(unique);
  return `表格：${unique}（可左右滚动）`;
}
