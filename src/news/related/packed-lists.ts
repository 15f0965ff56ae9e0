import type { RankedList } from './ranking.ts';

/** Lists in columns: a few arrays store and travel between threads faster than many objects. */
export interface PackedLists {
  /** Of list `i`, entries `starts[i]` to `starts[i + 1]`. */
  starts: Uint32Array;
  rows: Uint32Array;
  scores: Float64Array;
  /** Three terms an entry; -1 for none. */
  why: Int32Array;
  /** Floor, last and slack, list after list. */
  figures: Float64Array;
}

/** Packs lists; `unpackLists` gives equal ones back. */
export function packLists(lists: readonly RankedList[]): PackedLists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, { entries }] of lists.entries()) {
    starts[i + 1] = (starts[i] as number) + entries.length;
  }
  const total = starts[lists.length] as number;
  const packed: PackedLists = {
    starts,
    rows: new Uint32Array(total),
    scores: new Float64Array(total),
    why: new Int32Array(total * WHY).fill(-1),
    figures: new Float64Array(lists.length * FIGURES),
  };
  for (const [i, { entries, floor, last, slack }] of lists.entries()) {
    packed.figures[i * FIGURES] = floor;
    packed.figures[i * FIGURES + 1] = last;
    packed.figures[i * FIGURES + 2] = slack;
    for (const [place, { row, score, why }] of entries.entries()) {
      const at = (starts[i] as number) + place;
      packed.rows[at] = row;
      packed.scores[at] = score;
      for (let k = 0; k < why.length; k++) packed.why[at * WHY + k] = why[k] as number;
    }
  }
  return packed;
}

export function unpackLists({ starts, rows, scores, why, figures }: PackedLists): RankedList[] {
  return Array.from({ length: starts.length - 1 }, (_, i) => {
    const entries: RankedList['entries'] = [];
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
      const terms: number[] = [];
      for (let place = at * WHY; place < (at + 1) * WHY; place++) {
        if ((why[place] as number) >= 0) terms.push(why[place] as number);
      }
      entries.push({ row: rows[at] as number, score: scores[at] as number, why: terms });
    }
    return {
      entries,
      floor: figures[i * FIGURES] as number,
      last: figures[i * FIGURES + 1] as number,
      slack: figures[i * FIGURES + 2] as number,
    };
  });
}

const WHY = 3;
const FIGURES = 3;
