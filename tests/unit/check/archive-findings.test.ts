import { describe, expect, test } from 'vitest';
import { findArchiveFaults, findMovedAddresses } from '../../../src/check/archive-findings.ts';
import { beijing, sampleArticle } from '../samples.ts';

const nowhere = () => undefined;
const at = (slug: string, date: string, title = '标题') =>
  sampleArticle({ slug, title, date: beijing(date) });

test('a title twice within a week is told of the later article', () => {
  const found = findArchiveFaults(
    [at('b', '2026-03-16'), at('a', '2026-03-15'), at('c', '2026-03-15', '别的')],
    [],
    { lineOf: nowhere },
  );
  expect(found.map(({ kind, file }) => [kind, file])).toEqual([
    ['repeated-title', 'articles/2026/b.md'],
  ]);
  expect(found[0]?.message).toContain('articles/2026/a.md');
});

test('a column’s title and a title of another year are not', () => {
  const column = ['2026-03-14', '2026-03-15', '2026-03-16'].map((date, i) => at(`c${i}`, date));
  expect(findArchiveFaults(column, [], { lineOf: nowhere })).toEqual([]);
  expect(
    findArchiveFaults([at('a', '2025-03-15'), at('b', '2026-03-15')], [], { lineOf: nowhere }),
  ).toEqual([]);
});

test('a reprint’s record is asked for in full', () => {
  const reprint = sampleArticle({ kind: 'reprint', source: { name: '新华社' } });
  expect(findArchiveFaults([reprint], [], { lineOf: nowhere })[0]?.message).toBe(
    '转载稿还缺：原文网址（url）、授权（permission）、责任编辑（editor）。',
  );
});

const fileOf = (slug: string) => `articles/2026/${slug}.md`;

describe('near copies', () => {
  const articles = [
    at('b', '2026-03-16'),
    at('a', '2026-03-15'),
    at('c', '2026-03-17'),
    sampleArticle({ slug: 'r', date: beijing('2026-03-18'), kind: 'reprint' }),
  ];
  const tell = (pairs: [string, string][], asked?: string) =>
    findArchiveFaults(
      articles,
      pairs.map(([a, b]) => [fileOf(a), fileOf(b)]),
      { lineOf: nowhere, ...(asked && { isChosen: (file) => file === fileOf(asked) }) },
    ).flatMap(({ kind, file, message }) =>
      kind === 'near-copy' ? [[file, /articles\S+/.exec(message)?.[0]]] : [],
    );

  test('are told of the later article, with the earliest it is a copy of', () => {
    expect(
      tell([
        ['b', 'c'],
        ['a', 'c'],
        ['b', 'a'],
      ]),
    ).toEqual([
      [fileOf('c'), fileOf('a')],
      [fileOf('b'), fileOf('a')],
    ]);
  });

  test('are told of the article that was asked for, whichever is older', () => {
    expect(tell([['a', 'b']], 'a')).toEqual([[fileOf('a'), fileOf('b')]]);
  });

  test.each([undefined, 'b', 'r'])('a recorded reprint is none (asked: %s)', (asked) => {
    expect(tell([['b', 'r']], asked)).toEqual([]);
  });
});

test('an address that moved wants an alias, told by id or by title and date', () => {
  const old = sampleArticle({ slug: 'jiu', id: '2026/jiu' });
  const renamed = sampleArticle({ slug: 'xin', id: '2026/xin' });
  const [found] = findMovedAddresses([old], [renamed], nowhere);
  expect(found).toMatchObject({ kind: 'moved-address', file: 'articles/2026/xin.md' });
  expect(found?.hint).toContain('aliases: [/articles/2026/jiu/]');
  const kept = { ...renamed, aliases: ['/articles/2026/jiu/'] };
  expect(findMovedAddresses([old], [kept], nowhere)).toEqual([]);
  expect(findMovedAddresses([{ ...old, draft: true }], [renamed], nowhere)).toEqual([]);
  expect(findMovedAddresses([old], [at('y', '2020-01-01', '别的')], nowhere)).toEqual([]);
});
