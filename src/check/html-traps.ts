import { isAllowed } from '../markdown/sanitizing.ts';

/** What a page will not have of a piece of HTML in Markdown. */
export interface HtmlFault {
  /** In UTF-16 units from the start of the piece. */
  index: number;
  kind: 'changed-body' | 'remote-image' | 'wechat-image';
  about: Record<string, string>;
}

/** Elements and event handlers that are taken out, each once, and pictures on other hosts. */
export function findHtmlFaults(html: string): HtmlFault[] {
  const told = new Set<string>();
  const tags = html.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  return [...tags.matchAll(TAG)].flatMap(
    ({ 0: tag, 1: written = '', 2: attributes = '', index }) => {
      const name = written.toLowerCase();
      const events = [...attributes.matchAll(/\s(on[a-z]+)\s*=/gi)].map(([, event = '']) => event);
      const lost = [...(isAllowed(name) ? [] : [`<${name}>`]), ...events].filter(
        (one) => !told.has(one),
      );
      for (const one of lost) told.add(one);
      const text = `正文里的 ${lost.join('、')} 不能用，网页上会去掉`;
      const found: HtmlFault[] =
        lost.length > 0 ? [{ index, kind: 'changed-body', about: { text } }] : [];
      const [, src] = REMOTE_PICTURE.exec(tag) ?? [];
      const [, own] = OWN_PICTURE.exec(tag) ?? [];
      if (own) {
        const about = `用 <img> 写的图片“${own}”不会显示，要写成 ![图中有什么](${own})`;
        found.push({ index, kind: 'changed-body', about: { text: about } });
      }
      const kind = src && kindOfRemote(src);
      return kind ? [...found, { index, kind, about: { src } }] : found;
    },
  );
}

/** Addresses of the links in a piece of HTML. */
export function findHtmlLinks(html: string): { index: number; href: string }[] {
  const links = html.matchAll(/<a\b[^<>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi);
  return [...links].map(({ 1: double, 2: single, 3: bare, index }) => {
    return { index, href: double ?? single ?? bare ?? '' };
  });
}

/** The kind a picture on another host is; undefined for one of this site. */
export function kindOfRemote(src: string): 'remote-image' | 'wechat-image' | undefined {
  const [, host] = /^(?:https?:)?\/\/([^/?#]*)/i.exec(src) ?? [];
  if (host === undefined) return undefined;
  return OF_WECHAT.test(host) ? 'wechat-image' : 'remote-image';
}

const TAG = /<([a-z][a-z\d-]*)((?:\s[^<>]*)?)\/?>/gi;
const REMOTE_PICTURE = /^<img\b[^>]*?\ssrc\s*=\s*["']?((?:https?:)?\/\/[^\s"'>]+)/i;
const OWN_PICTURE = /^<img\b[^>]*?\ssrc\s*=\s*["']?(?!https?:|\/|data:)([^\s"'>]+)/i;
const OF_WECHAT = /(?:^|\.)(?:qpic\.cn|qlogo\.cn|weixin\.qq\.com)(?::\d+)?$/i;
