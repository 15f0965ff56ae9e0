import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RelatedItem, RelatedTable } from '../../../src/news/related/document.ts';
import { packTable, unpackTable } from '../../../src/news/related/packed-table.ts';

const id = fc.stringMatching(/^[\p{L}\p{N}._/-]{1,6}$/u).filter((name) => name !== '__proto__');
const item: fc.Arbitrary<RelatedItem> = fc.record({
  id,
  score: fc.integer({ min: 0, max: 10_000 }).map((score) => score / 10_000),
  why: fc.array(fc.constantFrom('存款', 'lpr', '利率'), { maxLength: 3 }),
  also: fc.array(id, { maxLength: 2 }),
});
const table: fc.Arbitrary<RelatedTable> = fc.record({
  lists: fc.dictionary(id, fc.array(item, { maxLength: 4 })),
  clusters: fc.dictionary(id, fc.array(id, { minLength: 1, maxLength: 3 })),
});

test('a packed table comes back as it was', () => {
  fc.assert(
    fc.property(table, (given) => {
      expect(unpackTable(packTable(given))).toEqual(given);
    }),
  );
});
