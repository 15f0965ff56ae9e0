import type { Element, ElementContent } from 'hast';
import { addBase, type LinkOptions } from './links.ts';
import { become, isBlank, isElement } from './tree.ts';

export interface ImageOptions extends LinkOptions {
  format: 'md' | 'mdx';
  /** Local images that Astro has imported; others lose their picture. Without it all are taken. */
  images?: readonly string[] | undefined;
}

/**
 * A paragraph of images alone becomes a figure each, in place; the image's title is its caption:
 * `![说明](./tu.png "图注")`. An image may stand in a link.
 */
export function finishFigure(paragraph: Element): void {
  const shown = paragraph.children.filter((child) => !isBlank(child) && !isElement(child, 'br'));
  const images = shown.map(imageIn);
  if (images.length === 0 || images.some((image) => image === undefined)) return;
  const figures = shown.map((child, index) => toFigure(child as Element, images[index] as Element));
  const [only] = figures;
  if (figures.length === 1 && only) become(paragraph, 'figure', {}, only.children);
  else become(paragraph, 'div', { className: ['figures'] }, figures);
}

/**
 * Readies an image in place. A local one waits for Astro, which puts in the hashed file and its size
 * (in MDX Astro finds it by itself); one on another host becomes a link, since pages ask no other
 * host for anything. Answers the path of a local image.
 */
export function finishImage(
  image: Element,
  { format, images, base }: ImageOptions,
  seen: Map<string, number>,
): string | undefined {
  const { src, ...rest } = image.properties;
  const alt = String(rest.alt ?? '');
  if (typeof src !== 'string' || src === '') {
    become(image, 'span', {}, [{ type: 'text', value: alt }]);
    return undefined;
  }
  const shown = { ...rest, alt, loading: 'lazy', decoding: 'async' };
  if (/^(?:https?:)?\/\//i.test(src)) {
    const rel = ['noopener', 'noreferrer'];
    become(image, 'a', { href: src, rel }, [{ type: 'text', value: alt || '查看图片' }]);
    return undefined;
  }
  if (src.startsWith('/')) {
    image.properties = { ...shown, src: addBase(src, base) };
    return undefined;
  }
  const path = decodePath(src);
  if (images && !images.includes(path)) {
    become(image, 'span', {}, [{ type: 'text', value: alt }]);
    return undefined;
  }
  if (format === 'mdx') {
    image.properties = { ...shown, src };
    return path;
  }
  const index = seen.get(path) ?? 0;
  seen.set(path, index + 1);
  // The form that `render()` of astro:content looks for.
  image.properties = { __ASTRO_IMAGE_: JSON.stringify({ ...shown, src: path, index }) };
  return path;
}

function imageIn(node: ElementContent): Element | undefined {
  if (isElement(node, 'img')) return isRemote(node) ? undefined : node;
  if (!isElement(node, 'a')) return undefined;
  const [only, ...others] = node.children.filter((child) => !isBlank(child));
  return only && others.length === 0 && isElement(only, 'img') && !isRemote(only)
    ? only
    : undefined;
}

function isRemote({ properties }: Element): boolean {
  return !/^(?!\/\/)[^:]+$/.test(String(properties.src ?? ''));
}

function toFigure(child: Element, image: Element): Element {
  const { title, ...rest } = image.properties;
  const children: ElementContent[] = [child];
  if (typeof title === 'string' && title.trim() !== '') {
    image.properties = rest;
    const caption: ElementContent = { type: 'text', value: title.trim() };
    children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: [caption] });
  }
  return { type: 'element', tagName: 'figure', properties: {}, children };
}

/** As Astro decodes it: `%23` and `%3F` stay. */
function decodePath(src: string): string {
  try {
    return decodeURI(src);
  } catch {
    return src;
  }
}
