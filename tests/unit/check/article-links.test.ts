import { expect, test } from 'vitest';
import { createLinkCheck } from '../../../src/check/article-links.ts';
import { beijing, sampleArticle } from '../samples.ts';

const links = createLinkCheck(
  [sampleArticle({ slug: 'a', aliases: ['/articles/2025/jiu/'] }), sampleArticle({ slug: '央行' })],
  {
    files: [],
    origin: 'https://test.example',
    now: beijing('2026-11-25'),
  },
);
const check = (href: string) => links('articles/2026/x.md', [{ href, line: 1, column: 1 }]).length;

test.each([
  './a.md',
  '../2026/a.md#一节',
  './央行.md',
  './%E5%A4%AE%E8%A1%8C.md',
  '/articles/2026/a/',
  '/articles/2026/A',
  '/articles/2025/jiu/',
  'https://test.example/articles/2026/a/?from=x',
  'https://other.example/articles/2026/nothing/',
  'https://other.example/readme.md',
  '/channels/banking/',
])('%s leads somewhere, or is asked elsewhere', (href) => {
  expect(check(href)).toBe(0);
});

test.each(['./b.md', '../2025/a.md', '/articles/2026/b/', 'https://test.example/articles/2026/b/'])(
  '%s leads nowhere',
  (href) => {
    expect(check(href)).toBe(1);
  },
);

const now = beijing('2026-11-25');
const dated = (slug: string, date: string, more = {}) =>
  sampleArticle({ slug, date: beijing(date), ...more });
const reasonOf = createLinkCheck(
  [
    dated('past', '2026-11-20'),
    dated('soon', '2026-11-28'),
    dated('later', '2026-11-30'),
    dated('draft', '2026-11-20', { draft: true }),
    dated('draft2', '2026-11-20', { draft: true }),
    dated('over', '2026-11-01', { expires: beijing('2026-11-10') }),
  ],
  { files: [], origin: undefined, now },
);
const from = (file: string, href: string) =>
  reasonOf(file, [{ href, line: 1, column: 1 }]).map(
    ({ message }) => /打不开：(.*)。$/.exec(message)?.[1],
  );

test.each([
  ['past', './soon.md', ['那篇比这篇发布得晚']],
  ['soon', './later.md', ['那篇比这篇发布得晚']],
  ['later', './soon.md', []],
  ['past', '/articles/2026/draft/', ['那篇还是草稿']],
  ['draft', './draft2.md', []],
  ['past', './over.md', ['那篇已经过期撤下']],
  ['past', '..\\2026\\soon.md', ['文件夹之间要用 /，不用 \\']],
  ['past', 'www.gov.cn/a', ['网址前面少了 https://']],
  ['past', 'example.com', ['网址前面少了 https://']],
  ['past', 'lpr', ['网址要写全，以 https:// 或 / 开头；稿件请写文件名']],
  ['past', '附件.docx', ['网址要写全，以 https:// 或 / 开头；稿件请写文件名']],
  ['past', '../none/', ['没有这篇稿件']],
  ['later', '../soon/', []],
])('from %s, %s', (slug, href, reasons) => {
  expect(from(`articles/2026/${slug}.md`, href)).toEqual(reasons);
});

test('an article that cannot be read yet is there', () => {
  const unread = createLinkCheck([], { files: ['articles/2026/b.md'], origin: undefined, now });
  const link = (href: string) => unread('articles/2026/a.md', [{ href, line: 1, column: 1 }]);
  expect(link('./b.md')).toEqual([]);
  expect(link('/articles/2026/b/')).toEqual([]);
  expect(link('./c.md')).toHaveLength(1);
});

test('a fixed page has addresses alone', () => {
  expect(from('pages/about.md', '../articles/2026/past.md')).toEqual([
    '固定页面里请写网址 /articles/2026/past/',
  ]);
  expect(from('pages/about.md', '/articles/2026/past/')).toEqual([]);
});
