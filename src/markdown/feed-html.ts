import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toXmlText } from '../news/xml.ts';
import { sanitizeFeedTree } from './sanitizing.ts';
import { isElement } from './tree.ts';

/**
 * A rendered page body as a feed carries it: every address absolute, no classes, styles, roles or
 * image candidates, alignment of cells as the attribute that readers know, sanitised again (MDX is
 * not before), and only characters that XML allows. `pageUrl` is the article's full address.
 */
export function toFeedHtml(html: string, pageUrl: string): string {
  const tree = fromHtml(html, { fragment: true });
  simplify(tree, pageUrl);
  return toXmlText(toHtml(sanitizeFeedTree(tree), { closeSelfClosing: true })).trim();
}

const ADDRESSES = ['href', 'src', 'poster', 'cite'];

function simplify(parent: Root | Element, pageUrl: string): void {
  const children: (RootContent | ElementContent)[] = parent.children;
  parent.children = children.flatMap((child): typeof children => {
    if (child.type !== 'element') return [child];
    simplify(child, pageUrl);
    if (isElement(child, 'picture')) return child.children.filter((part) => isElement(part, 'img'));
    if (isElement(child, 'div') && hasClass(child, 'scroller')) return child.children;
    for (const name of ADDRESSES) {
      const address = child.properties[name];
      if (address !== undefined) child.properties[name] = toAbsolute(String(address), pageUrl);
    }
    if (isElement(child, 'td', 'th')) child.properties.align ??= alignmentOf(child);
    return [child];
  }) as Root['children'] & Element['children'];
}

function toAbsolute(address: string, pageUrl: string): string | undefined {
  return URL.canParse(address, pageUrl) ? new URL(address, pageUrl).href : undefined;
}

function alignmentOf(cell: Element): string | undefined {
  if (hasClass(cell, 'align-start')) return 'left';
  if (hasClass(cell, 'align-center')) return 'center';
  return hasClass(cell, 'align-end') || hasClass(cell, 'num') ? 'right' : undefined;
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}
