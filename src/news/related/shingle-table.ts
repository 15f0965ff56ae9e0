import { type Analyses, rowBounds } from './analyses.ts';

/**
 * Which rows have a shingle: a chained hash table of fixed room in typed arrays. A shingle's rows
 * come latest first, so that who looks for recent ones can stop.
 */
export class ShingleTable {
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #hashes: Uint32Array;
  readonly #owners: Int32Array;
  readonly #shift: number;
  #count = 0;

  /** With room for the shingles of `rows`. */
  constructor(rows: Int32Array, { shingleStarts }: Analyses) {
    let room = 0;
    for (const row of rows) {
      const [start, end] = rowBounds(shingleStarts, row);
      room += end - start;
    }
    const bits = Math.max(8, Math.ceil(Math.log2(room + 1)));
    this.#heads = new Int32Array(2 ** bits).fill(-1);
    this.#shift = 32 - bits;
    this.#next = new Int32Array(room);
    this.#hashes = new Uint32Array(room);
    this.#owners = new Int32Array(room);
  }

  add(row: number, shingles: Uint32Array): void {
    for (const hash of shingles) {
      const bucket = hash >>> this.#shift;
      const at = this.#count++;
      this.#next[at] = this.#heads[bucket] as number;
      this.#heads[bucket] = at;
      this.#hashes[at] = hash;
      this.#owners[at] = row;
    }
  }

  /** Calls `visit` with each row that has the shingle, until it gives false. */
  forEachOwner(hash: number, visit: (row: number) => boolean): void {
    let at = this.#heads[hash >>> this.#shift] as number;
    for (; at >= 0; at = this.#next[at] as number) {
      if (this.#hashes[at] === hash && !visit(this.#owners[at] as number)) return;
    }
  }
}
