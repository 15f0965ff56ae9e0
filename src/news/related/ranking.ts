import { rowBounds } from './analyses.ts';
import { isBefore, Pool, type ScoredRow } from './pool.ts';
import { Accumulator, Comparison, type RankingInput, standingFactor } from './scoring.ts';

/** One entry of a list. */
export interface RankedEntry extends ScoredRow {
  /** Numbers of up to three shared terms, by contribution. */
  why: number[];
}

/** A list, and what tells whether it holds when documents are added (see `Ranker`). */
export interface RankedList {
  entries: RankedEntry[];
  /** A document whose first score is lower is no candidate. */
  floor: number;
  /** What the score of a further candidate must reach to enter a full list; 0 for others. */
  last: number;
  /** How many further candidates can push others out before an entry is among those. */
  slack: number;
}

/** Why a candidate is not in a list. */
export type Omission =
  | 'pinned'
  | 'below-floor'
  | 'few-terms'
  | 'series'
  | 'beyond-length'
  | 'weak-list'
  | 'alone';

/**
 * Ranks rows of one input, one after another; keeps scratch space between calls.
 *
 * A list is found in two steps: a first score from the page's heaviest terms picks `poolSize`
 * candidates out of all canonical documents, then the whole vectors decide among these.
 */
export class Ranker {
  readonly #input: RankingInput;
  readonly #sums: Accumulator;
  readonly #comparison: Comparison;
  readonly #pool: Pool;

  constructor(input: RankingInput) {
    this.#input = input;
    this.#pool = new Pool(input.poolSize);
    this.#sums = new Accumulator(input.dates.length);
    this.#comparison = new Comparison(input);
  }

  /**
   * The list of a row: pins first, then by score, ties by row. Without pins it is empty unless it
   * has two entries and the best of them is convincing. `omit` hears of candidates left out, best
   * first.
   */
  rank(row: number, omit?: (entry: RankedEntry, reason: Omission) => void): RankedList {
    this.#comparison.load(row);
    const entries = this.#pinned(row);
    const pinned = entries.length;
    const seriesCounts = new Map<number, number>();
    for (const entry of entries) this.#countSeries(seriesCounts, entry.row);
    const { candidates, floor } = this.#candidates(row);
    let best = 0;
    for (const { row: target, score, likeness } of candidates) {
      if (!omit && entries.length >= LIST_LENGTH) break;
      if (!omit && likeness < FLOOR) continue;
      const shared = this.#comparison.shared(target, WHY_TERMS);
      const entry: RankedEntry = { row: target, score, why: shared.terms };
      const reason = this.#reasonAgainst(entry, likeness, shared.count, entries, seriesCounts);
      if (reason) {
        omit?.(entry, reason);
        continue;
      }
      entries.push(entry);
      best = Math.max(best, likeness);
      this.#countSeries(seriesCounts, target);
    }
    const list = { entries, floor, last: 0, slack: this.#slack(entries.slice(pinned)) };
    if (entries.length >= LIST_LENGTH) {
      const isOpen = entries.length > pinned;
      list.last = isOpen ? (entries.at(-1) as RankedEntry).score : Number.POSITIVE_INFINITY;
    }
    const weakness = pinned > 0 ? undefined : weaknessOf(entries, best);
    if (!weakness) return list;
    for (const entry of entries) omit?.(entry, weakness);
    return { ...list, entries: [], last: 0, slack: this.#input.poolSize };
  }

  /** Room in the pool, and members that come after all of `entries` by first score. */
  #slack(entries: readonly RankedEntry[]): number {
    const { items } = this.#pool;
    const rows = new Set(entries.map(({ row }) => row));
    let least = Number.POSITIVE_INFINITY;
    for (const { row, score } of items) if (rows.has(row)) least = Math.min(least, score);
    return this.#input.poolSize - items.filter(({ score }) => score >= least).length;
  }

  #pinned(row: number): RankedEntry[] {
    const { pinStarts, pins, canonical } = this.#input;
    const [from, to] = rowBounds(pinStarts, row);
    const shown = new Set<number>();
    for (const pin of pins.subarray(from, to)) {
      const target = canonical[pin] as number;
      if (target !== canonical[row]) shown.add(target);
    }
    return [...shown].map((target) => ({
      row: target,
      score: this.#comparison.cosine(target) * this.#factor(row, target),
      why: this.#comparison.shared(target, WHY_TERMS).terms,
    }));
  }

  #candidates(row: number): { candidates: Candidate[]; floor: number } {
    const { heads, postings, canonical } = this.#input;
    const [from, to] = rowBounds(heads.starts, row);
    this.#sums.load(postings, heads.terms.subarray(from, to), heads.weights.subarray(from, to));
    const { sums, touched } = this.#sums;
    const pool = this.#pool;
    pool.clear();
    const own = canonical[row] as number;
    let { floor } = pool;
    for (let i = 0; i < touched.length; i++) {
      const other = touched[i] as number;
      const sum = sums[other] as number;
      if (sum < floor || other === own) continue;
      pool.offer(other, sum * this.#factor(row, other));
      floor = pool.floor;
    }
    const candidates = pool.items.map(({ row: other }) => {
      const likeness = this.#comparison.cosine(other);
      return { row: other, likeness, score: likeness * this.#factor(row, other) };
    });
    candidates.sort((a, b) => (isBefore(a, b) ? -1 : 1));
    return { candidates, floor };
  }

  #factor(page: number, listed: number): number {
    const { dates, digests } = this.#input;
    const isDigestOnReport = digests[listed] === 1 && digests[page] !== 1;
    return standingFactor((dates[page] as number) - (dates[listed] as number), isDigestOnReport);
  }

  #reasonAgainst(
    { row }: RankedEntry,
    likeness: number,
    terms: number,
    entries: readonly RankedEntry[],
    seriesCounts: ReadonlyMap<number, number>,
  ): Omission | undefined {
    if (entries.some((entry) => entry.row === row)) return 'pinned';
    if (likeness < FLOOR) return 'below-floor';
    if (terms < LEAST_TERMS) return 'few-terms';
    if (entries.length >= LIST_LENGTH) return 'beyond-length';
    const same = seriesCounts.get(this.#input.series[row] as number) ?? 0;
    return same >= SERIES_CAP ? 'series' : undefined;
  }

  #countSeries(counts: Map<number, number>, row: number): void {
    const key = this.#input.series[row] as number;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

/** Most entries of a list, pins included; more only when an editor pinned more. */
const LIST_LENGTH = 10;
/** Below this cosine two articles share vocabulary, not a subject. */
export const FLOOR = 0.06;
/** The cosine that one entry of a list must reach, or the list is not worth showing. */
const CONVINCING = 0.12;
const LEAST_AUTOMATIC = 2;
const LEAST_TERMS = 2;
const SERIES_CAP = 2;
const WHY_TERMS = 3;

interface Candidate extends ScoredRow {
  /** Cosine of page and candidate, without regard to recency. */
  likeness: number;
}

function weaknessOf(entries: readonly RankedEntry[], best: number): Omission | undefined {
  if (entries.length < LEAST_AUTOMATIC) return 'alone';
  return best < CONVINCING ? 'weak-list' : undefined;
}
