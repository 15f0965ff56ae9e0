import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes, excerpt, firstSentences } from '../../src/news/excerpt.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const FLAG = '🇨🇳';
const E_ACUTE = 'e\u0301';
const ZALGO = `字${'\u0301'.repeat(40)}`;

describe('excerpt', () => {
  test.each([
    ['', 10, ''],
    ['   ', 10, ''],
    ['正好十个字的一句话', 9, '正好十个字的一句话'],
    ['正好十个字的一句话', 8, '正好十个字的一…'],
    // Whole graphemes only.
    [FAMILY.repeat(5), 5, FAMILY.repeat(5)],
    [FAMILY.repeat(6), 5, `${FAMILY.repeat(4)}…`],
    [FLAG.repeat(6), 5, `${FLAG.repeat(4)}…`],
    [`${E_ACUTE}字`.repeat(3), 5, `${E_ACUTE}字${E_ACUTE}字…`],
    ['👍🏽'.repeat(3), 2, '👍🏽…'],
    ['𠮷'.repeat(6), 5, `${'𠮷'.repeat(4)}…`],
    [ZALGO.repeat(50), 10, `${ZALGO.repeat(9)}…`],
    // After a sentence or clause, if there is one in the last third.
    ['甲乙丙丁戊己。庚辛壬癸子丑', 10, '甲乙丙丁戊己。…'],
    ['甲乙丙丁戊己，庚辛壬癸子丑', 10, '甲乙丙丁戊己…'],
    ['甲乙，丙丁戊己庚辛壬癸子丑', 10, '甲乙，丙丁戊己庚辛…'],
    // A figure is whole or absent.
    ['年化利率为百分之 3.14 左右', 12, '年化利率为百分之…'],
    ['存款保险最高偿付 500,000 元', 13, '存款保险最高偿付…'],
    ['存款保险的最高偿付限额 50 万元', 15, '存款保险的最高偿付限额…'],
    ['存款保险的最高偿付限额50万元', 14, '存款保险的最高偿付限额…'],
    ['全年的年化利率上升到了 6.5%以上', 16, '全年的年化利率上升到了…'],
    ['公开市场的交易将从早上 9:30 开始', 15, '公开市场的交易将从早上…'],
    ['本次招联金融发布的 consumer 报告', 13, '本次招联金融发布的…'],
    ['本次招联金融发布的 caféteria 报告', 14, '本次招联金融发布的…'],
    ['字字字\u302aae\u0301字', 5, '字字字\u302a…'],
    ['截止时间是本年度的 2026-03-15 下午', 18, '截止时间是本年度的…'],
    ['一共有五百二十个 1 和 2 和 3 和', 13, '一共有五百二十个 1 和…'],
    // Nothing better to be had: still at most the limit.
    ['1234567890123', 5, '1234…'],
    ['第一行\n\n第二行　第三行', 20, '第一行 第二行 第三行'],
  ])('%j to %i', (text, limit, expected) => {
    expect(excerpt(text, limit)).toBe(expected);
  });

  const mark = fc.constantFrom(
    '字',
    '，',
    '。',
    ' ',
    'a',
    '7',
    '.',
    '%',
    FAMILY,
    FLAG,
    E_ACUTE,
    '万',
    '“',
    '”',
    '\n',
    ZALGO,
    '\u302a',
    '\u3099',
    '\uff9e',
    '\u200d',
    '\ufe0f',
  );
  const anyText = fc.oneof(
    fc.array(mark, { maxLength: 80 }).map((marks) => marks.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  test('of any text fits, begins as the text does, and cuts no grapheme', () => {
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 60 }), (text, limit) => {
        const flat = text.replace(/\s+/g, ' ').trim();
        const cut = excerpt(text, limit);
        const graphemes = [...segmenter.segment(flat)].map(({ segment }) => segment);
        expect(countGraphemes(cut)).toBeLessThanOrEqual(limit);
        if (graphemes.length <= limit) expect(cut).toBe(flat);
        else {
          expect(cut.endsWith('…')).toBe(true);
          const ends = new Set([0]);
          let length = 0;
          for (const grapheme of graphemes) {
            length += grapheme.length;
            ends.add(length);
          }
          expect(flat.startsWith(cut.slice(0, -1))).toBe(true);
          expect(ends).toContain(cut.length - 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('firstSentences', () => {
  test.each([
    ['一句话。', 20, '一句话。'],
    ['第一句话。第二句话。第三句话很长很长', 12, '第一句话。第二句话。'],
    ['他说：“这是第一句。”然后又说了很多很多很多', 14, '他说：“这是第一句。”'],
    ['（这是括号里的一句。）然后又说了很多很多', 14, '（这是括号里的一句。）'],
    ['他问：“能借吗？”“能。”然后又说了很多很多很多', 16, '他问：“能借吗？”“能。”'],
    ['这里的话没有说完……然后又说了很多很多', 14, '这里的话没有说完……'],
    ['没有句号的一段话一直写到限度之外也不停下', 10, '没有句号的一段话一…'],
    // A sentence that is too short says nothing.
    ['好。没有句号的一段话一直写到限度之外也不停下', 12, '好。没有句号的一段话一…'],
    // `?` of an address is no end.
    ['详见 https://a.cn/x?id=1 这一页里的说明文字', 24, '详见 https://a.cn/x?id=1…'],
    [FAMILY.repeat(10), 10, FAMILY.repeat(10)],
  ])('%j to %i', (text, limit, expected) => {
    expect(firstSentences(text, limit)).toBe(expected);
  });

  test('of any text fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 2, max: 60 }),
        (text, limit) => {
          expect(countGraphemes(firstSentences(text, limit))).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
