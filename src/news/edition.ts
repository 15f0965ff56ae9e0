import { paths, tagKey } from './address.ts';
import type { Article } from './article.ts';
import { beijingFields } from './beijing.ts';
import { type Clusters, dropReprints } from './reprint-clusters.ts';
import type { Channel, Person, Settings, Topic } from './settings-schema.ts';

/**
 * One edition of the newsroom: what readers may see at one instant, grouped the ways pages show it.
 * Every list is newest first.
 */
export interface Edition<A extends Article = Article> {
  settings: Settings;
  /** Epoch ms: the edition's `now`. */
  now: number;
  /** Listed everywhere: published, not withdrawn. */
  articles: A[];
  withdrawn: A[];
  /** `articles`, one of each cluster of reprints: what headlines are picked from. */
  stories: A[];
  /** The headlines editors pinned, newest first. */
  pinned: A[];
  byId: ReadonlyMap<string, A>;
  channels: { channel: Channel; articles: A[] }[];
  /** One article of each cluster of reprints. */
  topics: { topic: Topic; articles: A[] }[];
  tags: TagGroup<A>[];
  people: { person: Person; articles: A[] }[];
  years: YearGroup<A>[];
  /** By id of the article. */
  neighbours: ReadonlyMap<string, Neighbours<A>>;
  /** Articles with a correction or withdrawal, by the newest of those. */
  corrected: A[];
}

export interface TagGroup<A> {
  /** As most articles write it. */
  name: string;
  key: string;
  articles: A[];
}

export interface YearGroup<A> {
  year: string;
  articles: A[];
  months: { month: string; articles: A[]; days: { day: string; articles: A[] }[] }[];
}

/**
 * Groups what is published. `articles` and `withdrawn` come newest first from `publish`, `clusters`
 * from the related-news engine.
 */
export function composeEdition<A extends Article>(
  settings: Settings,
  articles: A[],
  withdrawn: A[],
  now: number,
  clusters: Clusters = {},
): Edition<A> {
  const byName = groupByName(settings, articles);
  const stories = dropReprints(articles, clusters);
  return {
    settings,
    now,
    articles,
    withdrawn,
    stories,
    pinned: dropReprints(
      articles.filter(({ pinned }) => pinned),
      clusters,
    ),
    byId: new Map([...articles, ...withdrawn].map((article) => [article.id, article])),
    ...byName,
    topics: byName.topics.map(({ topic, articles: all }) => ({
      topic,
      articles: dropReprints(all, clusters),
    })),
    neighbours: linkNeighbours(byName.channels.map((group) => group.articles)),
    tags: groupByTag(articles),
    years: groupByDay(articles),
    corrected: [...articles, ...withdrawn]
      .filter((article) => lastCorrection(article) > 0)
      .sort((a, b) => lastCorrection(b) - lastCorrection(a) || (a.id < b.id ? -1 : 1)),
  };
}

/** An article's neighbours in its channel: `newer` is 下一篇, `older` 上一篇. */
export interface Neighbours<A> {
  newer: A | undefined;
  older: A | undefined;
}

/** Address of a byline name that has a page of its own. */
export function personPath(people: readonly Person[], name: string): string | undefined {
  const person = people.find((one) => one.name === name);
  return person && paths.person(person.id);
}

function groupByName<A extends Article>(settings: Settings, articles: readonly A[]) {
  const channels = Map.groupBy(articles, ({ channel }) => channel);
  const topics = groupByMany(articles, (article) => article.topics);
  const people = groupByMany(articles, ({ byline, editors }) =>
    [...byline, ...editors].map(({ name }) => name),
  );
  return {
    channels: settings.channels.map((channel) => ({
      channel,
      articles: channels.get(channel.id) ?? [],
    })),
    topics: settings.topics.map((topic) => ({ topic, articles: topics.get(topic.id) ?? [] })),
    people: settings.people.map((person) => ({ person, articles: people.get(person.name) ?? [] })),
  };
}

function linkNeighbours<A extends Article>(lists: readonly (readonly A[])[]) {
  const neighbours = new Map<string, Neighbours<A>>();
  for (const list of lists) {
    for (const [place, { id }] of list.entries()) {
      neighbours.set(id, { newer: list[place - 1], older: list[place + 1] });
    }
  }
  return neighbours;
}

function groupByTag<A extends Article>(articles: readonly A[]): TagGroup<A>[] {
  const groups = groupByMany(articles, ({ tags }) => tags.map(tagKey));
  return [...groups]
    .map(([key, members]) => ({ key, name: usualSpelling(key, members), articles: members }))
    .sort((a, b) => b.articles.length - a.articles.length || (a.key < b.key ? -1 : 1));
}

function usualSpelling(key: string, articles: readonly Article[]): string {
  const counts = new Map<string, number>();
  for (const tag of articles.flatMap(({ tags }) => tags)) {
    if (tagKey(tag) === key) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? key;
}

function groupByDay<A extends Article>(articles: readonly A[]): YearGroup<A>[] {
  const fields = new Map(articles.map((article) => [article, beijingFields(article.date)]));
  const by = (list: readonly A[], unit: 'year' | 'month' | 'day') =>
    Map.groupBy(list, (article) => fields.get(article)?.[unit] ?? '');
  return [...by(articles, 'year')].map(([year, inYear]) => ({
    year,
    articles: inYear,
    months: [...by(inYear, 'month')].map(([month, inMonth]) => ({
      month,
      articles: inMonth,
      days: [...by(inMonth, 'day')].map(([day, inDay]) => ({ day, articles: inDay })),
    })),
  }));
}

/** Each article once under each of its keys, in the articles' order. */
function groupByMany<A>(articles: readonly A[], keysOf: (article: A) => readonly string[]) {
  const groups = new Map<string, A[]>();
  for (const article of articles) {
    for (const key of new Set(keysOf(article))) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
}

function lastCorrection({ corrections, withdrawn }: Article): number {
  return Math.max(0, withdrawn?.date ?? 0, ...corrections.map(({ date }) => date));
}
