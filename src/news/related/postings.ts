import type { Vectors } from './vectors.ts';

/** Vectors turned over: for each term the rows that have it, ascending, with its weight there. */
export interface Postings {
  starts: Uint32Array;
  rows: Uint32Array;
  weights: Float32Array;
}

/** Inverts vectors over a vocabulary of `terms` terms. */
export function invertVectors(vectors: Vectors, terms: number): Postings {
  const starts = new Uint32Array(terms + 1);
  for (const term of vectors.terms) starts[term + 1] = (starts[term + 1] as number) + 1;
  for (let term = 0; term < terms; term++) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  const next = starts.slice(0, terms);
  const rows = new Uint32Array(vectors.terms.length);
  const weights = new Float32Array(rows.length);
  for (let row = 0; row < vectors.starts.length - 1; row++) {
    const end = vectors.starts[row + 1] as number;
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
