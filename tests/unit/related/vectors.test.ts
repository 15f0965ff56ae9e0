import { expect, test } from 'vitest';
import { analyse } from '../../../src/news/related/analyses.ts';
import { TermCounter } from '../../../src/news/related/terms.ts';
import { buildVectors, takeHeads } from '../../../src/news/related/vectors.ts';

const segmenter = { words: (text: string) => text.split(' ') };

function countsOf(title: string, text: string): Record<string, number> {
  const counter = new TermCounter(segmenter);
  const counts: Record<string, number> = {};
  counter.count(title, text, (term, count) => {
    counts[counter.vocabulary[term] as string] = count;
  });
  return counts;
}

test("a title's words count three times, those of the first 200 characters twice", () => {
  expect(countsOf('gold', `gold bank ${'x'.repeat(200)} bank fund`)).toMatchObject({
    gold: 3 + 2,
    bank: 2 + 1,
    fund: 1,
  });
});

test('one article leaves nothing behind for the next', () => {
  const counter = new TermCounter(segmenter);
  const count = () => {
    const counts: number[] = [];
    counter.count('gold', '', (_, times) => counts.push(times));
    return counts;
  };
  expect([count(), count()]).toEqual([[3], [3]]);
});

/** Vectors of texts whose terms, in order of first occurrence, have the given IDF levels and order. */
function vectorsOf(texts: readonly string[], levels: number[], order: number[]) {
  const analyses = analyse(
    texts.map((text) => ({ title: '', text })),
    segmenter,
  );
  return buildVectors(analyses, Uint8Array.from(levels), Uint32Array.from(order));
}

test('unit vectors of tf^0.6 · idf, the heaviest term first', () => {
  // Both words stand in the lead, which counts twice.
  const { terms, weights } = vectorsOf(['gold bank bank none'], [8, 8, 0], [0, 1, 2]);
  expect([...terms]).toEqual([1, 0]);
  const ratio = (weights[0] ?? 0) / (weights[1] ?? 1);
  expect(ratio).toBeCloseTo(2 ** 0.6, 5);
  expect((weights[0] ?? 0) ** 2 + (weights[1] ?? 0) ** 2).toBeCloseTo(1, 5);
});

test('the given order decides between equal weights, not the text', () => {
  expect([...vectorsOf(['gold bank'], [8, 8], [1, 0]).terms]).toEqual([1, 0]);
  expect([...vectorsOf(['gold bank'], [8, 8], [0, 1]).terms]).toEqual([0, 1]);
});

test('a page is searched with its heaviest terms that another article has', () => {
  const vectors = vectorsOf(['gold bank fund'], [12, 8, 4], [0, 1, 2]);
  expect([...takeHeads(vectors, Uint32Array.of(1, 2, 5), 1).terms]).toEqual([1]);
  expect([...takeHeads(vectors, Uint32Array.of(1, 2, 5), 9).terms]).toEqual([1, 2]);
});
