import { findAliasFault } from '../news/archive-check.ts';
import { Notes } from './notes.ts';

/** A site that articles come from. */
export interface OldSite {
  /** Its address, with `/` at the end, where one is known. */
  address: string | undefined;
  /** Old paths of the articles that are imported, from `/`. */
  known: ReadonlySet<string>;
}

/**
 * A path of the old site as frontmatter's `aliases` take it: letters and digits as they are,
 * everything that YAML or a list would read otherwise percent-encoded. undefined, and counted, for
 * one that no static site can answer, such as `/?p=12`.
 */
export function toAlias(address: string, notes: Notes): string | undefined {
  const path = decode(address.replace(/#.*$/s, '')).replace(/\/index\.html$/, '/');
  const alias = path.replace(/[^\p{L}\p{N}\p{M}/._~-]/gu, (mark) =>
    mark === '?' ? mark : percent(mark),
  );
  if (alias === '/' || alias.includes('?') || findAliasFault(alias) !== undefined) {
    notes.add('addresses', 1, path);
    return undefined;
  }
  notes.add('aliases');
  return alias;
}

/**
 * A link to another imported article leads to its old path, which its `aliases` answer; one to
 * anything else of the old site leads there.
 * @param from old path of the article with the link
 */
export function resolveOldLink(href: string, from: string | undefined, site: OldSite): string {
  if (/^(?:#|$|(?!https?:)[a-z][a-z\d+.-]*:)/i.test(href)) return href;
  const own = site.address ?? 'https://site.invalid/';
  const here = new URL(`.${from ?? '/'}`, own);
  if (!URL.canParse(href, here)) return href;
  const url = /^\/(?!\/)/.test(href) ? new URL(`.${href}`, own) : new URL(href, here);
  const below = pathBelow(url.href, own);
  if (below === undefined) return href;
  const target = below.replace(/index\.html$/, '');
  const same = [target, `${target}/`, target.replace(/\/$/, '')].find((one) => site.known.has(one));
  if (same !== undefined) return (toAlias(same, new Notes()) ?? href) + url.hash;
  return site.address === undefined ? href : url.href;
}

/** The path of an address below a site's own, from `/`; undefined for one of another host. */
export function pathBelow(address: string, site: string | undefined): string | undefined {
  if (site === undefined || !URL.canParse(site) || !URL.canParse(address, site)) return undefined;
  const [own, url] = [new URL(site), new URL(address, site)];
  if (url.host !== own.host || !/^https?:$/.test(url.protocol)) return undefined;
  const root = own.pathname.replace(/\/+$/, '');
  const path = url.pathname.startsWith(`${root}/`) ? url.pathname.slice(root.length) : url.pathname;
  return decode(path) + url.search;
}

function percent(mark: string): string {
  const bytes = new TextEncoder().encode(mark);
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
