import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { composeArticle } from '../../../src/import/article-source.ts';
import type { Item } from '../../../src/import/item.ts';
import { toMarkdown } from '../../../src/import/markdown-text.ts';
import { cleanLine, splitParagraphs } from '../../../src/import/source-text.ts';
import { readArticle } from '../../../src/news/article-reader.ts';
import { parseBeijing } from '../../../src/news/beijing.ts';
import { splitSource } from '../../../src/news/frontmatter.ts';

const item: Item = {
  id: '0',
  title: '央行 #3号公告："昂贵"就是新标准？',
  date: '2026-03-15 09:30',
  body: toMarkdown(['第一段。', '# 第二段']),
  summary: '一句摘要：说清楚',
  tags: ['000001', 'LPR'],
  source: { name: '新华社', url: 'https://www.news.cn/?a=1#b' },
};

test('a whole article', () => {
  expect(composeArticle(item, '综合')).toEqual({
    id: '0',
    file: 'articles/2026/item-0.md',
    source: `---
title: '央行 #3号公告："昂贵"就是新标准？'
date: 2026-03-15 09:30
channel: 综合
id: "0"
summary: 一句摘要：说清楚
tags: ["000001", LPR]
source: { name: 新华社, url: "https://www.news.cn/?a=1#b" }
---

第一段。

\\# 第二段
`,
    pictures: [],
  });
});

describe('a headline without text', () => {
  const headline: Item = { title: '标题', date: '2026-03-15', body: '', tags: [] };

  test('leads to the original', () => {
    const { source } = composeArticle(
      { ...headline, source: { name: '甲', url: 'https://a.cn/1' } },
      '综合',
    );
    expect(source).toMatch(/\n---\n\n\[阅读原文\]\(https:\/\/a\.cn\/1\)\n$/);
  });

  test('without an address has no body', () => {
    expect(composeArticle({ ...headline, source: { name: '甲' } }, '综合').source).toMatch(
      /source: 甲\n---\n$/,
    );
  });
});

test('frontmatter reads back to the same values, in Ballast and as plain YAML', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(anyItem, anyLine, (given, channel) => {
      const { source, file, id } = composeArticle(given, channel);
      const { article, problems } = readArticle(source, file);
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(article).toMatchObject({
        id,
        title: given.title,
        date: parseBeijing(given.date),
        channel,
        tags: [...new Set(given.tags)],
        kind: 'news',
        file,
        ...(given.source ? { source: given.source } : {}),
        ...(given.summary ? { summary: given.summary } : {}),
      });
      const split = splitSource(source, file);
      const plain = 'kind' in split ? {} : parse(split.frontmatter);
      expect(plain).toMatchObject({ title: given.title, id, channel });
    }),
    { numRuns: 600 },
  );
});

/** Strings that mean something else to YAML, alone and in pieces. */
const anyPiece = fc.oneof(
  fc.constantFrom(
    ...': |：| #|#|- |"|\'|\\|, |，|[|]|{|}|*|&|!|%|@|`|>|？|? || |---|...|~|null|true|No|0|00|1e3|0x1f'.split(
      '|',
    ),
    ...[
      '2026-03-15',
      '12:30',
      '央行',
      '标题：',
      'title: ',
      '<<',
      '=',
      '|',
      '\u00E9',
      '🎉',
      '\uE000',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const anyLine = fc
  .array(anyPiece, { minLength: 1, maxLength: 5 })
  .map((pieces) => cleanLine(pieces.join('')))
  .filter((line) => line !== '');
const anyTag = anyLine.filter((tag) => !/[，、]/.test(tag));
const anyItem: fc.Arbitrary<Item> = fc.record(
  {
    title: anyLine,
    date: fc.constantFrom('2026-03-15', '2026-03-15 00:00', '2026-03-15 09:30:15'),
    body: fc
      .array(anyLine, { maxLength: 3 })
      .map((lines) => toMarkdown(splitParagraphs(lines.join('\n')))),
    tags: fc.array(anyTag, { maxLength: 3 }),
    id: fc.string({ unit: 'binary', maxLength: 6 }),
    summary: anyLine,
    source: fc.record(
      { name: anyLine, url: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
      { requiredKeys: ['name'] },
    ),
  },
  { requiredKeys: ['title', 'date', 'body', 'tags'] },
);
