import { expect, test } from 'vitest';
import { createLinks } from '../../../src/news/address.ts';
import type { Article } from '../../../src/news/article.ts';
import { composeEdition } from '../../../src/news/edition.ts';
import { publish } from '../../../src/news/publish.ts';
import {
  bodiesOfLonePages,
  channelFeedRoute,
  describeSiteFeed,
} from '../../../src/site/feed-route.ts';
import type { Newsroom } from '../../../src/site/newsroom.ts';
import { beijing, sampleArticle, sampleSettings } from '../samples.ts';

const NOW = beijing('2026-03-20 12:00');

/** A newsroom of articles published one hour after another, named by the letters of `ids`. */
function newsroomOf(
  ids: string,
  clusters: Record<string, string[]>,
  given: Record<string, Partial<Article>> = {},
  feedSize = 50,
): Newsroom {
  const settings = sampleSettings();
  settings.site.feed_size = feedSize;
  const articles = [...ids].map((slug, hour) =>
    sampleArticle({ slug, date: NOW - (ids.length - hour) * 3_600_000, ...given[slug] }),
  );
  const { published, withdrawn } = publish(articles, NOW);
  const unused = (): never => {
    throw new Error('Feeds need no such thing.');
  };
  return {
    ...composeEdition(settings, published, withdrawn, NOW, clusters),
    links: createLinks('https://test.example/'),
    related: { lists: {}, clusters },
    clusterOf: unused,
    toCard: unused,
    splitWords: unused,
    digestOf: unused,
    resolveLink: unused,
    contentDir: '',
  };
}

const siteFeed = (newsroom: Newsroom) => describeSiteFeed(newsroom).items.map(idOf).join('');

const idOf = ({ article }: { article: Article }) => article.id;

function channelFeed(newsroom: Newsroom, id: string): string {
  const page = channelFeedRoute.list(newsroom).find(({ params }) => params.channel === id);
  if (!page) throw new Error(`No channel ${id}.`);
  const bodies = channelFeedRoute.bodies(newsroom, page.subject).map(({ id: own }) => own);
  const items = channelFeedRoute.describe(newsroom, page.subject).items.map(idOf);
  expect(bodies).toEqual(items);
  return items.join('');
}

test('a feed has one of each cluster of reprints, the canonical one, newest first', () => {
  const newsroom = newsroomOf('abcd', { b: ['a', 'c'] });
  expect(siteFeed(newsroom)).toBe('db');
  expect(channelFeed(newsroom, 'banking')).toBe('db');
  expect(bodiesOfLonePages(newsroom).map(({ id }) => id)).toEqual(['d', 'd', 'b']);
});

test('a reprint whose canonical article is in another channel stays in its own feed', () => {
  const newsroom = newsroomOf('abcd', { b: ['a'] }, { b: { channel: 'gold' } });
  expect(channelFeed(newsroom, 'banking')).toBe('dca');
  expect(channelFeed(newsroom, 'gold')).toBe('b');
  expect(siteFeed(newsroom)).toBe('dcb');
});

test('a second reprint is no news where the first stands for the story', () => {
  const gold = { b: { channel: 'gold' } };
  expect(channelFeed(newsroomOf('ab', { b: ['a'] }, gold), 'banking')).toBe('a');
  expect(channelFeed(newsroomOf('abc', { b: ['a', 'c'] }, gold), 'banking')).toBe('a');
});

test('a reprint does not come back when its canonical article has left the feed for age', () => {
  expect(siteFeed(newsroomOf('bcde', { b: ['e'] }, {}, 2))).toBe('dc');
});

test('a withdrawn article stays as its notice, whatever it was a reprint of', () => {
  const withdrawn = { date: NOW - 1, reason: '数字有误' };
  expect(siteFeed(newsroomOf('abc', { b: ['a'] }, { c: { withdrawn } }))).toBe('cb');
});
