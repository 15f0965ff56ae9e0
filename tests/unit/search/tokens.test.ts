import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spell } from '../../../src/news/search/alphabet.ts';
import { datesIn, isDate } from '../../../src/news/search/dates.ts';
import { foldText } from '../../../src/news/search/fold.ts';
import { articleTokens, initialTokens, phraseTokens } from '../../../src/news/search/tokens.ts';
import { titleInitials } from '../../../src/search-index/title-initials.ts';
import { anyText, fold, table } from './samples.ts';

const charsOf = (text: string) => foldText(text, table).chars;

/** Whether an index by positions finds a phrase: its tokens stand in a row. */
function isFound(phrase: string, title: string, blocks: string[]): boolean {
  const tokens = articleTokens(charsOf(title), blocks.map(charsOf));
  const asked = phraseTokens(charsOf(phrase));
  return tokens.some((_, at) => asked.every((token, index) => tokens[at + index] === token));
}

describe('what readers type is found, and nothing else', () => {
  const title = '哈银消金发布2024年4月10日公告：AU99.99上涨';
  const blocks = [
    '《消费者权益保护法》规定，信用卡年费须明示。',
    '11月10日，LPR 下调 0.25 个百分点，“白名单”项目增至 230 亿元。',
  ];

  test.each([
    '哈银消金',
    '银消',
    '用卡年',
    '卡',
    '4月10日',
    '2024年4月10日',
    '2024年4月',
    '11月10日',
    '1月10日',
    '99.99',
    'ＡＵ９９.９９',
    '消費者權益',
    '《消费者权益保护法》',
    'LPR下调0.25',
    '“白名单”',
    '230亿',
    '。',
    '9',
    'au',
  ])('%s', (phrase) => {
    expect(isFound(phrase, title, blocks)).toBe(true);
  });

  test.each([
    ['比特币', 'is nowhere'],
    ['示。11', 'would cross from one paragraph to the next'],
    ['上涨《消', 'would cross from the title to the text'],
    ['白名单项目', 'leaves punctuation out'],
    ['4月1日', 'is another day'],
    ['024年4月11日', 'is another day'],
    ['a9', 'is nowhere'],
  ])('%s %s', (phrase) => {
    expect(isFound(phrase, title, blocks)).toBe(false);
  });

  test('any phrase is found exactly where a title or paragraph holds it', () => {
    const phrases = fc
      .tuple(anyText, anyText, anyText, fc.nat(40), fc.integer({ min: 1, max: 8 }), fc.boolean())
      .map(([title, first, second, from, length, isForeign]) => {
        const own = isForeign ? second + first : [title, first, second].join('');
        return {
          title,
          blocks: [first, second],
          phrase: [...own].slice(from, from + length).join(''),
        };
      });
    fc.assert(
      fc.property(phrases, ({ title, blocks, phrase }) => {
        fc.pre(phraseTokens(charsOf(phrase)).length > 0);
        // Only what the alphabet can spell can be asked for.
        const spellable = (text: string) => charsOf(text).filter((char) => spell(char) !== '');
        const asked = spellable(phrase).join('');
        const holds = [title, ...blocks].some((text) => spellable(text).join('').includes(asked));
        expect(isFound(phrase, title, blocks)).toBe(holds);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('initials of a title', () => {
  const tokens = articleTokens(
    charsOf('信用卡分期'),
    [charsOf('xykm')],
    titleInitials('信用卡分期'),
  );
  const has = (letters: string) => {
    const asked = initialTokens(letters);
    return tokens.some((_, at) => asked.every((token, index) => tokens[at + index] === token));
  };

  test.each([
    ['xyk', true],
    ['xykfq', true],
    ['kfq', true],
    ['xyf', false],
    // Of the text, not of the title.
    ['ykm', false],
  ])('%s: %s', (letters, is) => {
    expect(has(letters)).toBe(is);
  });

  test.each([
    ['重庆银行 LPR 下调', 'cqyhlprxt'],
    ['2026年经济：“开门红”', '2026njjkmh'],
    ['', ''],
  ])('%s', (title, letters) => {
    expect(titleInitials(title)).toBe(letters);
  });
});

describe('the alphabet', () => {
  test('spells different characters differently and as letters without case or mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const chars = [...new Set(text)].filter((char) => spell(char) !== '');
        expect(new Set(chars.map(spell)).size).toBe(chars.length);
        for (const char of chars) expect(spell(char)).toMatch(/^\p{Lo}+$/u);
      }),
    );
  });

  test.each(['，', '。', '“', '%', '.', '5', 'a', '·', '—', '…', 'あ', '한'])('has %s', (char) => {
    expect(spell(char)).not.toBe('');
  });
});

describe('dates', () => {
  test.each([
    ['2025年9月3日', ['2025年9月3日', '2025年9月', '9月3日']],
    ['11月10日', ['11月10日', '1月10日']],
    ['9月', []],
    ['2025年', []],
    ['99.99', []],
  ])('in %s', (text, expected) => {
    expect([...datesIn(fold(text))].toSorted()).toEqual(expected.toSorted());
  });

  test.each([
    ['2025年9月3日', true],
    ['2025年9月', true],
    ['9月3日', true],
    ['9月', false],
    ['3日', false],
    ['在9月3日', false],
    ['25年9月3日', false],
  ])('%s is one: %s', (text, is) => {
    expect(isDate(text)).toBe(is);
  });

  test('every date that stands in a text is listed', () => {
    const pieces = ['2025年', '9月', '10月', '11月', '3日', '10日', '31日', '1', '2', '年', '，'];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const listed = datesIn(text);
        for (const from of text.split('').keys()) {
          for (let to = from + 1; to <= text.length; to++) {
            const phrase = text.slice(from, to);
            if (isDate(phrase)) expect(listed).toContain(phrase);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
