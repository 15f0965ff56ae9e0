import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/news/article.ts';
import { composeEdition, personPath } from '../../src/news/edition.ts';
import { publish } from '../../src/news/publish.ts';
import { beijing, sampleArticle, sampleSettings } from './samples.ts';

const NOW = beijing('2026-11-25 12:00');

function compose(...given: Partial<Article>[]) {
  const { published, withdrawn } = publish(given.map(sampleArticle), NOW);
  return composeEdition(sampleSettings(), published, withdrawn, NOW);
}

const ids = (articles: readonly Article[] | undefined) => articles?.map(({ id }) => id);

test('withdrawn articles are in the record and nowhere else', () => {
  const edition = compose(
    {
      slug: 'here',
      tags: ['甲'],
      topics: ['retirement'],
      byline: [{ name: '周砚' }],
      pinned: true,
    },
    {
      slug: 'gone',
      tags: ['甲', '乙'],
      topics: ['retirement'],
      byline: [{ name: '周砚' }],
      pinned: true,
      withdrawn: { date: beijing('2026-04-01'), reason: '数据有误' },
    },
  );
  for (const list of [
    edition.articles,
    edition.pinned,
    edition.channels[0]?.articles,
    edition.topics[0]?.articles,
    edition.people[0]?.articles,
    edition.years[0]?.articles,
    edition.tags[0]?.articles,
  ]) {
    expect(ids(list)).toEqual(['here']);
  }
  expect(edition.tags).toHaveLength(1);
  expect(ids(edition.withdrawn)).toEqual(['gone']);
  expect(ids(edition.corrected)).toEqual(['gone']);
  expect(edition.byId.get('gone')?.id).toBe('gone');
  expect(edition.neighbours.has('gone')).toBe(false);
});

test('tags are one after NFKC and case; the usual spelling is shown; the largest come first', () => {
  const { tags } = compose(
    { slug: 'a', tags: ['LPR', 'lpr', 'C++'] },
    { slug: 'b', tags: ['ＬＰＲ', 'C#'] },
    { slug: 'c', tags: ['LPR'] },
  );
  expect(tags.map(({ key, name, articles }) => [key, name, ids(articles)])).toEqual([
    ['lpr', 'LPR', ['a', 'b', 'c']],
    ['c#', 'C#', ['b']],
    ['c++', 'C++', ['a']],
  ]);
});

test('an article is once with each person, as writer and as editor', () => {
  const { people } = compose({
    byline: [{ name: '周砚' }, { name: '周砚', role: '摄影' }],
    editors: [{ name: '周砚' }, { name: '外人' }],
  });
  expect(people.map(({ person, articles }) => [person.id, articles.length])).toEqual([
    ['zhou-yan', 1],
  ]);
});

test('days are Beijing’s, newest first', () => {
  const { years } = compose(
    { slug: 'late', date: beijing('2025-12-31 23:59') },
    { slug: 'early', date: beijing('2026-01-01 00:00') },
    { slug: 'noon', date: beijing('2026-01-01 12:00') },
  );
  expect(
    years.map(({ year, months }) => [
      year,
      months.map(({ month, days }) => [
        month,
        days.map(({ day, articles }) => [day, ids(articles)]),
      ]),
    ]),
  ).toEqual([
    ['2026', [['01', [['01', ['noon', 'early']]]]]],
    ['2025', [['12', [['31', ['late']]]]]],
  ]);
});

test('neighbours are of the same channel', () => {
  const { neighbours } = compose(
    { slug: 'old', date: beijing('2026-01-01') },
    { slug: 'other', date: beijing('2026-01-02'), channel: 'gold' },
    { slug: 'new', date: beijing('2026-01-03') },
  );
  expect(neighbours.get('old')).toMatchObject({ newer: { id: 'new' }, older: undefined });
  expect(neighbours.get('new')).toMatchObject({ newer: undefined, older: { id: 'old' } });
  expect(neighbours.get('other')).toEqual({ newer: undefined, older: undefined });
});

test('corrections are by the newest note, not by the article’s date', () => {
  const note = (day: string) => ({
    corrections: [
      { date: beijing('2026-01-01'), reason: '甲' },
      { date: beijing(day), reason: '乙' },
    ],
  });
  const { corrected } = compose(
    { slug: 'a', date: beijing('2026-03-01'), ...note('2026-04-01') },
    { slug: 'b', date: beijing('2026-01-01'), ...note('2026-05-01') },
    { slug: 'c' },
  );
  expect(ids(corrected)).toEqual(['b', 'a']);
});

describe('personPath', () => {
  test.each([
    ['周砚', '/people/zhou-yan/'],
    ['外人', undefined],
    ['', undefined],
  ])('%s', (name, path) => {
    expect(personPath(sampleSettings().people, name)).toBe(path);
  });
});

test('headlines and topics show one of each cluster of reprints; every other list shows all', () => {
  const { published } = publish(
    ['a', 'b', 'c', 'd'].map((slug, i) =>
      sampleArticle({
        slug,
        date: NOW - i,
        pinned: slug !== 'd',
        ...(slug === 'b' ? {} : { topics: ['retirement'] }),
      }),
    ),
    NOW,
  );
  const clusters = { b: ['a', 'c'] };
  const edition = composeEdition(sampleSettings(), published, [], NOW, clusters);
  expect(ids(edition.articles)).toEqual(['a', 'b', 'c', 'd']);
  expect(ids(edition.stories)).toEqual(['b', 'd']);
  expect(ids(edition.pinned)).toEqual(['b']);
  // Where the canonical one has another topic, the newest of the others stands for it.
  expect(ids(edition.topics[0]?.articles)).toEqual(['a', 'd']);
});
