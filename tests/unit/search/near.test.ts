import { describe, expect, test } from 'vitest';
import {
  chooseMeant,
  countAligned,
  findNear,
  slipsAllowed,
} from '../../../src/news/search/near.ts';

describe('a passage with a slip of the pen', () => {
  test.each([
    ['wrong', '消费者全益', '保护消费者权益的规定', '消费者权益'],
    ['missing', '房地市场', '当前房地产市场平稳', '房地产市场'],
    ['extra', '消费者者权益', '保护消费者权益的规定', '消费者权益'],
    ['swapped', '中国人银民行', '中国人民银行今日宣布', '中国人民银行'],
    ['first wrong', '钟国人民银行', '据中国人民银行', '中国人民银行'],
    ['last wrong', '消费者权意', '保护消费者权益的规定', '消费者权益'],
    ['none', '消费者权益', '消费者权益', '消费者权益'],
  ])('%s character: %s', (_, phrase, text, passage) => {
    expect(findNear(['别的一段', text], phrase, 1)?.text).toBe(passage);
  });

  test.each([
    ['消费者全益', '提振消费者信心'],
    ['量子纠缠望远镜', '量子计算与天文望远镜'],
    ['中国人名银行', '中国农业银行'],
  ])('%s is not near to %s', (phrase, text) => {
    expect(findNear([text], phrase, 1)).toBeUndefined();
  });

  test('the nearest of several texts', () => {
    const texts = ['消费者权力', '消费者权益'];
    expect(findNear(texts, '消费者权益', 1)).toEqual({ text: '消费者权益', slips: 0 });
  });
});

describe('what was meant', () => {
  test.each([
    ['the nearest', ['中国银行 2', '中国银行 2', '中国人民银行 1'], '中国人民银行'],
    ['found most often', ['消费者权利 1', '消费者权益 1', '消费者权益 1'], '消费者权益'],
    ['the first of equals', ['消费者权利 1', '消费者权益 1'], '消费者权利'],
  ])('is %s', (_, found, meant) => {
    const passages = found.map((line) => {
      const [text = '', slips] = line.split(' ');
      return { text, slips: Number(slips) };
    });
    expect(chooseMeant(passages)?.text).toBe(meant);
  });

  test('is not known where nothing was found', () => {
    expect(chooseMeant([])).toBeUndefined();
  });
});

describe('pairs in a row', () => {
  test.each([
    ['all', [[5], [6], [7]], 3],
    ['one lost', [[5], [], [7]], 2],
    ['one place further', [[5], [6], [8]], 3],
    ['elsewhere', [[5], [60], [700]], 1],
    ['the best of several places', [[5, 90], [60, 91], [92]], 3],
    ['none', [[], []], 0],
  ])('%s', (_, places, count) => {
    expect(countAligned(places)).toBe(count);
  });
});

test.each([
  [1, 0],
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
  [32, 2],
  [33, 0],
])('%i characters: %i slips', (length, slips) => {
  expect(slipsAllowed(length)).toBe(slips);
});
