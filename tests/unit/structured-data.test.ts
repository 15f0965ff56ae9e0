import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import {
  describeArticle,
  describeBreadcrumb,
  describeSite,
  serialiseJsonLd,
} from '../../src/news/structured-data.ts';
import { beijing, sampleArticle, sampleSettings } from './samples.ts';

const { site, people, channels } = sampleSettings();
const links = createLinks('https://test.example/news/');

function describeOne(given: Partial<Article> = {}) {
  return describeArticle(sampleArticle(given), {
    site,
    links,
    people,
    channel: channels[0],
    image: 'https://test.example/news/a.png',
  });
}

describe('NewsArticle', () => {
  test('an article of our own', () => {
    const data = describeOne({
      date: beijing('2026-03-15 00:30'),
      updated: beijing('2026-03-16'),
      byline: [{ name: '周砚', role: '记者' }, { name: '外人' }],
      tags: ['C++', '银行'],
      corrections: [{ date: beijing('2026-03-17 10:00'), reason: '改字' }],
    });
    expect(data).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: '标题',
      description: '摘要。',
      image: ['https://test.example/news/a.png'],
      datePublished: '2026-03-15T00:30:00+08:00',
      dateModified: '2026-03-17T10:00:00+08:00',
      // Baidu's time factor is Beijing time without an offset.
      pubDate: '2026-03-15T00:30:00',
      upDate: '2026-03-17T10:00:00',
      author: [
        { '@type': 'Person', name: '周砚', url: 'https://test.example/news/people/zhou-yan/' },
        { '@type': 'Person', name: '外人' },
      ],
      publisher: { '@type': 'Organization', name: '测试编辑部', url: 'https://test.example/news/' },
      mainEntityOfPage: 'https://test.example/news/articles/2026/a/',
      url: 'https://test.example/news/articles/2026/a/',
      inLanguage: 'zh-CN',
      isAccessibleForFree: true,
      articleSection: '银行',
      keywords: ['C++', '银行'],
      correction: ['改字'],
    });
  });

  test('what is not there is left out', () => {
    const data = describeOne({ summary: '' });
    for (const key of ['description', 'keywords', 'isBasedOn', 'correction'])
      expect(data).not.toHaveProperty(key);
    expect(data['author']).toEqual([{ '@type': 'Organization', name: '测试编辑部' }]);
  });

  test.each([
    ['中国证券报', 'Organization'],
    ['新华社', 'Organization'],
    ['金融时报', 'Organization'],
    ['本刊编辑部', 'Organization'],
    ['林知夏', 'Person'],
    ['陈科', 'Person'],
    ['Zhou Yan', 'Person'],
  ])('%s in a byline is a %s', (name, type) => {
    expect(describeOne({ byline: [{ name }] })['author']).toEqual([{ '@type': type, name }]);
  });

  test('a reprint is based on its original; attribution alone is not', () => {
    const source = { name: '新华社', url: 'https://www.news.cn/1' };
    expect(describeOne({ kind: 'reprint', source })).toMatchObject({
      isBasedOn: source.url,
      author: [{ '@type': 'Organization', name: '新华社' }],
      url: 'https://test.example/news/articles/2026/a/',
    });
    expect(describeOne({ source })).not.toHaveProperty('isBasedOn');
  });
});

test('breadcrumb', () => {
  const trail = [
    { name: '首页', path: '/' },
    { name: '银行', path: '/channels/banking/' },
  ];
  expect(describeBreadcrumb(trail, links)['itemListElement']).toEqual([
    { '@type': 'ListItem', position: 1, name: '首页', item: 'https://test.example/news/' },
    {
      '@type': 'ListItem',
      position: 2,
      name: '银行',
      item: 'https://test.example/news/channels/banking/',
    },
  ]);
});

test('site', () => {
  expect(describeSite(site, links)).toMatchObject({
    '@type': 'WebSite',
    name: '测试财经',
    url: 'https://test.example/news/',
    publisher: { name: '测试编辑部' },
  });
});

describe('serialiseJsonLd', () => {
  test('nothing can end the script or start a comment', () => {
    const json = serialiseJsonLd(
      describeOne({ title: '</script><script>alert(1)</script><!-- 央行' }),
    );
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toMatchObject({
      headline: '</script><script>alert(1)</script><!-- 央行',
    });
  });

  test('any text reads back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<', '</script', '<!--', '\u2028', '\ud800', ']]>', '\\u003c'),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const json = serialiseJsonLd(texts);
        expect(json).not.toContain('<');
        expect(json.isWellFormed()).toBe(true);
        expect(JSON.parse(json)).toEqual(texts);
      }),
    );
  });
});
