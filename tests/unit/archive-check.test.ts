import { describe, expect, test } from 'vitest';
import { paths } from '../../src/news/address.ts';
import { checkArchive } from '../../src/news/archive-check.ts';
import type { Article } from '../../src/news/article.ts';
import { beijing, outline, sampleArticle, sampleSettings } from './samples.ts';

const NOW = beijing('2026-11-25 12:00');
const LINES: Record<string, number> = {
  date: 3,
  channel: 4,
  id: 5,
  topics: 6,
  aliases: 7,
  related: 8,
};

function check(...given: Partial<Article>[]) {
  const articles = given.map((one) => sampleArticle({ channel: '银行', ...one }));
  return checkArchive(articles, sampleSettings(), NOW, (_, key) => LINES[key]);
}

const texts = (found: ReturnType<typeof check>) =>
  found.problems.map(({ file, message }) => `${file} ${message}`);

describe('channels and topics', () => {
  test('names and ids become ids', () => {
    const { articles, problems } = check(
      { slug: 'a', channel: '黄金', topics: ['个人养老金'] },
      { slug: 'b', channel: 'gold', topics: ['retirement'] },
      { slug: 'c', channel: ' 银行 ' },
    );
    expect(problems).toEqual([]);
    expect(articles.map(({ channel, topics }) => [channel, topics])).toEqual([
      ['gold', ['retirement']],
      ['gold', ['retirement']],
      ['banking', []],
    ]);
  });

  test.each([
    [{ channel: '银航' }, '4 unknown-channel', '是不是“银行”？现有：银行、黄金。'],
    [{ channel: 'goldd' }, '4 unknown-channel', '是不是“黄金”？现有：银行、黄金。'],
    // Both characters differ: a guess would be another word.
    [{ channel: '保险' }, '4 unknown-channel', '现有：银行、黄金。'],
    [{ topics: ['个人养老'] }, '6 unknown-topic', '是不是“个人养老金”？现有：个人养老金。'],
  ])('%o', (given, expected, hint) => {
    const { problems } = check(given);
    expect(outline(problems)).toEqual([expected]);
    expect(problems[0]?.hint).toBe(hint);
  });

  test('all problems at once, also in drafts', () => {
    const { problems } = check({
      channel: '无',
      topics: ['甲', '乙'],
      related: ['无'],
      draft: true,
    });
    expect(outline(problems)).toEqual([
      '4 unknown-channel',
      '6 unknown-topic',
      '6 unknown-topic',
      '8 unknown-pin',
    ]);
  });
});

describe('identity', () => {
  test.each([
    ['same', 'same'],
    ['A', 'a'],
    ['caf\u00e9', 'cafe\u0301'],
  ])('%s and %s are one', (first, second) => {
    const found = check({ slug: 'x', id: first }, { slug: 'y', id: second });
    expect(outline(found.problems)).toEqual(['5 duplicate-id']);
    expect(texts(found)).toEqual([
      `articles/2026/y.md 编号“${second}”与 articles/2026/x.md 重复。`,
    ]);
  });

  test('an id that another article has from its path', () => {
    expect(
      outline(check({ slug: 'x', id: '2026/y' }, { slug: 'y', id: '2026/y' }).problems),
    ).toEqual(['5 duplicate-id']);
  });

  test('three with one id name two', () => {
    expect(
      check({ slug: 'x', id: 'a' }, { slug: 'y', id: 'a' }, { slug: 'z', id: 'a' }).problems,
    ).toHaveLength(2);
  });
});

