import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../news/search/catalog.ts';
import { countShards, type Shard, shardOf } from '../news/search/directory.ts';
import { hashOf } from './named-file.ts';

/** Collects which bundles hold which tokens, in any order of the bundles, and writes the directory. */
export class DirectoryFiles {
  readonly #bundles: number;
  /** Token → bits of the bundles that hold it. */
  readonly #sets = new Map<string, bigint>();

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
    for (const token of readFileSync(file, 'utf8').split('\n')) {
      this.#sets.set(token, (this.#sets.get(token) ?? 0n) | bit);
    }
  }

  /** Writes it below `folder`, one file a shard. */
  write(folder: string): Pick<Catalog, 'directory'> {
    if (this.#bundles < 2) return {};
    const shards = countShards(this.#sets.size);
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
    const keys = new Map<bigint, string>();
    for (const [token, bits] of this.#sets) {
      let key = keys.get(bits);
      if (key === undefined) {
        key = bits.toString(16);
        keys.set(bits, key);
      }
      const list = lists[shardOf(token, shards)];
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
