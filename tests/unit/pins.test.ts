import { describe, expect, test } from 'vitest';
import { createPinResolver } from '../../src/news/pins.ts';
import { outline, sampleArticle } from './samples.ts';

const NOW = sampleArticle().date;
const articles = [
  sampleArticle({ id: 'id-a', slug: 'a' }),
  sampleArticle({ id: 'id-b', slug: 'b' }),
  sampleArticle({ id: 'id-b-2025', slug: 'b', year: '2025' }),
  sampleArticle({ id: '2026/c', slug: 'c' }),
  sampleArticle({ id: 'd', slug: 'e' }),
  sampleArticle({ id: 'x', slug: 'd' }),
  sampleArticle({ id: 'id-name', slug: '中文-名-1' }),
  sampleArticle({ id: 'draft', slug: 'draft', draft: true }),
  sampleArticle({ id: 'later', slug: 'later', date: NOW + 1 }),
  sampleArticle({ id: 'gone', slug: 'gone', expires: NOW }),
  sampleArticle({ id: 'back', slug: 'back', withdrawn: { date: NOW, reason: '甲' } }),
];

function resolve(related: string[], now = NOW) {
  const lineOf = (file: string) => (file === 'articles/2026/me.md' ? 7 : undefined);
  const me = sampleArticle({ id: 'id-me', slug: 'me', related });
  const { ids, problems } = createPinResolver([...articles, me], now, lineOf)(me);
  return { ids, problems: outline(problems), texts: problems.map(({ message }) => message) };
}

describe('a pin is found by', () => {
  test.each([
    ['id-a', 'id-a'],
    ['a', 'id-a'],
    ['2026/a', 'id-a'],
    ['2025/b', 'id-b-2025'],
    ['2026/c', '2026/c'],
    ['c', '2026/c'],
    ['a.md', 'id-a'],
    ['articles/2026/a.md', 'id-a'],
    ['/articles/2026/a/', 'id-a'],
    ['中文 名#1', 'id-name'],
    ['中文 名#1.md', 'id-name'],
    // An id outranks another article's slug.
    ['d', 'd'],
  ])('%s → %s', (pin, id) => {
    expect(resolve([pin])).toEqual({ ids: [id], problems: [], texts: [] });
  });
});

test('the editor’s order is kept, each article once', () => {
  expect(resolve(['id-b', 'a', '2026/b', 'id-a']).ids).toEqual(['id-b', 'id-a']);
});

describe('a pin that cannot stand', () => {
  test.each([
    ['nowhere', '7 unknown-pin'],
    ['A', '7 unknown-pin'],
    ['me', '7 self-pin'],
    ['id-me', '7 self-pin'],
    ['/articles/2026/me/', '7 self-pin'],
    ['b', '7 ambiguous-pin'],
  ])('%s: %s', (pin, expected) => {
    expect(resolve([pin, 'a'])).toMatchObject({ ids: ['id-a'], problems: [expected] });
  });

  test('all at once', () => {
    expect(resolve(['nowhere', 'me', 'b', 'draft']).problems).toHaveLength(4);
  });
});

describe('a pin that rests', () => {
  test.each([
    ['draft', '是草稿'],
    ['later', '还没到发布时间'],
    ['gone', '已下线'],
    ['back', '已撤稿'],
  ])('%s is left out with a warning', (pin, state) => {
    expect(resolve([pin])).toEqual({
      ids: [],
      problems: ['7 resting-pin'],
      texts: [`“相关”里的“${pin}”现在${state}，暂不显示。`],
    });
  });

  test('and returns when it is published', () => {
    expect(resolve(['later', 'a']).ids).toEqual(['id-a']);
    expect(resolve(['later', 'a'], NOW + 1).ids).toEqual(['later', 'id-a']);
  });
});