describe('addresses', () => {
  test.each([
    ['Upper', 'upper'],
    ['same', 'same'],
    ['caf\u00e9', 'CAFE\u0301'.normalize('NFC')],
  ])('%s beside %s', (first, second) => {
    const found = check(
      { id: '1', slug: first, file: `articles/2026/${first}.md` },
      { id: '2', slug: second, file: `articles/2026/deep/${second}.mdx` },
    );
    expect(outline(found.problems)).toEqual(['- duplicate-address']);
    expect(texts(found)[0]).toBe(
      `articles/2026/deep/${second}.mdx 网址 /articles/2026/${second}/ 与 articles/2026/${first}.md 相同（不分大小写）。`,
    );
  });

  test('ids that come from the path are not reported a second time', () => {
    expect(
      outline(check({ id: '2026/A', slug: 'A' }, { id: '2026/a', slug: 'a' }).problems),
    ).toEqual(['- duplicate-address']);
  });

  test('the same name in another year is another address', () => {
    expect(
      outline(check({ id: '1', slug: 'a' }, { id: '2', slug: 'a', year: '2025' }).problems),
    ).toEqual(['3 other-year']);
  });
});

describe('the folder’s year', () => {
  test('is the address; another year in the date is a warning', () => {
    const { problems } = check({ year: '2025' });
    expect(problems).toMatchObject([
      {
        kind: 'other-year',
        severity: 'warning',
        line: 3,
        message: '日期是 2026 年，文件却在 2025 文件夹里。',
      },
    ]);
  });

  test('is Beijing’s year', () => {
    expect(check({ date: beijing('2026-01-01 00:30') }).problems).toEqual([]);
    expect(check({ date: beijing('2025-12-31 23:30') }).problems).toHaveLength(1);
  });
});

describe('old addresses', () => {
  test.each([
    '/news/1234.html',
    '/news/1234',
    '/news/1234/',
    '/新闻/旧稿/',
    '/%E6%96%B0%E9%97%BB/',
    '/articles/2026/old-name/',
    '/a.asp',
    '/..a/b',
    '/100%25/',
  ])('%s leads on', (alias) => {
    expect(check({ aliases: [alias] }).problems).toEqual([]);
  });

  test.each([
    'news/1234.html',
    'https://example.com/a',
    '//evil.example/a',
    '/a?id=1',
    '/a#b',
    '/a b',
    '/a\\b',
    '/../x',
    '/a/../../x',
    '/%2e%2e/x',
    '/a/%2E%2E/%2e%2e/%2e%2e/x',
    '/..%2f..%2fx',
    '/a/./b',
    '/a%00b',
    '/a%0ab',
    '/a"b',
    '/<script>',
    '/100%/',
    '/%zz',
    '/_redirects',
    '/_astro/x.js',
    '/search-index/x',
    '',
    `/${'长'.repeat(90)}/`,
  ])('%j cannot', (alias) => {
    expect(outline(check({ aliases: [alias] }).problems)).toEqual(['7 bad-alias']);
  });

  const fixed = Object.values(paths).filter((path) => typeof path === 'string');

  test.each([
    ...fixed,
    '/channels/gold/',
    '/channels/GOLD',
    '/about/',
    '/about',
    '/about/index.html',
    '/articles/2026/b/',
    '/articles/2026/B',
    '/articles/2026/%62/',
    '/index.html',
  ])('%s meets a page', (alias) => {
    const { problems } = check({ id: '1', slug: 'a', aliases: [alias] }, { id: '2', slug: 'b' });
    expect(outline(problems)).toEqual(['7 alias-meets-page']);
  });

  test('one address cannot lead to two articles, nor to the article itself', () => {
    expect(
      outline(
        check({ id: '1', slug: 'a', aliases: ['/old/'] }, { id: '2', slug: 'b', aliases: ['/OLD'] })
          .problems,
      ),
    ).toEqual(['7 alias-meets-page']);
    expect(outline(check({ slug: 'a', aliases: ['/articles/2026/a/'] }).problems)).toEqual([
      '7 alias-meets-page',
    ]);
    expect(outline(check({ slug: 'a', aliases: ['/old', '/old/'] }).problems)).toEqual([
      '7 alias-meets-page',
    ]);
  });
});
