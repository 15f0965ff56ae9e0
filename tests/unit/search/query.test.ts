import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isApproximate, phraseTexts, planQuery } from '../../../src/news/search/query.ts';
import { anyText, table } from './samples.ts';

const plan = (query: string) =>
  planQuery(query, table).map((step) => [step.kind, phraseTexts(step), step.least]);

describe('the readings of a query, strictest first', () => {
  test.each([
    ['贷', [['exact', ['贷'], 1]]],
    ['用卡年', [['exact', ['用卡年'], 1]]],
    ['消費者', [['exact', ['消费者'], 1]]],
    [
      'LPR 下调',
      [
        ['parts', ['lpr', '下调'], 2],
        ['similar', ['lp', 'pr', '下调'], 2],
      ],
    ],
    [
      '99.99',
      [
        ['exact', ['99.99'], 1],
        ['runs', ['99'], 1],
      ],
    ],
    [
      '《通知》',
      [
        ['exact', ['《通知》'], 1],
        ['runs', ['通知'], 1],
      ],
    ],
    [
      '哈银消金',
      [
        ['exact', ['哈银消金'], 1],
        ['near', ['哈银', '银消', '消金'], 2],
        ['similar', ['哈银', '银消', '消金'], 2],
      ],
    ],
    ['存款 存款', [['parts', ['存款'], 1]]],
    ['"LPR 下调"', [['exact', ['lpr下调'], 1]]],
    [
      'xyk',
      [
        ['exact', ['xyk'], 1],
        ['initials', [], 1],
      ],
    ],
    ['ai', [['exact', ['ai'], 1]]],
    ['', []],
    ['   ', []],
    ['\u200b', []],
  ])('%s', (query, steps) => {
    expect(plan(query)).toEqual(steps);
  });
});

test('parts in any order ask for the same', () => {
  const [one] = planQuery('年费 信用卡', table);
  const [other] = planQuery('信用卡 年费', table);
  expect(new Set(phraseTexts(one as never))).toEqual(new Set(phraseTexts(other as never)));
});

test('what was pasted whole is asked for exactly, not by hundreds of pairs', () => {
  const pasted = '国家金融监督管理总局发布关于促进消费金融公司高质量发展的通知明确提出要求'.repeat(
    3,
  );
  expect(planQuery(pasted, table).map(({ kind }) => kind)).toEqual(['exact']);
});

test('any query gives steps with something to ask for, and the labelled ones last', () => {
  fc.assert(
    fc.property(anyText, (query) => {
      const steps = planQuery(query, table);
      for (const { phrases, least } of steps) {
        expect(phrases.length).toBeGreaterThanOrEqual(least);
        expect(least).toBeGreaterThan(0);
        for (const { tokens } of phrases) expect(tokens.length).toBeGreaterThan(0);
      }
      const labels = steps.map(isApproximate);
      expect(labels).toEqual(labels.toSorted((a, b) => Number(a) - Number(b)));
    }),
  );
});
