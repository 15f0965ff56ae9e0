/** The distinct tokens of a bundle, one a line, in the order in which the directory lists them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { hashToken } from '../news/search/directory.ts';

export function writeTokens(file: string, tokens: Iterable<string>): void {
  const hashed = Array.from(tokens, (token) => ({ token, hash: hashToken(token) }));
  hashed.sort((a, b) => a.hash - b.hash || (a.token < b.token ? -1 : 1));
  writeFileSync(file, hashed.map(({ token }) => token).join('\n'));
}

export function readTokens(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return text === '' ? [] : text.split('\n');
}

/**
 * The tokens of all files with the files that hold each, a run of neighbours at a time: files are
 * read side by side, and the archive's tokens are never all in memory.
 * @param runs how many: the first has the tokens whose hash is in the first of that many equal parts
 * @returns of each run, its tokens with a bit for each file, bit 0 for the first
 */
export function* gatherTokens(
  files: readonly string[],
  runs: number,
): Generator<Map<string, bigint>> {
  const cursors = files.map((file) => new TokenCursor(file));
  for (let run = 1; run <= runs; run++) {
    const end = (run / runs) * 2 ** 32;
    const gathered = new Map<string, bigint>();
    for (const [index, cursor] of cursors.entries()) {
      const bit = 1n << BigInt(index);
      for (const token of cursor.takeBelow(end)) {
        gathered.set(token, (gathered.get(token) ?? 0n) | bit);
      }
    }
    yield gathered;
  }
}

class TokenCursor {
  readonly #text: string;
  #start = 0;

  constructor(file: string) {
    this.#text = readFileSync(file, 'utf8');
  }

  /** The next tokens whose hash is below `end`. */
  *takeBelow(end: number): Generator<string> {
    while (this.#start < this.#text.length) {
      const line = this.#text.indexOf('\n', this.#start);
      const stop = line === -1 ? this.#text.length : line;
      const token = this.#text.slice(this.#start, stop);
      if (hashToken(token) >= end) return;
      this.#start = stop + 1;
      yield token;
    }
  }
}
