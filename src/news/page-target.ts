import type { Links } from './address.ts';

/**
 * Where a link of a built page leads: a file or folder of the site (`''` is its front page, folders
 * end with `/`), somewhere else, or nowhere: an address no browser understands, or an anchor that
 * the page does not have.
 * @param file the page, relative to the site's folder: `a/index.html`
 * @param ids the page's anchors
 */
export function resolveTarget(
  href: string,
  file: string,
  ids: ReadonlySet<string>,
  { origin, base }: Links,
): { file: string } | 'elsewhere' | 'dead' {
  // Most links are plain paths: the URL parser would give them back as they are.
  if (PLAIN_PATH.test(href) && href.startsWith(base))
    return { file: decode(href.slice(base.length)) };
  const here = new URL(`${base}${encodeURI(file.replace(/index\.html$/, ''))}`, origin);
  if (!URL.canParse(href, here)) return 'dead';
  const url = new URL(href, here);
  if (url.origin !== origin || !url.pathname.startsWith(base)) return 'elsewhere';
  if (url.pathname === here.pathname && url.hash !== '') {
    const id = decode(url.hash.slice(1));
    // `#top` is the top of any page; what follows `:~:` is for the browser.
    const isThere = id === 'top' || id.startsWith(':~:') || ids.has(id);
    return isThere ? 'elsewhere' : 'dead';
  }
  return { file: decode(url.pathname.slice(base.length)) };
}

const PLAIN_PATH = /^(?:\/(?!\.{1,2}(?:\/|$))(?:[\w.~-]|%(?!2[Ee])[\dA-Fa-f]{2})+)*\/?$/;

/** A stray `%` in a link stays as it is: no such page exists. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
