import { describe, expect, test } from 'vitest';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import { lastChangeOfFeed, listFeedItems } from '../../src/news/feed.ts';
import type { Site } from '../../src/news/settings-schema.ts';
import { beijing, sampleArticle, sampleSettings } from './samples.ts';

const { site, channels } = sampleSettings();

function list(
  articles: readonly Article[],
  given: Partial<Site> = {},
  siteUrl = 'https://test.example/news/',
) {
  return listFeedItems(articles, {
    site: { ...site, ...given },
    links: createLinks(siteUrl),
    channels,
  });
}

test('an entry', () => {
  const article = sampleArticle({
    id: '000123',
    byline: [{ name: '周砚', role: '记者' }],
    tags: ['C++'],
  });
  expect(list([article])).toEqual([
    {
      article,
      guid: 'tag:test.example,2020:000123',
      title: '标题',
      link: 'https://test.example/news/articles/2026/a/',
      date: article.date,
      summary: '摘要。',
      creators: ['周砚'],
      categories: ['银行', 'C++'],
      notice: undefined,
    },
  ]);
});

test('the guid does not follow title, address, date or domain', () => {
  const before = sampleArticle({ id: '1' });
  const after = sampleArticle({
    id: '1',
    slug: 'renamed',
    year: '2027',
    title: '新题',
    date: before.date + 1,
    channel: 'gold',
  });
  const guid = list([before])[0]?.guid;
  expect(
    list([after], { name: '新名', address: 'https://new.example' }, 'https://new.example/')[0]
      ?.guid,
  ).toBe(guid);
});

test('two articles never share a guid', () => {
  const guids = list(
    ['1', '01', '001', '2026/a', '2026/b'].map((id, index) =>
      sampleArticle({ id, slug: `s${index}` }),
    ),
  ).map(({ guid }) => guid);
  expect(new Set(guids).size).toBe(5);
});

test('the newest, as many as the setting says, whatever order they come in', () => {
  const articles = Array.from({ length: 60 }, (_, index) =>
    sampleArticle({ slug: `s${index}`, date: index * 1000 }),
  );
  expect(list(articles)).toHaveLength(50);
  const few = list(articles.toReversed(), { feed_size: 3 });
  expect(few.map(({ article }) => article.id)).toEqual(['s59', 's58', 's57']);
});

describe('a withdrawn article', () => {
  const withdrawn = sampleArticle({
    withdrawn: { date: beijing('2026-04-01 10:00'), reason: '数字<b>有误</b> & “引”' },
  });
  const [item] = list([withdrawn]);

  test('becomes its notice under the same guid', () => {
    expect(item).toMatchObject({
      guid: list([sampleArticle()])[0]?.guid,
      title: '【撤稿】标题',
      summary: '本文已于 2026年4月1日 10:00 撤下。原因：数字<b>有误</b> & “引”',
      notice:
        '<p>本文已于 2026年4月1日 10:00 撤下。原因：数字&#60;b&#62;有误&#60;/b&#62; &#38; “引”</p>',
    });
  });

  test('keeps its text out', () => {
    expect(item?.summary).not.toContain(withdrawn.summary);
  });
});

test('the feed’s last change follows content, not the clock', () => {
  expect(lastChangeOfFeed([])).toBeUndefined();
  const items = list([
    sampleArticle({ slug: 'a', date: beijing('2026-03-01') }),
    sampleArticle({ slug: 'b', date: beijing('2026-02-01'), updated: beijing('2026-03-05') }),
    sampleArticle({
      slug: 'c',
      date: beijing('2026-02-01'),
      withdrawn: { date: beijing('2026-03-09'), reason: '甲' },
    }),
  ]);
  expect(lastChangeOfFeed(items)).toBe(beijing('2026-03-09'));
});
