import type { Vectors } from './vectors.ts';

/** Vectors turned over: for each term the rows found under it, ascending, with its weight there. */
export interface Postings {
  starts: Uint32Array;
  rows: Uint32Array;
  weights: Float32Array;
}

/**
 * Inverts the heaviest terms of rows for which `isMeant`, those that make up `share` of a row's
 * squared length, over a vocabulary of `terms` terms.
 */
export function invertVectors(
  vectors: Vectors,
  terms: number,
  share: number,
  isMeant: (row: number) => boolean = () => true,
): Postings {
  const starts = new Uint32Array(terms + 1);
  const count = vectors.starts.length - 1;
  const ends = new Uint32Array(count);
  let total = 0;
  for (let row = 0; row < count; row++) {
    const start = vectors.starts[row] as number;
    ends[row] = isMeant(row) ? findShare(vectors, row, share) : start;
    for (let i = start; i < (ends[row] as number); i++) {
      const term = vectors.terms[i] as number;
      starts[term + 1] = (starts[term + 1] as number) + 1;
      total++;
    }
  }
  for (let term = 0; term < terms; term++) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  const next = starts.slice(0, terms);
  const rows = new Uint32Array(total);
  const weights = new Float32Array(rows.length);
  for (let row = 0; row < count; row++) {
    const end = ends[row] as number;
    for (let i = vectors.starts[row] as number; i < end; i++) {
      const term = vectors.terms[i] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      rows[at] = row;
      weights[at] = vectors.weights[i] as number;
    }
  }
  return { starts, rows, weights };
}

/** One past the last of a row's heaviest terms that make up `share` of its squared length. */
export function findShare({ starts, weights }: Vectors, row: number, share: number): number {
  const end = starts[row + 1] as number;
  let at = starts[row] as number;
  for (let sum = 0; at < end && sum < share; at++) sum += (weights[at] as number) ** 2;
  return at;
}
