import { expect, test } from 'vitest';
import { analyse } from '../../../src/news/related/analyses.ts';
import { idfOf, weighTerms } from '../../../src/news/related/weights.ts';

const segmenter = { words: (text: string) => text.split(' ') };
const FEBRUARY = Date.UTC(2026, 1, 10);
const MARCH = Date.UTC(2026, 2, 10);

/** Levels by term; `texts` are space-separated terms. */
function levelsOf(texts: readonly string[], dates: readonly number[]): Record<string, number> {
  const documents = texts.map((text) => ({ title: '', text }));
  const analyses = analyse(documents, segmenter);
  const levels = weighTerms(analyses, Float64Array.from(dates));
  return Object.fromEntries(analyses.vocabulary.map((term, i) => [term, levels[i] ?? 0]));
}

const closed = Array.from({ length: 64 }, (_, i) =>
  i < 4 ? 'gold bank' : i < 16 ? 'bank' : 'other',
);
const closedDates = closed.map(() => FEBRUARY);

test('idf is ln(N / df) in quarter powers of two, with df 2 at least', () => {
  const { gold, bank, other } = levelsOf([...closed, 'new'], [...closedDates, MARCH]);
  expect(idfOf(gold ?? 0)).toBeCloseTo(Math.log(64 / 4));
  expect(idfOf(bank ?? 0)).toBeCloseTo(Math.log(64 / 16));
  expect(other).toBe(0);
  const levels = levelsOf([...closed.slice(1), 'rare'], closedDates);
  expect(idfOf(levels['rare'] ?? 0)).toBeCloseTo(Math.log(64 / 2));
});

test('articles of the newest month re-weigh nothing', () => {
  const before = levelsOf([...closed, 'new'], [...closedDates, MARCH]);
  const today = Array.from({ length: 30 }, () => 'gold new');
  const after = levelsOf([...closed, ...today], [...closedDates, ...today.map(() => MARCH)]);
  expect(after).toEqual(before);
});

test.each([
  [17, Math.log(64 / 4)],
  [15, 0],
])('months are those of Beijing: 28 February %i:00 UTC', (hour, idf) => {
  const newest = Date.UTC(2026, 1, 28, hour);
  const today = Array.from({ length: 30 }, () => 'gold');
  const dates = [...closedDates, ...today.map(() => newest)];
  expect(idfOf(levelsOf([...closed, ...today], dates)['gold'] ?? -1)).toBeCloseTo(idf);
});

test('while few are closed, all count', () => {
  const { gold } = levelsOf(['gold', 'gold', 'bank', 'other'], [FEBRUARY, MARCH, MARCH, MARCH]);
  expect(idfOf(gold ?? 0)).toBeCloseTo(Math.log(4 / 2));
});
