import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRandom } from '../related-corpus.ts';
import { createStory, writeBody, writeTitle } from './text.ts';
import { between, pick, type Random, readVocabulary, type Vocabulary } from './words.ts';

/** An article as every generator of the benchmark gets it. */
export interface BenchArticle {
  /** `articles/2026/1124-000007`: source file without extension, and address. */
  path: string;
  title: string;
  /** ISO with Beijing's offset. */
  date: string;
  /** An id of `CHANNELS`. */
  channel: string;
  tags: string[];
  source: string;
  /** Markdown. */
  body: string;
  /** A picture beside the file stands in the text. */
  hasPicture: boolean;
  /** The text has a component: an `.mdx` file where the generator knows MDX. */
  hasComponent: boolean;
}

/** Articles by position, newest first. */
export interface BenchArchive {
  count: number;
  at(index: number): BenchArticle;
}

export const CHANNELS: Record<string, string> = {
  regulation: '监管政策',
  banking: '银行',
  'consumer-finance': '消费金融',
  'credit-card': '信用卡',
  'capital-market': '资本市场',
  gold: '黄金',
  'green-finance': '绿色金融',
  'consumer-rights': '消费者权益',
};

/** The instant of every build of the benchmark, after its newest article. */
export const BENCH_TIME = '2026-11-25T12:00:00+08:00';

/**
 * A generated archive. An article depends on its position alone, so a small archive is the newest
 * part of a large one: 27 articles a day, stories of some forty articles, three tags each (two of
 * sixty common ones, one of the story), every fiftieth a reprint of one before.
 */
export function generateArchive(count: number): BenchArchive {
  const vocabulary = readVocabulary();
  const common = createRandom(mix(COMMON_TAGS_SEED));
  const tags = Array.from({ length: 60 }, () => vocabulary.noun(common));
  return { count, at: (index) => writeArticle(index, vocabulary, tags) };
}

const COMMON_TAGS_SEED = 0x7a65;
const STORY_SEED = 0x5704_0000;
const PER_DAY = 27;
const NEWEST = Date.parse('2026-11-24T22:00:00+08:00');
const SOURCES = ['压舱石财经', '示例通讯社', '示例日报', '示例证券报', '示例广播网'];

function writeArticle(
  index: number,
  vocabulary: Vocabulary,
  commonTags: readonly string[],
): BenchArticle {
  const random = createRandom(mix(index));
  const number = Math.floor(index / 40) + between(0, 2, random);
  const story = createStory(vocabulary, createRandom(mix(STORY_SEED + number)));
  const date = formatBeijing(NEWEST - Math.floor((index * 86_400_000) / PER_DAY));
  const isReprint = index % 50 === 7;
  const original = isReprint ? writeArticle(index + 1, vocabulary, commonTags) : undefined;
  const name = `${date.slice(5, 7)}${date.slice(8, 10)}-${`${index}`.padStart(6, '0')}`;
  const tags = [skewed(commonTags, random), skewed(commonTags, random), story.tag];
  return {
    path: `articles/${date.slice(0, 4)}/${name}`,
    title: original?.title ?? writeTitle(story, random),
    date,
    channel: pick(Object.keys(CHANNELS), random),
    tags: [...new Set(tags)],
    source: original ? '示例转载网' : pick(SOURCES, random),
    body: original?.body ?? writeBody(story, random),
    hasPicture: index % 100 === 3,
    hasComponent: index % 250 === 5,
  };
}

/** The first items much more often than the last. */
function skewed<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(items.length * random() ** 3)] as T;
}

/** Neighbouring seeds must not give neighbouring numbers (the finaliser of MurmurHash3). */
function mix(seed: number): number {
  let hash = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function formatBeijing(time: number): string {
  return new Date(time + 8 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+08:00');
}

/** The articles of broadcast.jsonl, which have one line of text, a date and a source. */
export function readBroadcast(corpusDir: string): BenchArchive {
  const channels = Object.keys(CHANNELS);
  const articles = readFileSync(path.join(corpusDir, 'broadcast.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<'id' | 'title' | 'date' | 'source' | 'text', string>)
    .sort((a, b) => b.date.localeCompare(a.date) || Number(b.id) - Number(a.id))
    .map(({ id, title, date, source, text }) => ({
      path: `articles/${date.slice(0, 4)}/item-${id}`,
      title: title.trim(),
      date: `${date.slice(0, 10)}T08:00:00+08:00`,
      channel: channels[Number(id) % channels.length] ?? '',
      tags: [],
      source: source.trim(),
      // Markdown must show what the corpus says.
      body: text.trim().replace(/[\\`*_[\]<>#|~&{}$!+=-]/g, '\\$&'),
      hasPicture: false,
      hasComponent: false,
    }));
  return { count: articles.length, at: (index) => articles[index] as BenchArticle };
}
