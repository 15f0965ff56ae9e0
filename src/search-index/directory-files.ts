import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../news/search/catalog.ts';
import { countShards, type Shard, shardOf } from '../news/search/directory.ts';
import { hashOf } from './named-file.ts';

/** Collects which bundles hold which tokens, in any order of the bundles, and writes the directory. */
export class DirectoryFiles {
  readonly #bundles: number;
  /** Token → index of the set of bundles that hold it: far fewer sets than tokens. */
  readonly #setOf = new Map<string, number>();
  /** Bits of each set. */
  readonly #sets: bigint[] = [0n];
  readonly #indexes = new Map<bigint, number>();

  /** @param bundles how many there will be; a single one needs no directory */
  constructor(bundles: number) {
    this.#bundles = bundles;
  }

  /**
   * @param index of the bundle, newest first
   * @param file its distinct tokens, one a line
   */
  add(index: number, file: string): void {
    if (this.#bundles < 2) return;
    const bit = 1n << BigInt(this.#bundles - 1 - index);
    const larger = new Map<number, number>();
    for (const token of readFileSync(file, 'utf8').split('\n')) {
      const set = this.#setOf.get(token) ?? 0;
      let next = larger.get(set);
      if (next === undefined) {
        next = this.#indexOf((this.#sets[set] ?? 0n) | bit);
        larger.set(set, next);
      }
      this.#setOf.set(token, next);
    }
  }

  #indexOf(bits: bigint): number {
    const known = this.#indexes.get(bits);
    if (known !== undefined) return known;
    this.#indexes.set(bits, this.#sets.length);
    return this.#sets.push(bits) - 1;
  }

  /** Writes it below `folder`, one file a shard. */
  write(folder: string): Pick<Catalog, 'directory'> {
    if (this.#bundles < 2) return {};
    const shards = countShards(this.#setOf.size);
    const contents = this.#sort(shards).map((list) => JSON.stringify(toShard(list)));
    const directory = { path: `directory-${hashOf(contents).slice(0, 12)}`, shards };
    mkdirSync(path.join(folder, directory.path));
    for (const [index, content] of contents.entries()) {
      writeFileSync(path.join(folder, directory.path, `${index}.json`), content);
    }
    return { directory };
  }

  #sort(shards: number): Map<string, string[]>[] {
    const lists = Array.from({ length: shards }, () => new Map<string, string[]>());
    const keys = this.#sets.map((bits) => bits.toString(16));
    for (const [token, set] of this.#setOf) {
      const list = lists[shardOf(token, shards)];
      const key = keys[set] ?? '';
      const tokens = list?.get(key);
      if (tokens) tokens.push(token);
      else list?.set(key, [token]);
    }
    return lists;
  }
}

function toShard(list: ReadonlyMap<string, string[]>): Shard {
  const entries = [...list].map(([key, tokens]) => [key, tokens.sort().join(' ')] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
