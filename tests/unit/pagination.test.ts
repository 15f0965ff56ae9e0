import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paginate } from '../../src/news/pagination.ts';

/** Newest first: `n … 1`, so that an item's number is its age. */
const list = (length: number) => Array.from({ length }, (_, index) => length - index);

describe('paginate', () => {
  test.each([
    [0, [[undefined, 0]]],
    [1, [[undefined, 1]]],
    [3, [[undefined, 3]]],
    [5, [[undefined, 5]]],
    [
      6,
      [
        [undefined, 3],
        [1, 3],
      ],
    ],
    [
      8,
      [
        [undefined, 5],
        [1, 3],
      ],
    ],
    [
      9,
      [
        [undefined, 3],
        [2, 3],
        [1, 3],
      ],
    ],
  ])('%i items of three a page', (length, expected) => {
    const pages = paginate(list(length), 3);
    expect(pages.map(({ number, items }) => [number, items.length])).toEqual(expected);
  });

  test('links between pages', () => {
    const links = paginate(list(10), 3).map(({ number, newer, older, links }) => ({
      number,
      newer,
      older,
      links,
    }));
    expect(links).toEqual([
      { number: undefined, newer: undefined, older: 2, links: [undefined, 2, 1] },
      { number: 2, newer: 'front', older: 1, links: [undefined, 2, 1] },
      { number: 1, newer: 2, older: undefined, links: [undefined, 2, 1] },
    ]);
    expect(paginate(list(5), 3)[0]).toMatchObject({
      newer: undefined,
      older: undefined,
      links: [undefined],
    });
  });

  test.each([
    [undefined, 1, [undefined, 1]],
    [undefined, 12, [undefined, 12, 11, 'gap', 1]],
    [12, 12, [undefined, 12, 11, 10, 'gap', 1]],
    [6, 12, [undefined, 'gap', 8, 7, 6, 5, 4, 'gap', 1]],
    [1, 12, [undefined, 'gap', 3, 2, 1]],
  ])('from page %s of %i the pager names %j', (current, last, expected) => {
    const page = paginate(list(last + 1), 1).find(({ number }) => number === current);
    expect(page?.links).toEqual(expected);
  });

  const length = fc.integer({ min: 0, max: 200 });
  const size = fc.integer({ min: 1, max: 12 });

  test('each item once, in order; the front page holds one full page or more', () => {
    fc.assert(
      fc.property(length, size, (count, perPage) => {
        const pages = paginate(list(count), perPage);
        expect(pages.flatMap(({ items }) => items)).toEqual(list(count));
        const [front, ...numbered] = pages;
        expect(front?.items.length).toBeGreaterThanOrEqual(Math.min(count, perPage));
        expect(front?.items.length).toBeLessThan(2 * perPage);
        for (const { items } of numbered) expect(items).toHaveLength(perPage);
      }),
    );
  });

  test('what is added in front changes no items of numbered pages, nor pages far from it', () => {
    fc.assert(
      fc.property(length, length, size, (count, added, perPage) => {
        const later = new Map(
          paginate(list(count + added), perPage).map((page) => [page.number, page]),
        );
        for (const page of paginate(list(count), perPage).slice(1)) {
          expect(later.get(page.number)?.items).toEqual(page.items);
        }
        for (const page of paginate(list(count), perPage).slice(5)) {
          expect(later.get(page.number)).toEqual(page);
        }
      }),
    );
  });

  test('following `older` from the front page meets every page', () => {
    fc.assert(
      fc.property(length, size, (count, perPage) => {
        const pages = paginate(list(count), perPage);
        const met: (number | undefined)[] = [];
        for (let page = pages[0]; page; ) {
          met.push(page.number);
          const { older } = page;
          page = older === undefined ? undefined : pages.find(({ number }) => number === older);
        }
        expect(met).toEqual(pages.map(({ number }) => number));
      }),
    );
  });
});
