import { rowBounds, type ShingleSamples } from './analyses.ts';
import {
  COPIED,
  isReprint,
  REPRINT_WINDOW_MS,
  type ReprintDocument,
  type ReprintTraits,
  readTraits,
} from './reprint-pair.ts';
import { SharedCounts } from './shared-counts.ts';
import { ShingleTable } from './shingle-table.ts';
import { lettersOf } from './shingles.ts';

/**
 * Pairs of rows that are reprints of each other. Only pairs with a row of `changed` are looked at;
 * each pair is judged on its own, so the others stay as they were.
 */
export function findReprints(
  documents: readonly ReprintDocument[],
  samples: ShingleSamples,
  changed: Uint8Array,
): [number, number][] {
  const traits = new Map<number, ReprintTraits>();
  const traitsOf = (row: number): ReprintTraits => {
    let found = traits.get(row);
    if (!found) {
      const [start, end] = rowBounds(samples.shingleStarts, row);
      found = readTraits(documents[row] as ReprintDocument, end - start);
      traits.set(row, found);
    }
    return found;
  };
  const pairs: [number, number][] = [];
  const judge = (a: number, b: number, shared: number) => {
    if (isReprint(traitsOf(a), traitsOf(b), shared)) pairs.push([Math.min(a, b), Math.max(a, b)]);
  };
  const order = orderNearChanged(documents, changed);
  forEachOverlap(documents, samples, changed, order, judge);
  forEachSameTitle(documents, changed, order, (a, b) => {
    if (Math.min(traitsOf(a).size, traitsOf(b).size) < LEAST_SHARED) judge(a, b, 0);
  });
  return distinctPairs(pairs);
}

/** The rows within the window of a changed one, by date. */
export function orderNearChanged(
  documents: readonly Pick<ReprintDocument, 'date'>[],
  changed: Uint8Array,
): Int32Array {
  const rows = Int32Array.from(documents, (_, row) => row);
  const dates = Float64Array.from(
    rows.filter((row) => changed[row] === 1),
    (row) => dateOf(documents, row),
  ).sort();
  const near = rows.filter((row) => {
    const next = dates[findNotBefore(dates, dateOf(documents, row) - REPRINT_WINDOW_MS)];
    return next !== undefined && next <= dateOf(documents, row) + REPRINT_WINDOW_MS;
  });
  return near.sort((a, b) => dateOf(documents, a) - dateOf(documents, b) || a - b);
}

const LEAST_SHARED = 3;

/**
 * Calls `found` with every pair, one of it changed, that shares enough sampled shingles within the
 * window. Walks the documents of `order` by date in stretches of one window, with a table of shingles for each:
 * a document meets its own stretch and the one before, and tables so small stay in the processor's
 * cache.
 */
function forEachOverlap(
  documents: readonly ReprintDocument[],
  samples: ShingleSamples,
  changed: Uint8Array,
  order: Int32Array,
  found: (a: number, b: number, shared: number) => void,
): void {
  const dates = Float64Array.from(documents, ({ date }) => date);
  const shared = new SharedCounts(dates, changed);
  let tables: ShingleTable[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const [place, row] of order.entries()) {
    const date = dates[row] as number;
    if (date >= end) {
      end = date + REPRINT_WINDOW_MS;
      const stretch = takeUntil(order, place, (other) => (dates[other] as number) >= end);
      tables = [new ShingleTable(stretch, samples), ...tables.slice(0, 1)];
    }
    const [start, stop] = rowBounds(samples.shingleStarts, row);
    const sample = samples.shingles.subarray(start, stop);
    for (const table of tables) shared.count(table, sample, row);
    tables[0]?.add(row, sample);
    shared.take((other, count) => {
      const [from, to] = rowBounds(samples.shingleStarts, other);
      const smaller = Math.min(stop - start, to - from);
      if (count >= LEAST_SHARED && count >= COPIED * smaller) found(row, other, count);
    });
  }
}

function takeUntil(order: Int32Array, from: number, isPast: (row: number) => boolean): Int32Array {
  let end = from;
  while (end < order.length && !isPast(order[end] as number)) end++;
  return order.subarray(from, end);
}

/** Place of the first of sorted values that is not below `least`; their number if there is none. */
function findNotBefore(values: Float64Array, least: number): number {
  let [from, to] = [0, values.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Calls `found` with every pair, one of it changed, whose titles have the same letters. */
function forEachSameTitle(
  documents: readonly ReprintDocument[],
  changed: Uint8Array,
  order: Int32Array,
  found: (a: number, b: number) => void,
): void {
  const byTitle = new Map<string, number[]>();
  for (const row of order) {
    const letters = lettersOf((documents[row] as ReprintDocument).title);
    const same = byTitle.get(letters);
    if (!same) {
      byTitle.set(letters, [row]);
      continue;
    }
    for (const other of same) {
      const apart = Math.abs(dateOf(documents, row) - dateOf(documents, other));
      if (apart <= REPRINT_WINDOW_MS && (changed[row] || changed[other])) found(row, other);
    }
    same.push(row);
  }
}

function distinctPairs(pairs: readonly [number, number][]): [number, number][] {
  const sorted = [...pairs].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  return sorted.filter(
    (pair, i) => pair[0] !== sorted[i - 1]?.[0] || pair[1] !== sorted[i - 1]?.[1],
  );
}

function dateOf(documents: readonly Pick<ReprintDocument, 'date'>[], row: number): number {
  return (documents[row] as ReprintDocument).date;
}
