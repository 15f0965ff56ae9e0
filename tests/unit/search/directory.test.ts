import { describe, expect, test } from 'vitest';
import {
  bundlesWith,
  countShards,
  type Shard,
  shardOf,
} from '../../../src/news/search/directory.ts';
import { planQuery, type Step } from '../../../src/news/search/query.ts';

/** Of three bundles, newest first: bit 0 is the oldest. */
const shard: Shard = { '7': '存款 利率 下调', '4': '消金', '3': '哈银', '1': '卡加 加梅' };
const ask = (query: string): boolean[] => {
  const [step] = planQuery(query, new Map()) as [Step, ...Step[]];
  const tokens = step.phrases.flatMap((phrase) => phrase.tokens);
  return bundlesWith(step, new Map(tokens.map((token) => [token, shard])), 3);
};

describe('bundles that may answer', () => {
  test.each([
    ['存款', [true, true, true]],
    ['卡加梅', [false, false, true]],
    ['消金', [true, false, false]],
    ['利率 哈银', [false, true, true]],
    ['消金 哈银', [false, false, false]],
    ['比特币', [false, false, false]],
  ])('%s', (query, mayHold) => {
    expect(ask(query)).toEqual(mayHold);
  });

  test('a step content with fewer phrases asks fewer', () => {
    const steps = planQuery('下调加梅消金', new Map());
    const similar = steps.find(({ kind }) => kind === 'similar') as Step;
    const tokens = similar.phrases.flatMap((phrase) => phrase.tokens);
    const shards = new Map(tokens.map((token) => [token, shard]));
    expect(bundlesWith({ ...similar, least: 2 }, shards, 3)).toEqual([true, false, true]);
    expect(bundlesWith({ ...similar, least: 3 }, shards, 3)).toEqual([false, false, false]);
  });
});

test('tokens have one shard each, spread over all', () => {
  const tokens = Array.from({ length: 2000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const shards = tokens.map((token) => shardOf(token, 16));
  expect(shards).toEqual(tokens.map((token) => shardOf(token, 16)));
  expect(new Set(shards).size).toBe(16);
});

test.each([
  [1, 1],
  [400, 1],
  [401, 2],
  [300_000, 1024],
])('%i tokens: %i shards', (tokens, shards) => {
  expect(countShards(tokens)).toBe(shards);
});
