import { type Analyses, rowBounds } from './analyses.ts';
import { idfOf } from './weights.ts';

/** Term vectors, one row a document, heaviest term first; see `buildVectors`. */
export interface Vectors {
  starts: Uint32Array;
  terms: Uint32Array;
  weights: Float32Array;
}

/**
 * Unit vectors of (1 + ln tf) · idf ("ltc", Salton & Buckley 1988), of which the `VECTOR_TERMS`
 * heaviest terms are kept: what an article is about fits in these, and short vectors make exact
 * scoring of large archives affordable. `order` decides between equal weights. Rows that `reuse` names are copied from `previous`.
 */
export function buildVectors(
  analyses: Analyses,
  levels: Uint8Array,
  order: Uint32Array,
  reuse?: { previous: Vectors; rows: Int32Array },
): Vectors {
  const rows = analyses.termStarts.length - 1;
  const starts = new Uint32Array(rows + 1);
  const terms = new Uint32Array(rows * VECTOR_TERMS);
  const weights = new Float32Array(terms.length);
  const row = new RowBuilder(analyses, levels, order);
  let end = 0;
  for (let r = 0; r < rows; r++) {
    const old = reuse?.rows[r] ?? -1;
    if (reuse && old >= 0) {
      const [from, to] = rowBounds(reuse.previous.starts, old);
      terms.set(reuse.previous.terms.subarray(from, to), end);
      weights.set(reuse.previous.weights.subarray(from, to), end);
      end += to - from;
    } else {
      end += row.write(r, terms, weights, end);
    }
    starts[r + 1] = end;
  }
  return { starts, terms: terms.slice(0, end), weights: weights.slice(0, end) };
}

/** Terms kept of an article's vector. */
const VECTOR_TERMS = 96;

/** Scratch space for one row after another. */
class RowBuilder {
  readonly #analyses: Analyses;
  readonly #levels: Uint8Array;
  readonly #order: Uint32Array;
  readonly #logs = Float64Array.from({ length: 256 }, (_, tf) => (tf > 0 ? 1 + Math.log(tf) : 0));

  constructor(analyses: Analyses, levels: Uint8Array, order: Uint32Array) {
    this.#analyses = analyses;
    this.#levels = levels;
    this.#order = order;
  }

  /** Writes the vector of row `r` at `at`; the number of terms written. */
  write(r: number, terms: Uint32Array, weights: Float32Array, at: number): number {
    const { termStarts, terms: all, counts } = this.#analyses;
    const order = this.#order;
    const [start, end] = rowBounds(termStarts, r);
    const kept: { term: number; weight: number }[] = [];
    for (let i = start; i < end; i++) {
      const term = all[i] as number;
      const level = this.#levels[term] as number;
      if (level === 0) continue;
      const weight = (this.#logs[counts[i] as number] as number) * idfOf(level);
      kept.push({ term, weight });
    }
    kept.sort(
      (a, b) => b.weight - a.weight || (order[a.term] as number) - (order[b.term] as number),
    );
    let norm = 0;
    for (const { weight } of kept) norm += weight * weight;
    norm = Math.sqrt(norm) || 1;
    const count = Math.min(kept.length, VECTOR_TERMS);
    for (let i = 0; i < count; i++) {
      const { term, weight } = kept[i] as { term: number; weight: number };
      terms[at + i] = term;
      weights[at + i] = weight / norm;
    }
    return count;
  }
}
