import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { escapeXml, toXmlText } from '../../src/news/xml.ts';

describe('toXmlText', () => {
  test.each([
    ['央行公告 🎉\t\n\r', '央行公告 🎉\t\n\r'],
    ['a\u0008b\u000bc\u0000d\u001fe', 'abcde'],
    ['a\ufffeb\uffffc', 'abc'],
    ['a\ud83db', 'a\ufffdb'],
    ['\u007f\u0085', '\u007f\u0085'],
    ['\u{10ffff}\ue000\ufffd', '\u{10ffff}\ue000\ufffd'],
  ])('%j', (text, expected) => {
    expect(toXmlText(text)).toBe(expected);
  });

  /** Production [2] of XML 1.0. */
  const isChar = (code: number) =>
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);

  test('holds only characters of XML 1.0, and loses no other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        const clean = toXmlText(text);
        expect([...clean].every((char) => isChar(char.codePointAt(0) ?? 0))).toBe(true);
        expect(clean).toBe(
          [...text.toWellFormed()].filter((char) => isChar(char.codePointAt(0) ?? 0)).join(''),
        );
      }),
    );
  });
});

test('escaped text reads back from an element and from an attribute', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    trimValues: false,
    htmlEntities: true,
  });
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('<b>&amp;</b>', ']]>', '"\'', '&#38;', '000001', '<!-- -->', '</script>'),
  );
  fc.assert(
    fc.property(text, (given) => {
      const clean = toXmlText(given).replace(/\s+/g, ' ');
      const xml = `<a b="${escapeXml(clean)}">${escapeXml(clean)}.</a>`;
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(parser.parse(xml)).toEqual({ a: { b: clean, '#text': `${clean}.` } });
    }),
  );
});
