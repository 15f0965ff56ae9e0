import type { Element } from 'hast';
import { toPageId } from './headings.ts';

export interface LinkOptions {
  /** Path the site is served under, `/` or `/news/`. */
  base: string;
  /**
   * Address below the base of the article that a relative link such as `../2025/gao.md` means, or
   * undefined if there is none. Without it such links stay as written.
   */
  resolveArticle?: ((path: string) => string | undefined) | undefined;
}

/** Completes a link in place: base path, articles by file, ids as the page has them, `rel`. */
export function finishLink(link: Element, { base, resolveArticle }: LinkOptions): void {
  const href = link.properties.href;
  if (typeof href !== 'string') return;
  if (/^(?:https?:)?\/\//i.test(href)) {
    link.properties.rel = ['noopener', 'noreferrer'];
  } else if (href.startsWith('/')) {
    link.properties.href = addBase(href, base);
  } else if (href.startsWith('#')) {
    link.properties.href =
      href === '#' ? href : `#${encodeURIComponent(toPageId(decode(href.slice(1))))}`;
  } else if (/^[^?#:]+\.mdx?(?:[?#]|$)/i.test(href) && resolveArticle) {
    const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/.exec(href) ?? [];
    const address = resolveArticle(decode(path));
    if (address === undefined) {
      delete link.properties.href;
    } else {
      const id =
        fragment === '' ? '' : `#${encodeURIComponent(toPageId(decode(fragment.slice(1))))}`;
      link.properties.href = addBase(address, base) + id;
    }
  }
}

/** A path from the site's root, below the base. */
export function addBase(path: string, base: string): string {
  return base.replace(/\/+$/, '') + path;
}

/** Percent-decoded; as it is where a `%` stands for itself. */
export function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
