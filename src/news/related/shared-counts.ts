import { REPRINT_WINDOW_MS } from './reprint-pair.ts';
import type { ShingleTable } from './shingle-table.ts';

/** How many shingles a row shares with those before it. */
export class SharedCounts {
  readonly #dates: Float64Array;
  readonly #changed: Uint8Array;
  readonly #counts: Int32Array;
  readonly #touched: number[] = [];

  constructor(dates: Float64Array, changed: Uint8Array) {
    this.#dates = dates;
    this.#changed = changed;
    this.#counts = new Int32Array(dates.length);
  }

  /** Counts those in a table, within the window, and with one of the two changed. */
  count(table: ShingleTable, shingles: Uint32Array, row: number): void {
    const since = (this.#dates[row] as number) - REPRINT_WINDOW_MS;
    const isChanged = this.#changed[row] === 1;
    const { next, hashes, owners } = table;
    for (let i = 0; i < shingles.length; i++) {
      const hash = shingles[i] as number;
      for (let at = table.headOf(hash); at >= 0; at = next[at] as number) {
        if (hashes[at] !== hash) continue;
        const other = owners[at] as number;
        // A shingle's rows come latest first: those that follow are older still.
        if ((this.#dates[other] as number) < since) break;
        if (!isChanged && this.#changed[other] !== 1) continue;
        const count = this.#counts[other] as number;
        if (count === 0) this.#touched.push(other);
        this.#counts[other] = count + 1;
      }
    }
  }

  /** Gives what was counted, in order of first sight, and forgets it. */
  take(visit: (row: number, count: number) => void): void {
    for (const row of this.#touched) {
      const count = this.#counts[row] as number;
      this.#counts[row] = 0;
      visit(row, count);
    }
    this.#touched.length = 0;
  }
}
