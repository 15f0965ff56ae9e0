/**
 * Every address of the site. Paths start with `/` below the site's base, end with `/` for pages and
 * are percent-encoded, ready for an `href`.
 */

export const paths = {
  home: '/',
  search: '/search/',
  subscribe: '/subscribe/',
  sitemap: '/sitemap/',
  corrections: '/corrections/',
  archive: '/archive/',
  channels: '/channels/',
  topics: '/topics/',
  tags: '/tags/',
  people: '/people/',
  feed: '/rss.xml',
  article: ({ year, slug }: { year: string; slug: string }) => `/articles/${year}/${encode(slug)}/`,
  channel: (id: string) => `/channels/${id}/`,
  channelFeed: (id: string) => `/channels/${id}/rss.xml`,
  topic: (id: string) => `/topics/${id}/`,
  tag: (tag: string) => `/tags/${encode(tagSegment(tag))}/`,
  person: (id: string) => `/people/${id}/`,
  year: (year: string) => `/archive/${year}/`,
  month: (year: string, month: string) => `/archive/${year}/${month}/`,
  day: (year: string, month: string, day: string) => `/archive/${year}/${month}/${day}/`,
  page: (slug: string) => `/${encode(slug)}/`,
} as const;

/** First segments that belong to Ballast: a page of `content/pages` may not take them. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set([
  'articles',
  'channels',
  'topics',
  'tags',
  'people',
  'archive',
  'search',
  'subscribe',
  'sitemap',
  'corrections',
  '404',
  'search-index',
  '_astro',
  'admin',
]);

/** Path of a numbered page of a list, or of its front page. */
export function listPagePath(front: string, number: number | undefined): string {
  return number === undefined ? front : `${front}page/${number}/`;
}

/** What makes two tags one: `ＬＰＲ`, `LPR` and `lpr`. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/**
 * A tag's path segment, unencoded: letters, digits and hyphens as they are, a space as `_`, anything
 * else as `~` and its code point in hexadecimal, so that `C++`, `C#` and `A/B` stay apart. A hyphen
 * ends the code where the next character would read as a part of it: `a~2f-b` is `A/B`.
 */
export function tagSegment(tag: string): string {
  return [...tagKey(tag)]
    .map((char) => {
      if (/[\p{L}\p{N}-]/u.test(char)) return char;
      return char === ' ' ? '_' : `~${char.codePointAt(0)?.toString(16)}`;
    })
    .reduce(
      (path, part) =>
        OPEN_CODE.test(path) && /^[\da-f-]/.test(part) ? `${path}-${part}` : path + part,
      '',
    );
}

const OPEN_CODE = /~[\da-f]+$/;

/** Turns paths of this module into links of a site at `siteUrl`, which may have a path of its own. */
export function createLinks(siteUrl: string): Links {
  const { origin, pathname } = new URL(siteUrl);
  const base = pathname.replace(/\/*$/, '');
  return {
    origin,
    base: `${base}/`,
    to: (path) => `${base}${path}`,
    absolute: (path) => `${origin}${base}${path}`,
  };
}

export interface Links {
  /** `https://example.com` */
  origin: string;
  /** `/` or `/news/` */
  base: string;
  /** Path below the base → `href`. */
  to(path: string): string;
  /** Path below the base → full address. */
  absolute(path: string): string;
}

function encode(segment: string): string {
  return encodeURIComponent(segment);
}
