import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../news/search/catalog.ts';
import { countShards, type Shard, shardOf } from '../news/search/directory.ts';
import { hashOf } from './named-file.ts';

/** Bundles that hold a token: `index` and those of `rest`, all of which were added before. */
interface BundleSet {
  index: number;
  rest: BundleSet | undefined;
}

/** Collects which bundles hold which tokens, in any order of the bundles, and writes the directory. */
export class DirectoryFiles {
  readonly #bundles: number;
  /** One for each combination of bundles: far fewer than tokens. */
  readonly #setOf = new Map<string, BundleSet>();

  /** @param bundles how many there will be; a single one needs no directory */
  constructor(bundles: number) {
    this.#bundles = bundles;
  }

  /**
   * Adds a bundle, once.
   * @param index of the bundle, newest first
   * @param file its distinct tokens, one a line
   */
  add(index: number, file: string): void {
    if (this.#bundles < 2) return;
    // No set held this bundle before: what grows by it is found by what it grew from.
    const grown = new Map<BundleSet | undefined, BundleSet>();
    for (const token of readFileSync(file, 'utf8').split('\n')) {
      const rest = this.#setOf.get(token);
      const set = grown.get(rest) ?? { index, rest };
      grown.set(rest, set);
      this.#setOf.set(token, set);
    }
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
    const keys = new Map<BundleSet, string>();
    for (const [token, set] of this.#setOf) {
      const list = lists[shardOf(token, shards)];
      const key = keys.get(set) ?? this.#keyOf(set);
      keys.set(set, key);
      const tokens = list?.get(key);
      if (tokens) tokens.push(token);
      else list?.set(key, [token]);
    }
    return lists;
  }

  /** A bit for each bundle, the newest the highest, as hexadecimal. */
  #keyOf(set: BundleSet): string {
    let bits = 0n;
    for (let next: BundleSet | undefined = set; next; next = next.rest) {
      bits |= 1n << BigInt(this.#bundles - 1 - next.index);
    }
    return bits.toString(16);
  }
}

function toShard(list: ReadonlyMap<string, string[]>): Shard {
  const entries = [...list].map(([key, tokens]) => [key, tokens.sort().join(' ')] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
