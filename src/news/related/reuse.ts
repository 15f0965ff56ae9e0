import type { Draft } from './draft.ts';
import { findShare, invertVectors, type Postings } from './postings.ts';
import type { Preparation } from './preparation.ts';
import { FLOOR, type RankedList } from './ranking.ts';
import {
  Accumulator,
  Comparison,
  type RankingInput,
  type SearchLimits,
  standingFactor,
} from './scoring.ts';
import type { RelatedState } from './state.ts';

/**
 * The previous run's lists that still hold, by row, in new row numbers; the others are undefined.
 *
 * A list holds when its page, its pins and the terms it is searched with are what they were, none of
 * its candidates is gone or changed, and no further candidate is good enough for the list or pushes
 * one of its entries out. All of this can be told from first scores and the list's own figures.
 */
export function keepLists(draft: Draft, preparation: Preparation): (RankedList | undefined)[] {
  const { previous, oldRows, documents } = draft;
  const { changed, redirected, input, state } = preparation;
  const kept: (RankedList | undefined)[] = documents.map(() => undefined);
  const count = changed.reduce((sum, one) => sum + one, 0);
  if (!previous || count > documents.length * MOSTLY_CHANGED) return kept;

  const newRows = new Int32Array(previous.ids.length).fill(-1);
  for (const [row, old] of oldRows.entries()) {
    if (old >= 0 && !changed[row]) newRows[old] = row;
  }
  for (let row = 0; row < kept.length; row++) {
    const pins = input.pins.subarray(input.pinStarts[row], input.pinStarts[row + 1]);
    if (changed[row] || redirected[row] || pins.some((pin) => changed[pin] === 1)) continue;
    kept[row] = previous.lists[oldRows[row] as number];
  }
  const reach = new Reach(kept, preparation, draft.limits);
  for (let old = 0; old < newRows.length; old++) {
    if ((newRows[old] as number) < 0 && previous.canonical[old] === old)
      reach.remove(previous, old);
  }
  for (let row = 0; row < kept.length; row++) {
    if (changed[row] && input.canonical[row] === row) reach.add(state, row);
  }
  return kept.map((list) => list && renumber(list, newRows));
}

/** From this share of changed documents on, looking for what still holds costs more than it saves. */
const MOSTLY_CHANGED = 0.25;
/** A share that no sum of squares reaches. */
const WHOLE = 2;
/** More than sums of 48 products below 1 can differ by their order. */
const ROUNDING = 1e-9;

type Known = Pick<RelatedState, 'vectors' | 'dates' | 'digests'>;

/** Finds the lists that a document, there before or there now, is a candidate for. */
class Reach {
  readonly #kept: (RankedList | undefined)[];
  readonly #input: RankingInput;
  readonly #headsByTerm: Postings;
  readonly #indexShare: number;
  readonly #sums: Accumulator;
  readonly #comparison: Comparison;

  constructor(
    kept: (RankedList | undefined)[],
    { input, state }: Preparation,
    limits: SearchLimits,
  ) {
    const vocabulary = state.analyses.vocabulary.length;
    this.#kept = kept;
    this.#input = input;
    this.#headsByTerm = invertVectors(input.heads, vocabulary, WHOLE);
    this.#indexShare = limits.indexShare;
    this.#sums = new Accumulator(input.dates.length);
    this.#comparison = new Comparison(input);
  }

  /** Drops the lists that had the document among their candidates. */
  remove(known: Known, row: number): void {
    this.#forEachPage(known, row, (page) => {
      this.#kept[page] = undefined;
    });
  }

  /** Drops the lists that the document changes; counts it as a candidate of the others. */
  add(known: Known, row: number): void {
    this.#comparison.load(row);
    this.#forEachPage(known, row, (page, list, factor) => {
      const likeness = this.#comparison.cosine(page);
      const isGood = likeness >= FLOOR - ROUNDING && likeness * factor >= list.last - ROUNDING;
      this.#kept[page] = isGood || list.slack < 1 ? undefined : { ...list, slack: list.slack - 1 };
    });
  }

  #forEachPage(
    { vectors, dates, digests }: Known,
    row: number,
    visit: (page: number, list: RankedList, factor: number) => void,
  ): void {
    const from = vectors.starts[row] as number;
    const to = findShare(vectors, row, this.#indexShare);
    const terms = vectors.terms.subarray(from, to);
    this.#sums.load(this.#headsByTerm, terms, vectors.weights.subarray(from, to));
    for (const page of this.#sums.touched) {
      const list = this.#kept[page];
      const sum = this.#sums.sums[page] as number;
      if (!list || sum < list.floor - ROUNDING) continue;
      const apart = (this.#input.dates[page] as number) - (dates[row] as number);
      const isDigestOnReport = digests[row] === 1 && this.#input.digests[page] !== 1;
      const factor = standingFactor(apart, isDigestOnReport);
      if (sum * factor >= list.floor - ROUNDING) visit(page, list, factor);
    }
  }
}

function renumber(list: RankedList, newRows: Int32Array): RankedList | undefined {
  const { entries } = list;
  if (entries.some(({ row }) => (newRows[row] as number) < 0)) return undefined;
  return {
    ...list,
    entries: entries.map((entry) => ({ ...entry, row: newRows[entry.row] as number })),
  };
}
