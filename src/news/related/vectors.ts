import { type Analyses, rowBounds } from './analyses.ts';
import { idfOf } from './weights.ts';

/** Term vectors, one row a document, heaviest term first. */
export interface Vectors {
  starts: Uint32Array;
  terms: Uint32Array;
  weights: Float32Array;
}

/**
 * Unit vectors of tf^0.6 · idf. The exponent lies between the square root of Lucene's classic
 * similarity and plain counts: a name repeated ten times is the subject, which 1 + ln tf hardly
 * shows. `order` decides between equal weights. Rows that `reuse` names are copied from there.
 */
export function buildVectors(
  analyses: Analyses,
  levels: Uint8Array,
  order: Uint32Array,
  reuse?: { previous: Vectors; rows: Int32Array },
): Vectors {
  const rows = analyses.termStarts.length - 1;
  const starts = new Uint32Array(rows + 1);
  const terms = new Uint32Array(analyses.terms.length);
  const weights = new Float32Array(terms.length);
  const powers = Float64Array.from({ length: 256 }, (_, count) => count ** TF_EXPONENT);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const old = reuse?.rows[row] ?? -1;
    if (reuse && old >= 0) {
      const { previous } = reuse;
      const count = countRun(reuse.rows, row);
      const [from, to] = [previous.starts[old] as number, previous.starts[old + count] as number];
      terms.set(previous.terms.subarray(from, to), end);
      weights.set(previous.weights.subarray(from, to), end);
      const shift = end - from;
      for (let i = 1; i <= count; i++)
        starts[row + i] = (previous.starts[old + i] as number) + shift;
      end += to - from;
      row += count - 1;
    } else {
      const weighed = weighRow(analyses, row, levels, powers);
      weighed.sort((a, b) => b.weight - a.weight || compareOrder(order, a.term, b.term));
      let norm = 0;
      for (const { weight } of weighed) norm += weight * weight;
      norm = Math.sqrt(norm);
      for (const { term, weight } of weighed) {
        terms[end] = term;
        weights[end++] = weight / norm;
      }
      starts[row + 1] = end;
    }
  }
  return { starts, terms: terms.slice(0, end), weights: weights.slice(0, end) };
}

/**
 * The `most` heaviest terms of each row that another row has too: what candidates for its list are
 * searched with.
 */
export function takeHeads(
  { starts, terms, weights }: Vectors,
  frequencies: Uint32Array,
  most: number,
): Vectors {
  const rows = starts.length - 1;
  const heads: Vectors = {
    starts: new Uint32Array(rows + 1),
    terms: new Uint32Array(rows * most),
    weights: new Float32Array(rows * most),
  };
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const [from, to] = rowBounds(starts, row);
    const last = end + most;
    for (let i = from; i < to && end < last; i++) {
      const term = terms[i] as number;
      if ((frequencies[term] as number) < 2) continue;
      heads.terms[end] = term;
      heads.weights[end++] = weights[i] as number;
    }
    heads.starts[row + 1] = end;
  }
  heads.terms = heads.terms.slice(0, end);
  heads.weights = heads.weights.slice(0, end);
  return heads;
}

const TF_EXPONENT = 0.6;

/** How many rows from `row` on were neighbours before too: they are copied at once. */
function countRun(oldRows: Int32Array, row: number): number {
  let count = 1;
  while (oldRows[row + count] === (oldRows[row] as number) + count) count++;
  return count;
}

function weighRow(
  { termStarts, terms, counts }: Analyses,
  row: number,
  levels: Uint8Array,
  powers: Float64Array,
): { term: number; weight: number }[] {
  const weighed: { term: number; weight: number }[] = [];
  const [start, end] = rowBounds(termStarts, row);
  for (let i = start; i < end; i++) {
    const term = terms[i] as number;
    const level = levels[term] as number;
    if (level === 0) continue;
    weighed.push({ term, weight: (powers[counts[i] as number] as number) * idfOf(level) });
  }
  return weighed;
}

function compareOrder(order: Uint32Array, a: number, b: number): number {
  return (order[a] as number) - (order[b] as number);
}
