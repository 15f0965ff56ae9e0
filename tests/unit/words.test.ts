import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmenter } from '../../src/news/words.ts';

describe('createSegmenter', () => {
  it('cuts words, numbers and Latin', () => {
    expect(createSegmenter([]).words('沪指失守3800点，AI逆势拉升')).toEqual([
      '沪',
      '指',
      '失守',
      '3800',
      '点',
      '，',
      'AI',
      '逆势',
      '拉升',
    ]);
  });

  it('keeps the words of the site whole, as written and in lower case', () => {
    const { words } = createSegmenter(['重定价日', 'ETF联接', '两 词', '']);
    expect(words('重定价日')).toEqual(['重定价日']);
    expect(words('ETF联接和etf联接')).toEqual(['ETF联接', '和', 'etf联接']);
  });

  it('loses no character', () => {
    const { words } = createSegmenter(['重定价日']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(words(text).join('')).toBe(text);
      }),
    );
    expect(words('买 1.5 亿元\n“A股”——😀').join('')).toBe('买 1.5 亿元\n“A股”——😀');
  });
});
