import type { Article } from './article.ts';
import { namesInPin } from './pins.ts';

/** What articles can meet each other by, so that a check of one needs not look at a whole archive. */

/**
 * Names of an article. Where another article repeats its id, address, old addresses or title, or
 * pins it or links to it by any way of writing, the two have a name in common. The reverse does not
 * hold: names are coarser than what is compared.
 */
export function namesOf({ id, slug, file, title, aliases }: Article): string[] {
  return [...new Set([...[id, slug, file, ...aliases].map(lastNameIn), `=${titleKey(title)}`])];
}

/** Names of articles that this one may meet. */
export function namesMetBy(article: Article): string[] {
  return [...namesOf(article), ...article.related.flatMap(namesInPin).map(lastNameIn)];
}

/** Names of the article that an `href` may mean: any part of it, for `../b/.` is `../b/` too. */
export function namesInLink(href: string): string[] {
  const [written = ''] = href.split(/[?#]/);
  return partsOf(safeDecode(written)).map(nameOf);
}

/** One for titles that differ in case, width and spaces. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** The name in the last part of a path that says something: `/articles/2026/a/index.html` and `a.md`. */
function lastNameIn(path: string): string {
  const parts = partsOf(path);
  const isIndex = parts.length > 1 && /^index\.html?$/i.test(parts.at(-1) ?? '');
  return nameOf(parts.at(isIndex ? -2 : -1) ?? '');
}

function partsOf(path: string): string[] {
  return safeDecode(path)
    .split(/[\\/]/)
    .filter((part) => part !== '');
}

/** Letters and digits without their marks, which is what a slug keeps of a file's name. */
function nameOf(part: string): string {
  return part
    .replace(/(?:\.mdx?)+$/i, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
