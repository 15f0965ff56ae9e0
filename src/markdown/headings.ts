import type { MarkdownHeading } from 'astro';
import type { Element } from 'hast';
import { textOf } from './tree.ts';

/**
 * Levels of headings below the page's one `h1`: the first is 2, none is more than one deeper than
 * the one before, and what an author put on one level below the same heading stays on one level.
 * `#`, `##`, `#` give 2, 3, 2; `###`, `#####` give 2, 3.
 */
export function settleLevels(written: readonly number[]): number[] {
  const open: number[] = [];
  return written.map((level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(open.length + 1, 6);
  });
}

/**
 * Gives headings their level and an id made of their words, both on the elements themselves. `taken`
 * holds the body's ids so far, with the number last appended to each, and grows. The list is what Astro calls an entry's headings.
 */
export function finishHeadings(
  headings: readonly Element[],
  taken: Map<string, number>,
): MarkdownHeading[] {
  const levels = settleLevels(headings.map(({ tagName }) => Number(tagName.slice(1))));
  return headings.map((heading, index) => {
    const depth = levels[index] ?? 2;
    const text = textOf(heading).replace(/\s+/g, ' ').trim();
    const slug =
      typeof heading.properties.id === 'string' && heading.properties.id !== ''
        ? heading.properties.id
        : findFree(toPageId(slugify(text)), taken);
    heading.tagName = `h${depth}`;
    heading.properties.id = slug;
    return { depth, slug, text };
  });
}

/**
 * An id of a body as the page carries it. Ids of our pages are ASCII, so one with a 汉字 is free;
 * others get a prefix, and `main` in an article cannot meet the page's own.
 */
export function toPageId(id: string): string {
  const joined = id.trim().replace(/\s+/g, '-');
  return /[^\u0021-\u007e]/.test(joined) ? joined : `body-${joined}`;
}

/** Lower-case words joined by `-`, at most 60 characters; `section` where there is no word. */
function slugify(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const slug = Array.from(words.join('-')).slice(0, 60).join('');
  return slug.replace(/-$/, '') || 'section';
}

function findFree(id: string, taken: Map<string, number>): string {
  let free = id;
  let count = taken.get(id) ?? 0;
  while (taken.has(free)) free = `${id}-${++count}`;
  taken.set(id, count);
  taken.set(free, taken.get(free) ?? 0);
  return free;
}
