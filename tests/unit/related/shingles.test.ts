import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairNumbers } from '../../../src/news/related/pair-numbers.ts';
import { lettersOf, sampleShingles } from '../../../src/news/related/shingles.ts';
import { normaliseText } from '../../../src/news/related/terms.ts';

const character = fc.oneof(
  fc.constantFrom(...'海港银行获批，。 3６aＢ-—\u{20BB7}\u{1F600}\ud83d\udfb7é々〇'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const text = fc.array(character, { maxLength: 60 }).map((characters) => characters.join(''));

test('shingles are those of the letters and digits alone, of rare characters too', () => {
  fc.assert(
    fc.property(text, (given) => {
      const normalised = normaliseText(given);
      expect(sampleShingles(normalised)).toEqual(sampleShingles(lettersOf(given)));
    }),
    { numRuns: 2000 },
  );
});

test('a rare character counts as a letter, a picture does not', () => {
  const plain = sampleShingles('野家控股公布半年业绩'.repeat(2));
  expect(sampleShingles('\u{20BB7}野家控股公布半年业绩'.repeat(2))).not.toEqual(plain);
  expect(sampleShingles('\u{1F600}野家控股公布半年业绩'.repeat(2))).toEqual(plain);
});

test('shingles are distinct and sorted, and a part has none but those of the whole', () => {
  const whole = sampleShingles(
    '海港银行获批设立绿色金融专营支行，海港银行获批设立绿色金融专营支行'.repeat(3),
  );
  const part = sampleShingles('获批设立绿色金融专营');
  expect(part.length).toBeGreaterThan(0);
  expect([...part].every((hash) => whole.includes(hash))).toBe(true);
  expect([...whole]).toEqual([...new Set(whole)].sort((a, b) => a - b));
});

test('numbers by pairs of characters are those of a map', () => {
  const pairs = fc.array(fc.tuple(fc.integer(), fc.integer({ min: -1, max: 2 ** 30 })), {
    minLength: 20_000,
    maxLength: 20_000,
  });
  fc.assert(
    fc.property(pairs, (entries) => {
      const numbers = new PairNumbers();
      const expected = new Map<number, number>();
      for (const [pair, number] of entries) {
        if (expected.has(pair)) continue;
        numbers.set(pair, number);
        expected.set(pair, number);
      }
      const keys = [...expected.keys(), 0, 1, -1];
      expect(keys.map((pair) => numbers.get(pair))).toEqual(keys.map((pair) => expected.get(pair)));
    }),
    { numRuns: 3 },
  );
});
