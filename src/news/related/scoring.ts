import { rowBounds } from './analyses.ts';
import type { Postings } from './postings.ts';
import type { Vectors } from './vectors.ts';

/** How wide candidates for a list are searched: what is given up in exactness for time. */
export interface SearchLimits {
  /** Terms of the page that are looked up. */
  headTerms: number;
  /** An article is found under its heaviest terms, which make up this share of its squared length. */
  indexShare: number;
  /** Candidates that are compared whole. */
  poolSize: number;
}

/** Lists found so differ from exhaustive ones in 1% of entries at 10,000 short articles. */
export const SEARCH_LIMITS: SearchLimits = { headTerms: 48, indexShare: 0.9, poolSize: 96 };

/** All that scoring and ranking read, one row a document in the order of slugs: typed arrays. */
export interface RankingInput {
  vectors: Vectors;
  /** The heaviest terms of canonical rows, by term. */
  postings: Postings;
  /** The heaviest shared terms of each row; candidates for its list are searched with these. */
  heads: Vectors;
  /** Epoch ms. */
  dates: Float64Array;
  /** 1 for digests. */
  digests: Uint8Array;
  /** Number of the series a title belongs to. */
  series: Int32Array;
  /** The row that stands for a row and its reprints in lists. */
  canonical: Int32Array;
  /** Pinned rows, of row `r` those from `pinStarts[r]` to `pinStarts[r + 1]`. */
  pinStarts: Uint32Array;
  pins: Uint32Array;
  /** Candidates compared whole. */
  poolSize: number;
  /** By term number, 1 for those that say something to a reader (see `isTelling`). */
  telling: Uint8Array;
}

/**
 * The factor by which likeness counts, by the time between the two documents in ms, in whole days, and whether a
 * digest would be listed on the page of a single report: recency, from 1 on the
 * same day to 0.6 far apart, half of the way after three weeks; and 0.6 for such a digest.
 */
export function standingFactor(apart: number, isDigestOnReport: boolean): number {
  const days = Math.min(DAYS_KNOWN, Math.round(Math.abs(apart) / DAY_MS));
  const recency = RECENCY[days] as number;
  return isDigestOnReport ? recency * DIGEST_FACTOR : recency;
}

/** Adds up products of a sparse query with rows of an inverted index; keeps its space for reuse. */
export class Accumulator {
  readonly sums: Float64Array;
  readonly #touched: Uint32Array;
  #count = 0;

  constructor(rows: number) {
    this.sums = new Float64Array(rows);
    this.#touched = new Uint32Array(rows);
  }

  /** Sums for the query; forgets those before. */
  load(postings: Postings, terms: Uint32Array, weights: Float32Array): void {
    const sums = this.sums;
    const touched = this.#touched;
    for (let i = 0; i < this.#count; i++) sums[touched[i] as number] = 0;
    const { starts, rows, weights: theirs } = postings;
    let count = 0;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i] as number;
      const weight = weights[i] as number;
      const end = (starts[term + 1] ?? 0) as number;
      for (let at = (starts[term] ?? 0) as number; at < end; at++) {
        const row = rows[at] as number;
        const sum = sums[row] as number;
        if (sum === 0) touched[count++] = row;
        sums[row] = sum + weight * (theirs[at] as number);
      }
    }
    this.#count = count;
  }

  /** The rows that have a sum, in no useful order. */
  get touched(): Uint32Array {
    return this.#touched.subarray(0, this.#count);
  }
}

/** Exact likeness of one row, the query, to others, term by term. */
export class Comparison {
  readonly #vectors: Vectors;
  readonly #telling: Uint8Array;
  readonly #query: Float32Array;
  #row = -1;

  constructor({ vectors, telling }: Pick<RankingInput, 'vectors' | 'telling'>) {
    this.#vectors = vectors;
    this.#telling = telling;
    this.#query = new Float32Array(telling.length);
  }

  load(row: number): void {
    const { starts, terms, weights } = this.#vectors;
    if (this.#row >= 0) {
      const [from, to] = rowBounds(starts, this.#row);
      for (let i = from; i < to; i++) this.#query[terms[i] as number] = 0;
    }
    this.#row = row;
    const [from, to] = rowBounds(starts, row);
    for (let i = from; i < to; i++) this.#query[terms[i] as number] = weights[i] as number;
  }

  /** The cosine of the query and a row. */
  cosine(row: number): number {
    const { starts, terms, weights } = this.#vectors;
    const [from, to] = rowBounds(starts, row);
    let sum = 0;
    for (let i = from; i < to; i++) {
      sum += (this.#query[terms[i] as number] as number) * (weights[i] as number);
    }
    return sum;
  }

  /**
   * How many terms a row shares with the query, and up to `most` of those that say something to a
   * reader, by contribution, then as they stand in the row.
   */
  shared(row: number, most: number): { count: number; terms: number[] } {
    const { starts, terms, weights } = this.#vectors;
    const [from, to] = rowBounds(starts, row);
    const best: number[] = [];
    const products: number[] = [];
    let count = 0;
    for (let i = from; i < to; i++) {
      const term = terms[i] as number;
      const weight = this.#query[term] as number;
      if (weight === 0) continue;
      count++;
      if (this.#telling[term] === 0) continue;
      const product = weight * (weights[i] as number);
      let place = best.length;
      while (place > 0 && (products[place - 1] as number) < product) place--;
      if (place >= most) continue;
      best.splice(place, 0, term);
      products.splice(place, 0, product);
      if (best.length > most) {
        best.pop();
        products.pop();
      }
    }
    return { count, terms: best };
  }
}

const DAY_MS = 86_400_000;
const RECENCY_SHARE = 0.4;
const RECENCY_DAYS = 30;
/** From a year on, the rest of the exponential is below 10^-5. */
const DAYS_KNOWN = 365;
const RECENCY = Float64Array.from(
  { length: DAYS_KNOWN + 1 },
  (_, days) => 1 - RECENCY_SHARE + RECENCY_SHARE * Math.exp(-days / RECENCY_DAYS),
);
const DIGEST_FACTOR = 0.6;
