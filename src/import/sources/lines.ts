import { closeSync, openSync, readSync } from 'node:fs';

/** A line of a file, without its end; `text` is undefined where its bytes are not UTF-8. */
export interface Line {
  /** From 1. */
  number: number;
  text: string | undefined;
}

/** Reads a file line by line, holding one line and one block of it. A byte-order mark is dropped. */
export function* readLines(file: string): Generator<Line> {
  const handle = openSync(file, 'r');
  try {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    let pending: Buffer[] = [];
    let number = 0;
    for (;;) {
      const size = readSync(handle, block);
      if (size === 0) break;
      let from = 0;
      for (;;) {
        const end = block.subarray(0, size).indexOf(LINE_FEED, from);
        if (end === -1) break;
        pending.push(block.subarray(from, end));
        yield decode(pending, ++number);
        pending = [];
        from = end + 1;
      }
      // The block is read over: what is left of it must be a copy.
      if (from < size) pending.push(Buffer.from(block.subarray(from, size)));
    }
    if (pending.length > 0) yield decode(pending, ++number);
  } finally {
    closeSync(handle);
  }
}

const BLOCK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(parts: readonly Buffer[], number: number): Line {
  try {
    // The decoder drops a byte-order mark only at the start of what it is given: line 1 in effect.
    return { number, text: utf8.decode(Buffer.concat(parts)) };
  } catch {
    return { number, text: undefined };
  }
}
