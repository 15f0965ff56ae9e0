/** A row and its score. */
export interface ScoredRow {
  row: number;
  score: number;
}

/**
 * Rows from the highest score down, ties by the lower row. Ordered only as far as it is read: a
 * page's candidates may be thousands, its list is ten.
 */
export class ScoreHeap {
  readonly #items: ScoredRow[] = [];
  #isHeap = false;

  get size(): number {
    return this.#items.length;
  }

  add(row: number, score: number): void {
    this.#items.push({ row, score });
    this.#isHeap = false;
  }

  /** Takes the best out; must not be empty. */
  pop(): ScoredRow {
    const items = this.#items;
    if (!this.#isHeap) {
      for (let at = (items.length >> 1) - 1; at >= 0; at--) this.#sink(at);
      this.#isHeap = true;
    }
    const best = items[0] as ScoredRow;
    const last = items.pop() as ScoredRow;
    if (items.length > 0) {
      items[0] = last;
      this.#sink(0);
    }
    return best;
  }

  #sink(from: number): void {
    const items = this.#items;
    const item = items[from] as ScoredRow;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      const right = items[child + 1];
      if (right && isBefore(right, items[child] as ScoredRow)) child++;
      if (!isBefore(items[child] as ScoredRow, item)) break;
      items[at] = items[child] as ScoredRow;
      at = child;
    }
    items[at] = item;
  }
}

function isBefore(a: ScoredRow, b: ScoredRow): boolean {
  return a.score > b.score || (a.score === b.score && a.row < b.row);
}
