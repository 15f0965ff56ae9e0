import { rowBounds } from './analyses.ts';
import { ScoreHeap } from './score-heap.ts';
import { type RankingInput, Scorer } from './scoring.ts';

/** One entry of a list. */
export interface RankedEntry {
  row: number;
  score: number;
  /** Numbers of up to three shared terms, by contribution. */
  why: number[];
}

/** A list, and the score below which no other document can have any influence on it. */
export interface RankedList {
  entries: RankedEntry[];
  threshold: number;
}

/** Why a document that shares words with an article is not in its list. */
export type Omission =
  | 'reprint-of-page'
  | 'reprint-of-listed'
  | 'pinned'
  | 'below-floor'
  | 'few-terms'
  | 'series'
  | 'beyond-length'
  | 'alone';

/** Most entries of a list, pins included; more only when an editor pinned more. */
export const LIST_LENGTH = 10;
/** Below this score two articles share vocabulary, not a subject. */
export const FLOOR = 0.04;

/** Ranks rows of one input, one after another; keeps scratch space between calls. */
export class Ranker {
  readonly #input: RankingInput;
  readonly #scorer: Scorer;

  constructor(input: RankingInput) {
    this.#input = input;
    this.#scorer = new Scorer(input);
  }

  /**
   * The list of a row: pins first, then by score, ties by row; without pins a single entry is no
   * list. `omit` hears of the candidates left out, best first.
   */
  rank(row: number, omit?: (entry: RankedEntry, reason: Omission) => void): RankedList {
    const scorer = this.#scorer;
    scorer.load(row);
    const entries = this.#pinned(row);
    const pinned = entries.length;
    const seriesCounts = new Map<number, number>();
    for (const entry of entries) this.#countSeries(seriesCounts, entry.row);
    let threshold = pinned < LIST_LENGTH ? FLOOR : Number.POSITIVE_INFINITY;
    const candidates = this.#candidates(omit ? FLOOR / 2 : FLOOR);
    while (candidates.size > 0 && (omit || entries.length < LIST_LENGTH)) {
      const { row: target, score } = candidates.pop();
      const terms = scorer.sharedTerms(target);
      const entry: RankedEntry = { row: target, score, why: terms.slice(0, WHY_TERMS) };
      const reason = this.#reasonAgainst(row, entry, terms.length, entries, seriesCounts);
      if (reason) {
        omit?.(entry, reason);
        continue;
      }
      entries.push(entry);
      this.#countSeries(seriesCounts, target);
      if (entries.length === LIST_LENGTH) threshold = score;
    }
    if (pinned > 0 || entries.length >= LEAST_AUTOMATIC) return { entries, threshold };
    for (const entry of entries) omit?.(entry, 'alone');
    return { entries: [], threshold };
  }

  /**
   * Calls `visit` with the rows in whose lists `row` may stand, as far as scores decide, and the
   * score it has there, give or take the rounding of sums in another order.
   */
  forEachReached(row: number, visit: (reached: number, score: number) => void): void {
    const scorer = this.#scorer;
    scorer.load(row);
    scorer.forEach(FLOOR * 0.99, (reached) => visit(reached, scorer.score(reached, true)));
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
      score: this.#scorer.score(target),
      why: this.#scorer.sharedTerms(target).slice(0, WHY_TERMS),
    }));
  }

  #candidates(least: number): ScoreHeap {
    const heap = new ScoreHeap();
    this.#scorer.forEach(least, (target) => {
      const score = this.#scorer.score(target);
      if (score >= least) heap.add(target, score);
    });
    return heap;
  }

  #reasonAgainst(
    page: number,
    { row, score }: RankedEntry,
    terms: number,
    entries: readonly RankedEntry[],
    seriesCounts: ReadonlyMap<number, number>,
  ): Omission | undefined {
    const { canonical, series } = this.#input;
    if (canonical[row] === canonical[page]) return 'reprint-of-page';
    if (canonical[row] !== row) return 'reprint-of-listed';
    if (entries.some((entry) => entry.row === row)) return 'pinned';
    if (score < FLOOR) return 'below-floor';
    if (terms < LEAST_TERMS) return 'few-terms';
    if (entries.length >= LIST_LENGTH) return 'beyond-length';
    return (seriesCounts.get(series[row] as number) ?? 0) >= SERIES_CAP ? 'series' : undefined;
  }

  #countSeries(counts: Map<number, number>, row: number): void {
    const key = this.#input.series[row] as number;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

const WHY_TERMS = 3;
const LEAST_TERMS = 2;
const LEAST_AUTOMATIC = 2;
const SERIES_CAP = 2;
