import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import { composeEdition } from '../../src/news/edition.ts';
import { publish } from '../../src/news/publish.ts';
import {
  formatSitemap,
  formatSitemapIndex,
  isIndexed,
  listSitemaps,
} from '../../src/news/sitemap.ts';
import { beijing, sampleArticle, sampleSettings } from './samples.ts';

const NOW = beijing('2026-11-25 12:00');
const reprint = { kind: 'reprint', source: { name: '甲', url: 'https://a.cn/1' } } as const;
const withdrawn = { date: beijing('2026-04-01'), reason: '甲' };

function sitemaps(articles: readonly Article[]) {
  const { published, withdrawn: gone } = publish(articles, NOW);
  return listSitemaps(composeEdition(sampleSettings(), published, gone, NOW));
}

function pathsIn(articles: readonly Article[]): string[] {
  return sitemaps(articles).flatMap(({ urls }) => urls.map(({ path }) => path));
}

describe('what belongs in a sitemap', () => {
  const all = [
    sampleArticle({ slug: 'here' }),
    sampleArticle({ slug: 'attributed', source: reprint.source }),
    sampleArticle({ slug: 'unlinked', kind: 'reprint', source: { name: '甲' } }),
    sampleArticle({ slug: 'reprint', ...reprint, tags: ['转'] }),
    sampleArticle({ slug: 'gone', withdrawn, tags: ['撤'] }),
    sampleArticle({ slug: 'draft', draft: true, tags: ['草'] }),
    sampleArticle({ slug: 'later', date: NOW + 1, tags: ['将'] }),
    sampleArticle({ slug: 'past', expires: NOW, tags: ['过'] }),
  ];

  test('articles', () => {
    const found = pathsIn(all).filter((path) => path.startsWith('/articles/'));
    expect(found.sort()).toEqual(
      ['attributed', 'here', 'unlinked'].map((slug) => `/articles/2026/${slug}/`),
    );
  });

  test('tags only of what is listed', () => {
    const found = pathsIn(all).filter((path) => path.startsWith('/tags/'));
    expect(found).toEqual([`/tags/${encodeURIComponent('转')}/`]);
  });

  test('pages, each once, without search', () => {
    const found = pathsIn(all);
    for (const path of [
      '/',
      '/channels/banking/',
      '/topics/retirement/',
      '/archive/',
      '/archive/2026/',
      '/archive/2026/03/',
      '/corrections/',
      '/subscribe/',
      '/sitemap/',
      '/about/',
    ]) {
      expect(found).toContain(path);
    }
    expect(found).not.toContain('/search/');
    expect(new Set(found).size).toBe(found.length);
  });

  test.each([
    [{}, true],
    [{ withdrawn }, false],
    [reprint, false],
    [{ source: reprint.source }, true],
  ])('%o: indexed %s', (given, indexed) => {
    expect(isIndexed(sampleArticle(given))).toBe(indexed);
  });
});

describe('lastmod', () => {
  test('is the last change, not the date', () => {
    const files = sitemaps([
      sampleArticle({ corrections: [{ date: beijing('2026-05-01 08:00'), reason: '甲' }] }),
    ]);
    const [article] = files.find(({ name }) => name === 'sitemap-2026')?.urls ?? [];
    expect(article?.lastmod).toBe(beijing('2026-05-01 08:00'));
    const xml = formatSitemap(
      files[1] ?? { name: '', urls: [] },
      createLinks('https://test.example/news/'),
    );
    expect(xml).toContain(
      '<loc>https://test.example/news/articles/2026/a/</loc><lastmod>2026-05-01T08:00:00+08:00</lastmod>',
    );
  });

  test('of a list is its newest article’s; none without articles', () => {
    const urls = new Map(
      sitemaps([
        sampleArticle({ slug: 'a', date: beijing('2026-03-01') }),
        sampleArticle({ slug: 'b', date: beijing('2026-03-02') }),
      ])
        .flatMap((file) => file.urls)
        .map(({ path, lastmod }) => [path, lastmod]),
    );
    expect(urls.get('/channels/banking/')).toBe(beijing('2026-03-02'));
    expect(urls.get('/channels/gold/')).toBeUndefined();
    expect(urls.get('/about/')).toBeUndefined();
  });

  test('an old year’s file does not change when this year’s articles come', () => {
    const old = sampleArticle({ slug: 'old', year: '2025', date: beijing('2025-05-01') });
    const file = (articles: Article[]) =>
      sitemaps(articles).find(({ name }) => name === 'sitemap-2025');
    expect(file([old, sampleArticle()])).toEqual(file([old]));
  });
});

describe('limits', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      sampleArticle({ slug: `s${String(index).padStart(6, '0')}` }),
    );

  test.each([
    [50_000, [['sitemap-2026', 50_000]]],
    [
      50_001,
      [
        ['sitemap-2026', 50_000],
        ['sitemap-2026-2', 1],
      ],
    ],
  ])('%i articles', (count, expected) => {
    const [, ...years] = sitemaps(many(count));
    expect(years.map(({ name, urls }) => [name, urls.length])).toEqual(expected);
  });
});

describe('XML', () => {
  const parse = (xml: string) =>
    new XMLParser({ parseTagValue: false, htmlEntities: true }).parse(xml, true);

  test('is well formed, with escaped addresses', () => {
    const files = [
      { name: 'sitemap-pages', urls: [{ path: '/a/?x=1&y=<2>', lastmod: undefined }] },
    ];
    const [file] = files;
    const xml = formatSitemap(file ?? { name: '', urls: [] }, createLinks('https://test.example'));
    expect(parse(xml)).toMatchObject({
      urlset: { url: { loc: 'https://test.example/a/?x=1&y=<2>' } },
    });
    expect(xml).not.toContain('<lastmod>');
  });

  test('the index names every file with its newest change', () => {
    const files = sitemaps([
      sampleArticle(),
      sampleArticle({ slug: 'b', year: '2025', date: beijing('2025-05-01') }),
    ]);
    const { sitemapindex } = parse(
      formatSitemapIndex(files, createLinks('https://test.example/news')),
    );
    expect(sitemapindex.sitemap).toEqual([
      { loc: 'https://test.example/news/sitemap-pages.xml', lastmod: '2026-03-15T09:30:00+08:00' },
      { loc: 'https://test.example/news/sitemap-2026.xml', lastmod: '2026-03-15T09:30:00+08:00' },
      { loc: 'https://test.example/news/sitemap-2025.xml', lastmod: '2025-05-01T00:00:00+08:00' },
    ]);
  });

  test('a year of reprints alone has no file, and an empty site still has one', () => {
    expect(sitemaps([sampleArticle(reprint)]).map(({ name }) => name)).toEqual(['sitemap-pages']);
    expect(sitemaps([]).map(({ name }) => name)).toEqual(['sitemap-pages']);
  });
});
