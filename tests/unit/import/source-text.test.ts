import { expect, test } from 'vitest';
import { cleanLine, splitParagraphs } from '../../../src/import/source-text.ts';

test.each([
  ['a line a paragraph', '甲\n乙\r\n丙\r丁\u2028戊\u0085己', ['甲', '乙', '丙', '丁', '戊', '己']],
  ['blank lines and indents', '　　甲\n\n \t \n    乙\u00A0\n', ['甲', '乙']],
  ['runs of space', '甲 \u00A0 乙\u2003丙\t丁', ['甲 乙 丙 丁']],
  ['a full-width space inside', '记者　周砚', ['记者　周砚']],
  ['controls', '甲\u0007乙\u0000丙\u009F丁\u001B', ['甲乙丙丁']],
  ['noncharacters', '甲\uFFFE乙\uFFFF丙\u{1FFFE}丁\uFDD0', ['甲乙丙丁']],
  ['invisible marks', '\uFEFF甲\u200B乙\u2060丙\u00AD丁\u202E戊\u200F', ['甲乙丙丁戊']],
  ['a lone surrogate', '消保\uD83C', ['消保\uFFFD']],
  ['a joiner within an emoji', '👨‍👩‍👧 与 ❤️‍🔥', ['👨‍👩‍👧 与 ❤️‍🔥']],
  ['joiners elsewhere', '约\u200C2.1亿？\u200D\u200D\u200D🎉\u200D', ['约2.1亿？🎉']],
  ['nothing', ' \n\u200B\n', []],
])('%s', (_, text, paragraphs) => {
  expect(splitParagraphs(text)).toEqual(paragraphs);
});

test('a title is one line', () => {
  expect(cleanLine('  央行\n  公告\u200B　第3号\u0007 ')).toBe('央行 公告 第3号');
});
