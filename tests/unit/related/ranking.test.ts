import { describe, expect, it, test } from 'vitest';
import { invertVectors } from '../../../src/news/related/postings.ts';
import { type Omission, Ranker } from '../../../src/news/related/ranking.ts';
import type { RankingInput } from '../../../src/news/related/scoring.ts';
import { takeHeads } from '../../../src/news/related/vectors.ts';

const DAY = 86_400_000;
const TERMS = 40;

interface Row {
  /** Weights by term; the cosine of two rows is the sum of products. */
  vector: Record<number, number>;
  day?: number;
  isDigest?: boolean;
  series?: number;
  canonical?: number;
  pins?: number[];
}

/** Lists of rows whose vectors, and so their likeness, are given. */
function rank(rows: readonly Row[], page = 0) {
  const starts = Uint32Array.from({ length: rows.length + 1 }, (_, row) =>
    rows.slice(0, row).reduce((sum, { vector }) => sum + Object.keys(vector).length, 0),
  );
  const cells = rows.flatMap(({ vector }) => Object.entries(vector).sort(([, a], [, b]) => b - a));
  const vectors = {
    starts,
    terms: Uint32Array.from(cells, ([term]) => Number(term)),
    weights: Float32Array.from(cells, ([, weight]) => weight),
  };
  const pins = rows.map((row) => row.pins ?? []);
  const input: RankingInput = {
    vectors,
    heads: takeHeads(vectors, new Uint32Array(TERMS).fill(2), 48),
    postings: invertVectors(vectors, TERMS, 2, (row) => (rows[row]?.canonical ?? row) === row),
    dates: Float64Array.from(rows, ({ day = 0 }) => day * DAY),
    digests: Uint8Array.from(rows, ({ isDigest }) => (isDigest ? 1 : 0)),
    series: Int32Array.from(rows, ({ series }, row) => series ?? 1000 + row),
    canonical: Int32Array.from(rows, ({ canonical }, row) => canonical ?? row),
    pinStarts: Uint32Array.from(
      { length: rows.length + 1 },
      (_, r) => pins.slice(0, r).flat().length,
    ),
    pins: Uint32Array.from(pins.flat()),
    poolSize: 96,
    // Terms from 30 on are bare numbers.
    telling: Uint8Array.from({ length: TERMS }, (_, term) => (term < 30 ? 1 : 0)),
  };
  const omitted: [number, Omission][] = [];
  const list = new Ranker(input).rank(page);
  const { entries } = list;
  new Ranker(input).rank(page, ({ row }, reason) => omitted.push([row, reason]));
  return { list, entries, rows: entries.map(({ row }) => row), omitted };
}

/** A page about terms 1 and 2, and a row with a given likeness to it. */
const PAGE: Row = { vector: { 1: 0.5, 2: 0.5 } };
const like = (likeness: number, given: Partial<Row> = {}): Row => ({
  vector: { 1: likeness, 2: likeness },
  ...given,
});

describe('what a list shows', () => {
  it('is ordered by score, then by row', () => {
    expect(rank([PAGE, like(0.2), like(0.4), like(0.2), like(0.3)]).rows).toEqual([2, 4, 1, 3]);
  });

  it('has a cosine of 0.06 or more', () => {
    const { rows, omitted } = rank([PAGE, like(0.3), like(0.061), like(0.059)]);
    expect(rows).toEqual([1, 2]);
    expect(omitted).toEqual([[3, 'below-floor']]);
  });

  it('shares two terms or more', () => {
    const { rows, omitted } = rank([PAGE, like(0.3), { vector: { 1: 0.9 } }, like(0.2)]);
    expect(rows).toEqual([1, 3]);
    expect(omitted).toEqual([[2, 'few-terms']]);
  });

  it.each([
    [0.121, [1, 2]],
    [0.119, []],
  ])('has one of 0.12 or more, or is empty: %f', (best, shown) => {
    expect(rank([PAGE, like(best), like(0.07)]).rows).toEqual(shown);
  });

  it('is as convincing however old it is', () => {
    expect(rank([PAGE, like(0.13, { day: -900 }), like(0.07, { day: -900 })]).rows).toEqual([1, 2]);
  });

  it('has two entries or none', () => {
    const { rows, omitted } = rank([PAGE, like(0.9)]);
    expect(rows).toEqual([]);
    expect(omitted).toEqual([[1, 'alone']]);
  });

  it('has ten entries at most', () => {
    const { rows, omitted } = rank([PAGE, ...Array.from({ length: 12 }, () => like(0.3))]);
    expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(omitted).toEqual([
      [11, 'beyond-length'],
      [12, 'beyond-length'],
    ]);
  });

  it('has two of one series at most, pins among them', () => {
    const issue = (likeness: number) => like(likeness, { series: 7 });
    const rows = [PAGE, issue(0.5), issue(0.4), issue(0.3), like(0.2)];
    expect(rank(rows).rows).toEqual([1, 2, 4]);
    const pinned = rank([{ ...PAGE, pins: [2, 3] }, ...rows.slice(1)]);
    expect(pinned.rows).toEqual([2, 3, 4]);
    expect(pinned.omitted).toContainEqual([1, 'series']);
  });

  it('never is the page, its reprints or a reprint that another stands for', () => {
    // 1 is a copy of the page, 3 of 2.
    const rows = [
      PAGE,
      like(0.5, { canonical: 0 }),
      like(0.4),
      like(0.4, { canonical: 2 }),
      like(0.3),
    ];
    expect(rank(rows).rows).toEqual([2, 4]);
    expect(rank(rows, 1).rows).toEqual([2, 4]);
    expect(rank(rows, 3).rows).toEqual([0, 4]);
  });
});

