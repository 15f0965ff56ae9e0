import { type Analyses, rowBounds } from './analyses.ts';
import type { RelatedDocument } from './document.ts';
import {
  COPIED,
  isReprint,
  REPRINT_WINDOW_MS,
  type ReprintTraits,
  readTraits,
} from './reprint-pair.ts';
import { ShingleTable } from './shingle-table.ts';
import { lettersOf } from './shingles.ts';

/**
 * Pairs of rows that are reprints of each other. Only pairs with a row of `changed` are looked at;
 * each pair is judged on its own, so the others stay as they were.
 */
export function findReprints(
  documents: readonly RelatedDocument[],
  analyses: Analyses,
  changed: Uint8Array,
): [number, number][] {
  const traits = new Map<number, ReprintTraits>();
  const traitsOf = (row: number): ReprintTraits => {
    let found = traits.get(row);
    if (!found) {
      const [start, end] = rowBounds(analyses.shingleStarts, row);
      found = readTraits(documents[row] as RelatedDocument, end - start);
      traits.set(row, found);
    }
    return found;
  };
  const pairs: [number, number][] = [];
  const judge = (a: number, b: number, shared: number) => {
    if (isReprint(traitsOf(a), traitsOf(b), shared)) pairs.push([Math.min(a, b), Math.max(a, b)]);
  };
  forEachOverlap(documents, analyses, changed, judge);
  forEachSameTitle(documents, changed, (a, b) => {
    if (Math.min(traitsOf(a).size, traitsOf(b).size) < LEAST_SHARED) judge(a, b, 0);
  });
  return distinctPairs(pairs);
}

const LEAST_SHARED = 3;

/**
 * Calls `found` with every pair, one of it changed, that shares enough sampled shingles within the
 * window. Walks the documents by date in stretches of one window, with a table of shingles for each:
 * a document meets its own stretch and the one before, and tables so small stay in the processor's
 * cache.
 */
function forEachOverlap(
  documents: readonly RelatedDocument[],
  analyses: Analyses,
  changed: Uint8Array,
  found: (a: number, b: number, shared: number) => void,
): void {
  const order = orderNearChanged(documents, changed);
  const shared = new Int32Array(documents.length);
  const touched: number[] = [];
  let tables: ShingleTable[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const [place, row] of order.entries()) {
    const date = dateOf(documents, row);
    if (date >= end) {
      end = date + REPRINT_WINDOW_MS;
      const stretch = takeUntil(order, place, (other) => dateOf(documents, other) >= end);
      tables = [new ShingleTable(stretch, analyses), ...tables.slice(0, 1)];
    }
    const [start, stop] = rowBounds(analyses.shingleStarts, row);
    const isChanged = changed[row] === 1;
    for (const table of tables) {
      for (let i = start; i < stop; i++) {
        table.forEachOwner(analyses.shingles[i] as number, (other) => {
          if (dateOf(documents, other) < date - REPRINT_WINDOW_MS) return false;
          if (!isChanged && changed[other] !== 1) return true;
          if (shared[other] === 0) touched.push(other);
          shared[other] = (shared[other] as number) + 1;
          return true;
        });
      }
    }
    tables[0]?.add(row, analyses.shingles.subarray(start, stop));
    for (const other of touched) {
      const count = shared[other] as number;
      shared[other] = 0;
      const [from, to] = rowBounds(analyses.shingleStarts, other);
      const smaller = Math.min(stop - start, to - from);
      if (count >= LEAST_SHARED && count >= COPIED * smaller) found(row, other, count);
    }
    touched.length = 0;
  }
}

function takeUntil(order: Int32Array, from: number, isPast: (row: number) => boolean): Int32Array {
  let end = from;
  while (end < order.length && !isPast(order[end] as number)) end++;
  return order.subarray(from, end);
}

/** The rows within the window of a changed one, by date. */
function orderNearChanged(documents: readonly RelatedDocument[], changed: Uint8Array): Int32Array {
  const order = Int32Array.from(documents, (_, row) => row);
  order.sort((a, b) => dateOf(documents, a) - dateOf(documents, b) || a - b);
  const isNear = new Uint8Array(order.length);
  let latest = Number.NEGATIVE_INFINITY;
  for (const row of order) {
    if (changed[row]) latest = dateOf(documents, row);
    if (dateOf(documents, row) - latest <= REPRINT_WINDOW_MS) isNear[row] = 1;
  }
  let earliest = Number.POSITIVE_INFINITY;
  for (const row of order.toReversed()) {
    if (changed[row]) earliest = dateOf(documents, row);
    if (earliest - dateOf(documents, row) <= REPRINT_WINDOW_MS) isNear[row] = 1;
  }
  return order.filter((row) => isNear[row] === 1);
}

/** Calls `found` with every pair, one of it changed, whose titles have the same letters. */
function forEachSameTitle(
  documents: readonly RelatedDocument[],
  changed: Uint8Array,
  found: (a: number, b: number) => void,
): void {
  const byTitle = new Map<string, number[]>();
  for (const [row, { title }] of documents.entries()) {
    const letters = lettersOf(title);
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

function dateOf(documents: readonly RelatedDocument[], row: number): number {
  return (documents[row] as RelatedDocument).date;
}
