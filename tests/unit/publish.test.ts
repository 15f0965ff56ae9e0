import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastChangeOf, originalUrlOf } from '../../src/news/article.ts';
import { compareNewestFirst, publish, stateOf } from '../../src/news/publish.ts';
import { beijing, sampleArticle } from './samples.ts';

const NOW = beijing('2026-11-25 12:00');
const past = NOW - 1000;
const future = NOW + 1000;
const withdrawn = { date: past, reason: '数据有误' };

describe('stateOf', () => {
  test.each([
    [{ date: past }, 'published'],
    [{ date: NOW }, 'published'],
    [{ date: future }, 'scheduled'],
    [{ date: past, expires: future }, 'published'],
    [{ date: past, expires: NOW }, 'expired'],
    [{ date: past, expires: past }, 'expired'],
    [{ date: past, withdrawn }, 'withdrawn'],
    [{ date: past, withdrawn, expires: future }, 'withdrawn'],
    // Draft outranks all; scheduled and expired have no page, withdrawn or not.
    [{ date: past, draft: true }, 'draft'],
    [{ date: future, draft: true, withdrawn, expires: past }, 'draft'],
    [{ date: past, draft: true, withdrawn }, 'draft'],
    [{ date: future, withdrawn }, 'scheduled'],
    [{ date: future, expires: past }, 'scheduled'],
    [{ date: past, withdrawn, expires: past }, 'expired'],
  ])('%o is %s', (given, state) => {
    expect(stateOf(sampleArticle(given), NOW)).toBe(state);
  });

  test('a date alone is published with the first moment of that day in Beijing', () => {
    const article = sampleArticle({ date: beijing('2026-11-26') });
    expect(stateOf(article, Date.parse('2026-11-25T15:59:59Z'))).toBe('scheduled');
    expect(stateOf(article, Date.parse('2026-11-25T16:00:00Z'))).toBe('published');
  });
});

test('every article is in exactly one list, newest first', () => {
  const some = fc.record({
    slug: fc.string({ minLength: 1, maxLength: 3 }),
    date: fc.constantFrom(past - 1, past, NOW, future),
    draft: fc.boolean(),
    expires: fc.option(fc.constantFrom(past, NOW, future), { nil: undefined }),
    withdrawn: fc.option(fc.constant(withdrawn), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ slug }) => slug }), (given) => {
      const articles = given.map(({ expires, withdrawn: notice, ...rest }) =>
        sampleArticle({
          ...rest,
          ...(expires ? { expires } : {}),
          ...(notice ? { withdrawn: notice } : {}),
        }),
      );
      const lists = Object.values(publish(articles, NOW));
      expect(new Set(lists.flat())).toEqual(new Set(articles));
      expect(lists.flat()).toHaveLength(articles.length);
      for (const list of lists) expect(list).toEqual([...list].sort(compareNewestFirst));
      expect(publish([...articles].reverse(), NOW)).toEqual(publish(articles, NOW));
    }),
  );
});

test('equal dates are ordered by id, whatever order files were read in', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((slug) => sampleArticle({ slug }));
  for (const articles of [
    [a, b, c],
    [c, a, b],
  ] as (typeof a & {})[][]) {
    expect(publish(articles, NOW).published.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  }
});

test('the last change is the newest of date, update, corrections and withdrawal', () => {
  const correction = (day: string) => ({ date: beijing(day), reason: '改字' });
  expect(lastChangeOf(sampleArticle({ date: 5 }))).toBe(5);
  expect(lastChangeOf(sampleArticle({ date: 5, updated: 7 }))).toBe(7);
  expect(lastChangeOf(sampleArticle({ date: 5, updated: 3 }))).toBe(5);
  expect(
    lastChangeOf(
      sampleArticle({ corrections: [correction('2026-05-02'), correction('2026-05-01')] }),
    ),
  ).toBe(beijing('2026-05-02'));
  expect(
    lastChangeOf(sampleArticle({ withdrawn: { date: beijing('2026-06-01'), reason: '甲' } })),
  ).toBe(beijing('2026-06-01'));
});

test.each([
  [{ kind: 'reprint', source: { name: '甲', url: 'https://a.cn/1' } }, 'https://a.cn/1'],
  [{ kind: 'reprint', source: { name: '甲' } }, undefined],
  [{ kind: 'news', source: { name: '甲', url: 'https://a.cn/1' } }, undefined],
  [{ kind: 'reprint' }, undefined],
] as const)('canonical moves only for a reprint with an address: %o', (article, url) => {
  expect(originalUrlOf(article)).toBe(url);
});
