import type { Draft } from './draft.ts';
import type { Preparation } from './preparation.ts';
import type { RankedList, Ranker } from './ranking.ts';

/**
 * The previous run's lists that still hold, by row, in new row numbers; the others are undefined.
 *
 * A list holds when nothing about its page, its entries and its pins changed, none of them is gone,
 * and no changed document scores enough to enter it. A document below a full list's last entry has
 * no influence on it, nor has one that was passed over.
 */
export function keepLists(
  { previous, oldRows, documents }: Draft,
  { changed, input }: Preparation,
  ranker: Ranker,
): (RankedList | undefined)[] {
  const kept: (RankedList | undefined)[] = documents.map(() => undefined);
  const count = changed.reduce((sum, one) => sum + one, 0);
  if (!previous || count > documents.length * MOSTLY_CHANGED) return kept;

  const newRows = new Int32Array(previous.ids.length).fill(-1);
  for (const [row, old] of oldRows.entries()) {
    if (old >= 0 && !changed[row]) newRows[old] = row;
  }
  for (let row = 0; row < kept.length; row++) {
    const old = oldRows[row] as number;
    if (old < 0 || changed[row]) continue;
    const list = previous.lists[old] as RankedList;
    const pins = input.pins.subarray(input.pinStarts[row], input.pinStarts[row + 1]);
    if (pins.some((pin) => changed[pin] === 1)) continue;
    if (list.entries.some((entry) => (newRows[entry.row] as number) < 0)) continue;
    const entries = list.entries.map((entry) => ({ ...entry, row: newRows[entry.row] as number }));
    kept[row] = { entries, threshold: list.threshold };
  }
  for (let row = 0; row < kept.length; row++) {
    if (!changed[row]) continue;
    ranker.forEachReached(row, (reached, score) => {
      const list = kept[reached];
      if (list && score >= list.threshold - ROUNDING) kept[reached] = undefined;
    });
  }
  return kept;
}

/** From this share of changed documents on, looking for what still holds costs more than it saves. */
const MOSTLY_CHANGED = 0.25;
/** More than sums of 96 products below 1 can differ by their order. */
const ROUNDING = 1e-9;
