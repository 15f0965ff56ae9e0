import type { Html, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast';
import { unmarkChinese, unmarkText } from '../markdown/chinese-marks.ts';
import { problem } from '../news/problem.ts';
import { findHtmlFaults, findHtmlLinks, kindOfRemote } from './html-traps.ts';
import { shorten, type TrapContext } from './trap-context.ts';

/** Links, pictures and tags that a page will not have as they are written. */
export function inspectReference(node: Nodes, context: TrapContext): void {
  if (node.type === 'html') inspectHtml(node, context);
  else if (node.type === 'image') inspectImage(node, node.url, context);
  else if (node.type === 'link') inspectLink(node, node.url, context);
  else if (node.type === 'imageReference' || node.type === 'linkReference') {
    const url = context.addressOf(node.identifier);
    if (url === undefined) return;
    if (node.type === 'imageReference') inspectImage(node, url, context);
    else inspectLink(node, url, context);
  }
}

function inspectHtml(node: Html, context: TrapContext): void {
  const { start } = node.position ?? {};
  if (!start) return;
  const html = context.textOf(node);
  const placeOf = (index: number) => {
    const above = html.slice(0, index).split('\n');
    const column = (above.length === 1 ? start.column : 1) + (above.at(-1)?.length ?? 0);
    return context.place(start.line + above.length - 1, column);
  };
  for (const { index, kind, about } of findHtmlFaults(html)) {
    context.problems.push(problem(kind, placeOf(index), about));
  }
  for (const { index, href } of findHtmlLinks(html)) {
    const { line, column } = placeOf(index);
    context.links.push({ href, line, column });
  }
}

function inspectImage(node: Image | ImageReference, url: string, context: TrapContext): void {
  const { start } = node.position ?? {};
  if (!start) return;
  const src = unmarkChinese(url);
  const place = context.place(start.line, start.column);
  const remote = kindOfRemote(src);
  if (remote) context.problems.push(problem(remote, place, { src: shorten(src) }));
  if (src === '' || isOfOwnMachine(src, 'image')) {
    const about = { what: '图片', address: shorten(src), effect: '只留下说明文字' };
    context.problems.push(problem('unreachable-address', place, about));
  }
  const alt = unmarkText(node.alt ?? '').trim();
  if (alt === '' || /^(?:图片?|image|img|photo|未命名|微信图片|截图|alt)[\d_\s-]*$/i.test(alt)) {
    context.problems.push(problem('missing-alt', place, { src: shorten(src) }));
  }
}

function inspectLink(node: Link | LinkReference, url: string, context: TrapContext): void {
  const { start } = node.position ?? {};
  if (!start) return;
  const source = context.textOf(node);
  const href = unmarkChinese(url);
  const place = context.place(start.line, start.column);
  const [mark] = /[，。；、！？）】」”]/.exec(href) ?? [];
  if (mark !== undefined && source.startsWith('[') && !source.startsWith('[<')) {
    context.problems.push(problem('address-with-marks', place, { address: shorten(href), mark }));
  }
  if (href === '' || isOfOwnMachine(href, 'link')) {
    const about = { what: '链接', address: shorten(href), effect: '点不了' };
    context.problems.push(problem('unreachable-address', place, about));
  } else if (!/^(?:#|mailto:|tel:)/i.test(href)) {
    context.links.push({ href, line: place.line, column: place.column });
  }
}

/** `C:\图.png`, `file:` and what else the page's rules take out. */
export function isOfOwnMachine(address: string, of: 'image' | 'link'): boolean {
  const [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(address) ?? [];
  if (scheme === undefined) return address.startsWith('\\');
  return !(of === 'image' ? /^https?$/i : /^(?:https?|mailto|tel)$/i).test(scheme);
}
