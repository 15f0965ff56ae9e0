import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, isInGb2312, needsTable } from '../../../src/news/search/fold.ts';
import { anyText, fold, table } from './samples.ts';

describe('two spellings are one', () => {
  test.each([
    ['消費者權益', '消费者权益'],
    ['貸款養老金', '贷款养老金'],
    ['ＡＵ９９.９９', 'au99.99'],
    ['５.７５％', '5.75%'],
    ['１０亿元', '10亿元'],
    ['LPR 下调', 'lpr下调'],
    ['增长　5.2%', '增长5.2%'],
    ['存款\u200b保险\ufeff', '存款保险'],
    ['Cafe\u0301', 'café'],
    ['①', '1'],
    ['（ＥＴＦ）', '(etf)'],
    ['迴圈', '回圈'],
    ['每個月都', '每个月都'],
    ['帐户', '账户'],
    ['帳戶', '账户'],
    ['乾隆後裔', '干隆后裔'],
    ['台灣銀行', '台湾银行'],
    ['㎡', 'm2'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one)).not.toBe('');
  });

  test.each([
    ['金融', '金溶'],
    ['10亿元', '10万元'],
    ['“白名单”', '白名单'],
    ['5.75', '575'],
    ['乾', '后'],
  ])('%s is not %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

describe('places in the original', () => {
  test.each([
    ['共 ５.７５％。', 1, '５'],
    ['e\u0301ta', 0, 'e\u0301'],
    ['㎡', 1, '㎡'],
    ['甲\u200b乙', 1, '乙'],
    ['𠮷野', 1, '野'],
  ])('%s, character %i', (text, index, written) => {
    const { starts, ends } = foldText(text, table);
    expect(text.slice(starts[index], ends[index])).toBe(written);
  });

  test('each character comes from a piece of the text that folds to it, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { chars, starts, ends } = foldText(text, table);
        for (const [index, char] of chars.entries()) {
          const piece = text.slice(starts[index], ends[index]);
          expect(fold(piece)).toContain(char);
          if (index > 0) expect(starts[index]).toBeGreaterThanOrEqual(starts[index - 1] as number);
        }
      }),
    );
  });
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('without the table the same is folded where it is said not to be needed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(!needsTable(text));
      expect(foldText(text, new Map()).chars).toEqual(foldText(text, table).chars);
    }),
  );
});

test.each([
  ['存', true],
  ['後', true],
  ['險', false],
  ['喆', false],
  ['a', false],
])('%s in GB 2312: %s', (char, isIn) => {
  expect(isInGb2312(char)).toBe(isIn);
});
