import { rowBounds, type ShingleSamples } from './analyses.ts';

/**
 * Which rows have a shingle: a chained hash table of fixed room in typed arrays. A shingle's rows
 * come latest first, so that who looks for recent ones can stop: from `headOf` on along `next`, where
 * `hashes` has the shingle, `owners` has a row. Open to its reader, since a call for each of a
 * hundred million entries would cost more than the entries.
 */
export class ShingleTable {
  readonly #heads: Int32Array;
  readonly next: Int32Array;
  readonly hashes: Uint32Array;
  readonly owners: Int32Array;
  readonly #shift: number;
  #count = 0;

  /** With room for the shingles of `rows`. */
  constructor(rows: Int32Array, { shingleStarts }: ShingleSamples) {
    let room = 0;
    for (const row of rows) {
      const [start, end] = rowBounds(shingleStarts, row);
      room += end - start;
    }
    const bits = Math.max(8, Math.ceil(Math.log2(room + 1)));
    this.#heads = new Int32Array(2 ** bits).fill(-1);
    this.#shift = 32 - bits;
    this.next = new Int32Array(room);
    this.hashes = new Uint32Array(room);
    this.owners = new Int32Array(room);
  }

  add(row: number, shingles: Uint32Array): void {
    for (const hash of shingles) {
      const bucket = hash >>> this.#shift;
      const at = this.#count++;
      this.next[at] = this.#heads[bucket] as number;
      this.#heads[bucket] = at;
      this.hashes[at] = hash;
      this.owners[at] = row;
    }
  }

  /** Place of the latest entry in the chain that a shingle is in; -1 for none. */
  headOf(hash: number): number {
    return this.#heads[hash >>> this.#shift] as number;
  }
}
