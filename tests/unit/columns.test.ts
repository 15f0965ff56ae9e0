import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Numbering,
  packNumberLists,
  packStrings,
  readNames,
  unpackStrings,
} from '../../src/news/columns.ts';

test('strings come back as they were, whatever they begin with', () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n'));
  fc.assert(
    fc.property(fc.array(line), (strings) => {
      expect(unpackStrings(packStrings(strings))).toEqual(strings);
    }),
    { examples: [[[]], [['']], [['', '']], [['\uFEFFa', '沪深300']]] },
  );
});

test('more strings than stand in one array come back too', () => {
  const strings = Array.from({ length: 120_001 }, (_, i) => `${i}`);
  const packed = packStrings(strings);
  expect(packed.length).toBeGreaterThan(1);
  expect(unpackStrings(packed)).toEqual(strings);
});

test('lists of names come back by number', () => {
  const names = new Numbering();
  const lists = [['银行', '基金'], [], ['银行']];
  const packed = packNumberLists(lists.map((list) => list.map((name) => names.number(name))));
  expect(names.all).toEqual(['银行', '基金']);
  expect(lists.map((_, i) => readNames(packed, i, names.all))).toEqual(lists);
});