describe('pins', () => {
  const rows = [like(0.5), like(0.4), like(0.3), { vector: { 9: 1 } }];
  const withPins = (...pins: number[]) => rank([{ ...PAGE, pins }, ...rows]).rows;

  it('come first, in their order, and once', () => {
    expect(withPins(4, 2, 4)).toEqual([4, 2, 1, 3]);
  });

  it('are never the page or one of its reprints', () => {
    const copies = [{ ...PAGE, pins: [0, 1] }, like(0.5, { canonical: 0 }), like(0.3), like(0.2)];
    expect(rank(copies).rows).toEqual([2, 3]);
  });

  it('are never what stands for the page, a reprint', () => {
    const copies = [like(0.5), { ...PAGE, canonical: 0, pins: [0, 2] }, like(0.3), like(0.2)];
    expect(rank(copies, 1).rows).toEqual([2, 3]);
  });

  it('show the canonical article for a reprint', () => {
    const copies = [{ ...PAGE, pins: [1] }, like(0.5, { canonical: 2 }), like(0.1), like(0.2)];
    expect(rank(copies).rows).toEqual([2, 3]);
  });

  it('show a single one, and weak ones after it', () => {
    expect(rank([{ ...PAGE, pins: [1] }, { vector: { 9: 1 } }]).rows).toEqual([1]);
    expect(rank([{ ...PAGE, pins: [1] }, { vector: { 9: 1 } }, like(0.07)]).rows).toEqual([1, 2]);
  });
});

describe('scores', () => {
  const scores = (...rows: Row[]) => rank([PAGE, ...rows, like(0.9)]).entries.slice(1);

  test.each([
    [0, 1],
    [-30, 0.6 + 0.4 / Math.E],
    [30, 0.6 + 0.4 / Math.E],
    [-2000, 0.6],
  ])('recency %i days from the page is a factor of %f', (day, factor) => {
    expect(scores(like(0.4, { day }))[0]?.score).toBeCloseTo(0.4 * factor, 5);
  });

  test('a digest counts 0.6 on the page of a report, and whole on that of a digest', () => {
    expect(scores(like(0.4, { isDigest: true }))[0]?.score).toBeCloseTo(0.24, 5);
    const digests = [{ ...PAGE, isDigest: true }, like(0.9), like(0.4, { isDigest: true })];
    expect(rank(digests).entries[1]?.score).toBeCloseTo(0.4, 5);
  });
});

test('the terms shown are the three that count most and say something', () => {
  const vector = { 1: 0.2, 2: 0.5, 3: 0.4, 4: 0.3, 31: 0.6 };
  const { entries } = rank([{ vector }, { vector }, { vector }]);
  expect(entries[0]?.why).toEqual([2, 3, 4]);
});

describe('what tells whether a list holds', () => {
  test('an empty list can be entered with any score, a full one with that of its last', () => {
    const weak = rank([PAGE, ...Array.from({ length: 11 }, () => like(0.1))]);
    expect(weak.list).toMatchObject({ entries: [], last: 0, slack: 96 });
    const full = rank([PAGE, ...Array.from({ length: 11 }, () => like(0.3))]);
    expect(full.list.last).toBeCloseTo(0.3, 5);
    expect(rank([PAGE, like(0.3), like(0.3)]).list.last).toBe(0);
  });

  test('as many further candidates as there is room for leave the entries among them', () => {
    expect(rank([PAGE, like(0.3), like(0.2), { vector: { 1: 0.1 } }]).list.slack).toBe(94);
    expect(rank([PAGE, like(0.3), { vector: { 1: 0.9 } }, like(0.2)]).list.slack).toBe(93);
  });
});
