import { expect, test } from 'vitest';
import { chooseCanonical } from '../../../src/news/related/clusters.ts';
import type { RelatedDocument } from '../../../src/news/related/document.ts';
import { groupReprints } from '../../../src/news/related/table.ts';

/** Of an outlet unless told otherwise, 100 characters long, published on the given day. */
function report(date: number, given: Partial<RelatedDocument> = {}): RelatedDocument {
  const text = '文'.repeat(100);
  return { id: '', slug: '', title: '', text, date, pins: [], source: '某网', ...given };
}

const { source: _, ...own } = report(9, { text: '短' });
const long = (length: number) => ({ text: '文'.repeat(length) });

test.each<[string, RelatedDocument[], number]>([
  ['the own report before longer and earlier ones', [report(1, long(900)), own], 1],
  ['the longer before the earlier', [report(1), report(2, long(200))], 1],
  ['the earlier of those about as long', [report(2, long(105)), report(1)], 1],
  ['the lower row of equals', [report(1), report(1)], 0],
])('%s is canonical', (_name, documents, best) => {
  expect([...chooseCanonical(documents, Uint32Array.of(0, 1))]).toEqual([best, best]);
});

test('every member is a reprint of the canonical one itself', () => {
  // 0 is a copy of 1, 1 of 2, but 0 is none of 2.
  const chain = [report(3), report(2), report(1)];
  expect([...chooseCanonical(chain, Uint32Array.of(0, 1, 1, 2))]).toEqual([0, 2, 2]);
});

test('rows decide between equals whatever order pairs come in', () => {
  const documents = [report(2), report(1), report(1), report(1)];
  expect([...chooseCanonical(documents, Uint32Array.of(0, 3, 1, 2, 2, 3))]).toEqual([3, 1, 1, 3]);
});

test('reprints come oldest first, then by row', () => {
  const documents = [report(5), report(3), report(4), report(3)];
  expect(groupReprints(documents, Int32Array.of(0, 0, 0, 0))).toEqual(new Map([[0, [1, 3, 2]]]));
});
