import { rowBounds } from './analyses.ts';
import type { Draft } from './draft.ts';
import { invertVectors } from './postings.ts';
import type { Preparation } from './preparation.ts';
import type { RankedList } from './ranking.ts';
import { Accumulator, type Standing, standingFactor } from './scoring.ts';
import type { Vectors } from './vectors.ts';

/**
 * The previous run's lists that still hold, by row, in new row numbers; the others are undefined.
 *
 * A list holds when its page, its pins and the terms it is searched with are what they were, and no
 * changed document was or is among its candidates: it comes from these alone. Whether one is can be
 * told from its first score and the one that the list's last candidate had.
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
  dropReached(kept, preparation, [
    ...standIns(state, (row) => changed[row] === 1),
    ...standIns(previous, (old) => newRows[old] === -1),
  ]);
  return kept.map((list) => list && renumber(list, newRows));
}

/** A document as it may have been or may be a candidate. */
interface StandIn extends Standing {
  terms: Uint32Array;
  weights: Float32Array;
}

/** From this share of changed documents on, looking for what still holds costs more than it saves. */
const MOSTLY_CHANGED = 0.25;
/** More than sums of 32 products below 1 can differ by their order. */
const ROUNDING = 1e-9;

function* standIns(
  { vectors, dates, digests }: { vectors: Vectors; dates: Float64Array; digests: Uint8Array },
  isMeant: (row: number) => boolean,
): Generator<StandIn> {
  for (let row = 0; row < dates.length; row++) {
    if (!isMeant(row)) continue;
    const [from, to] = rowBounds(vectors.starts, row);
    yield {
      terms: vectors.terms.subarray(from, to),
      weights: vectors.weights.subarray(from, to),
      date: dates[row] as number,
      isDigest: digests[row] === 1,
    };
  }
}

/** Drops the lists that one of the documents is or was a candidate of. */
function dropReached(
  kept: (RankedList | undefined)[],
  { input: { heads, dates, digests }, state }: Preparation,
  documents: Iterable<StandIn>,
): void {
  const byTerm = invertVectors(heads, state.analyses.vocabulary.length);
  const accumulator = new Accumulator(dates.length);
  for (const document of documents) {
    accumulator.load(byTerm, document.terms, document.weights);
    for (const page of accumulator.touched) {
      const list = kept[page];
      const sum = accumulator.sums[page] as number;
      if (!list || sum < list.floor - ROUNDING) continue;
      const standing = { date: dates[page] as number, isDigest: digests[page] === 1 };
      const first = sum * standingFactor(standing, document);
      if (first >= list.floor - ROUNDING) kept[page] = undefined;
    }
  }
}

function renumber({ entries, floor }: RankedList, newRows: Int32Array): RankedList | undefined {
  if (entries.some(({ row }) => (newRows[row] as number) < 0)) return undefined;
  return {
    entries: entries.map((entry) => ({ ...entry, row: newRows[entry.row] as number })),
    floor,
  };
}
