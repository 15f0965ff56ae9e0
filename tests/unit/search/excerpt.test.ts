import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeExcerpt, markMatches, type Piece } from '../../../src/news/search/excerpt.ts';
import { anyText, fold, table } from './samples.ts';

/** Matches in brackets. */
const show = (pieces: Piece[]) =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
const mark = (text: string, ...phrases: string[]) =>
  show(markMatches(text, phrases.map(fold), table));

describe('marks stand on the text as it is written', () => {
  test.each([
    ['保護消費者權益的规定', ['消费者权益'], '保護[消費者權益]的规定'],
    ['ＡＵ９９.９９ 收涨', ['au99.99'], '[ＡＵ９９.９９] 收涨'],
    ['增长 5.2% 左右', ['增长5.2%'], '[增长 5.2%] 左右'],
    ['存款\u200b保险', ['存款保险'], '[存款\u200b保险]'],
    ['LPR 下调，LPR 再降', ['lpr'], '[LPR] 下调，[LPR] 再降'],
    ['银行银行', ['银行'], '[银行银行]'],
    ['信用卡年费', ['信用', '用卡'], '[信用卡]年费'],
    ['Cafe\u0301 开业', ['café'], '[Cafe\u0301] 开业'],
    ['没有', ['比特币'], '没有'],
    ['𠮷野家', ['𠮷'], '[𠮷]野家'],
    ['', ['银行'], ''],
  ])('%s, %j', (text, phrases, marked) => {
    expect(mark(text, ...phrases)).toBe(marked);
  });

  test('nothing of the text is lost or added, and every mark is a phrase', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.integer({ min: 1, max: 5 }), (text, from, length) => {
        const phrase = fold([...text].slice(from, from + length).join(''));
        const pieces = markMatches(text, [phrase], table);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        if (phrase === '') return;
        const marked = pieces.filter(({ isMatch }) => isMatch);
        expect(marked.length > 0).toBe(fold(text).includes(phrase));
        for (const piece of marked) expect(fold(piece.text)).toContain(phrase);
      }),
    );
  });
});

describe('excerpts', () => {
  const long = '第一句话介绍背景。'.repeat(12);

  test('show the paragraph that holds most of what was asked for', () => {
    const text = ['只有利率的一段。', '利率与存款都在的一段。', '只有存款的一段。'];
    expect(show(makeExcerpt(text, ['利率', '存款'], table))).toBe('[利率]与[存款]都在的一段。');
  });

  test('begin with a sentence before the match and say that text is left out', () => {
    const shown = show(makeExcerpt([`${long}央行宣布下调利率。${long}`], ['利率'], table));
    expect(shown).toMatch(/^……第一句话介绍背景。/);
    expect(shown).toContain('央行宣布下调[利率]。');
    expect(shown).toMatch(/……$/);
    expect(shown.length).toBeLessThan(110);
  });

  test('are the beginning of the text when only the title matches', () => {
    expect(show(makeExcerpt(['', '开头一段。', '下一段。'], ['标题'], table))).toBe('开头一段。');
  });

  test('never cut a character in two', () => {
    const shown = makeExcerpt([`${'𠮷'.repeat(200)}利率${'𠮷'.repeat(200)}`], ['利率'], table);
    expect(shown.map(({ text }) => text).join('')).not.toMatch(/\p{Cs}/u);
  });

  test('of an article without text there is none', () => {
    expect(makeExcerpt([], ['利率'], table)).toEqual([]);
  });
});
