/**
 * Numbers by words of two characters, a word being given as the 32 bits of its two UTF-16 units: a
 * table with open addressing, which asks less of the processor's cache than a `Map` of strings.
 */
export class PairNumbers {
  #pairs = new Int32Array(2 ** 14);
  #numbers = new Int32Array(2 ** 14).fill(NONE);
  #size = 0;

  get(pair: number): number | undefined {
    const number = this.#numbers[this.#place(pair)] as number;
    return number === NONE ? undefined : number;
  }

  /** Adds a pair that is not there yet; `number` is -1 or more. */
  set(pair: number, number: number): void {
    if (this.#size++ > this.#pairs.length / 2) this.#grow();
    const place = this.#place(pair);
    this.#pairs[place] = pair;
    this.#numbers[place] = number;
  }

  /** Where a pair stands or would stand. */
  #place(pair: number): number {
    const mask = this.#pairs.length - 1;
    // Knuth's multiplicative hash; its high bits are the good ones.
    let place = (Math.imul(pair, 0x9e3779b1) >>> 12) & mask;
    while (this.#numbers[place] !== NONE && this.#pairs[place] !== pair) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [pairs, numbers] = [this.#pairs, this.#numbers];
    this.#pairs = new Int32Array(pairs.length * 2);
    this.#numbers = new Int32Array(pairs.length * 2).fill(NONE);
    for (const [old, number] of numbers.entries()) {
      if (number === NONE) continue;
      const place = this.#place(pairs[old] as number);
      this.#pairs[place] = pairs[old] as number;
      this.#numbers[place] = number;
    }
  }
}

const NONE = -2;
