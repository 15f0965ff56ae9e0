/** A row and its score. */
export interface ScoredRow {
  row: number;
  score: number;
}

/** True when `a` goes before `b`: the higher score, then the lower row. */
export function isBefore(a: ScoredRow, b: ScoredRow): boolean {
  return a.score > b.score || (a.score === b.score && a.row < b.row);
}

/**
 * The best `size` of the rows offered, whatever the order they come in: a binary heap with the
 * last of them on top.
 */
export class Pool {
  readonly #items: ScoredRow[] = [];
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** The least score that could still get in; 0 while there is room. */
  get floor(): number {
    return this.#items.length < this.#size ? 0 : (this.#items[0] as ScoredRow).score;
  }

  offer(row: number, score: number): void {
    const item = { row, score };
    const items = this.#items;
    if (items.length < this.#size) {
      items.push(item);
      this.#rise(items.length - 1);
    } else if (isBefore(item, items[0] as ScoredRow)) {
      items[0] = item;
      this.#sink();
    }
  }

  /** The rows in the pool, in no useful order. */
  get items(): readonly ScoredRow[] {
    return this.#items;
  }

  clear(): void {
    this.#items.length = 0;
  }

  #rise(from: number): void {
    const items = this.#items;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(items[parent] as ScoredRow, items[at] as ScoredRow)) return;
      swap(items, parent, at);
      at = parent;
    }
  }

  #sink(): void {
    const items = this.#items;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) return;
      const right = items[child + 1];
      if (right && isBefore(items[child] as ScoredRow, right)) child++;
      if (!isBefore(items[at] as ScoredRow, items[child] as ScoredRow)) return;
      swap(items, at, child);
      at = child;
    }
  }
}

function swap(items: ScoredRow[], a: number, b: number): void {
  const held = items[a] as ScoredRow;
  items[a] = items[b] as ScoredRow;
  items[b] = held;
}
