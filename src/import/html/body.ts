import type { Element, Root } from 'hast';
import { listElements, textOf } from '../../markdown/tree.ts';
import type { Notes } from '../notes.ts';
import type { PictureCollection } from '../pictures.ts';
import { cleanTree } from './clean.ts';
import { markFootnotes } from './footnotes.ts';
import { writeMarkdown } from './markdown.ts';
import { arrangeTables } from './tables.ts';

/**
 * The Markdown of a document's body, from any source that gives HTML. Pictures come beside the
 * article; one of another host that may not be fetched becomes a link, never a hot link.
 * @param title of the article: a heading that repeats it goes
 */
export async function convertBody(
  root: Root,
  title: string,
  pictures: PictureCollection,
  notes: Notes,
): Promise<string> {
  markFootnotes(root, notes);
  cleanTree(root, notes);
  await placePictures(root, pictures);
  arrangeHeadings(root, title, notes);
  arrangeTables(root, notes);
  return writeMarkdown(root);
}

async function placePictures(root: Root, pictures: PictureCollection): Promise<void> {
  for (const { element, parent } of listElements(root)) {
    if (element.tagName !== 'img') continue;
    const found = await pictures.take(addressesOf(element));
    if (found && 'file' in found) {
      element.properties = { ...pick(element, 'alt', 'title'), src: found.file };
      continue;
    }
    const at = parent.children.indexOf(element as never);
    parent.children.splice(at, 1, ...(found ? [toLink(element, found.remote) as never] : []));
  }
}

/** Lazy pages keep the address elsewhere: 公众号 in data-src, others under these names. */
function addressesOf({ properties }: Element): string[] {
  const names = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataActualsrc', 'dataUrl'];
  const lazy = names.map((name) => properties[name]);
  const { src } = properties;
  const addresses = isSaved(src) ? [src, ...lazy] : [...lazy, src];
  return addresses.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Whether the browser that saved the page wrote its own copy of the picture into `src`. */
function isSaved(src: unknown): boolean {
  return typeof src === 'string' && src !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src);
}

function pick({ properties }: Element, ...names: string[]): Element['properties'] {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = String(properties[name] ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      return value === '' ? [] : [[name, value]];
    }),
  );
}

function toLink(image: Element, href: string): Element {
  const alt = String(image.properties.alt ?? '').trim();
  const label = alt === '' ? '查看图片' : `图片：${alt}`;
  return {
    type: 'element',
    tagName: 'a',
    properties: { href },
    children: [{ type: 'text', value: label }],
  };
}

/** The title is the page's only first heading: those of the text start at the second level. */
function arrangeHeadings(root: Root, title: string, notes: Notes): void {
  const plain = (text: string) => text.replace(/\s+/g, '');
  for (const { element, parent } of listElements(root)) {
    if (!/^h[1-6]$/.test(element.tagName)) continue;
    const isTitle = element.tagName === 'h1' && plain(textOf(element)) === plain(title);
    if (isTitle || textOf(element).trim() === '') {
      parent.children.splice(parent.children.indexOf(element as never), 1);
    }
  }
  const headings = listElements(root).filter(({ element }) => /^h[1-6]$/.test(element.tagName));
  const level = (element: Element) => Number(element.tagName.slice(1));
  const shift = 2 - Math.min(...headings.map(({ element }) => level(element)));
  if (headings.length === 0 || shift === 0) return;
  for (const { element } of headings) {
    element.tagName = `h${Math.min(6, level(element) + shift)}`;
  }
  notes.add('headings', headings.length);
}
