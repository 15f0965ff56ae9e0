import { rowBounds } from './analyses.ts';
import type { Postings } from './postings.ts';
import type { Vectors } from './vectors.ts';

/** All that scoring and ranking read, one row a document in the order of slugs: typed arrays. */
export interface RankingInput {
  vectors: Vectors;
  postings: Postings;
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
}

/** Scores all documents for one row after another; keeps scratch space between calls. */
export class Scorer {
  readonly #input: RankingInput;
  readonly #sums: Float64Array;
  readonly #touched: Uint32Array;
  readonly #query: Float64Array;
  #count = 0;
  #row = 0;

  constructor(input: RankingInput) {
    this.#input = input;
    this.#sums = new Float64Array(input.dates.length);
    this.#touched = new Uint32Array(input.dates.length);
    this.#query = new Float64Array(input.postings.starts.length - 1);
  }

  /** Starts with a row: sums the products of the terms it shares with every other document. */
  load(row: number): void {
    this.#clear();
    this.#row = row;
    const { vectors, postings } = this.#input;
    const sums = this.#sums;
    const touched = this.#touched;
    const { starts, rows, weights } = postings;
    const [from, to] = rowBounds(vectors.starts, row);
    let count = 0;
    for (let i = from; i < to; i++) {
      const term = vectors.terms[i] as number;
      const weight = vectors.weights[i] as number;
      this.#query[term] = weight;
      const end = starts[term + 1] as number;
      for (let at = starts[term] as number; at < end; at++) {
        const other = rows[at] as number;
        const sum = sums[other] as number;
        if (sum === 0) touched[count++] = other;
        sums[other] = sum + weight * (weights[at] as number);
      }
    }
    this.#count = count;
  }

  /** Calls `visit` with the rows whose bare likeness is `least` or more, in no useful order. */
  forEach(least: number, visit: (row: number) => void): void {
    for (let i = 0; i < this.#count; i++) {
      const other = this.#touched[i] as number;
      if (other !== this.#row && (this.#sums[other] as number) >= least) visit(other);
    }
  }

  /**
   * How well `target` suits a list on the loaded row's page, or, `reversed`, the loaded row a list
   * on `target`'s: cosine of the two vectors, times recency (0.7 to 1, half of the difference gone
   * after three weeks between the two), times 0.6 for a digest on a page that is none.
   */
  score(target: number, reversed = false): number {
    const { dates, digests } = this.#input;
    const days = Math.abs((dates[target] as number) - (dates[this.#row] as number)) / DAY_MS;
    const recency = 1 - RECENCY_SHARE + RECENCY_SHARE * Math.exp(-days / RECENCY_DAYS);
    const listed = digests[reversed ? this.#row : target];
    const page = digests[reversed ? target : this.#row];
    const digest = listed === 1 && page !== 1 ? DIGEST_FACTOR : 1;
    return (this.#sums[target] as number) * recency * digest;
  }

  /** Terms that the loaded row shares with `target`, by contribution, then heaviest there. */
  sharedTerms(target: number): number[] {
    const { vectors } = this.#input;
    const [from, to] = rowBounds(vectors.starts, target);
    const shared: { term: number; product: number }[] = [];
    for (let i = from; i < to; i++) {
      const term = vectors.terms[i] as number;
      const weight = this.#query[term] as number;
      if (weight > 0) shared.push({ term, product: weight * (vectors.weights[i] as number) });
    }
    return shared.sort((a, b) => b.product - a.product).map(({ term }) => term);
  }

  #clear(): void {
    const { vectors } = this.#input;
    for (let i = 0; i < this.#count; i++) this.#sums[this.#touched[i] as number] = 0;
    this.#count = 0;
    const [from, to] = rowBounds(vectors.starts, this.#row);
    for (let i = from; i < to; i++) this.#query[vectors.terms[i] as number] = 0;
  }
}

const DAY_MS = 86_400_000;
const RECENCY_SHARE = 0.3;
const RECENCY_DAYS = 30;
const DIGEST_FACTOR = 0.6;
