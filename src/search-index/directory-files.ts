import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../news/search/catalog.ts';
import { countShards, type Shard, shardOf } from '../news/search/directory.ts';

/**
 * Writes the directory of bundles below `folder`, one file a shard; nothing for a single bundle.
 * @param tokenFiles distinct tokens of each bundle, newest bundle first
 */
export function writeDirectory(
  folder: string,
  tokenFiles: readonly string[],
): Pick<Catalog, 'directory'> {
  if (tokenFiles.length < 2) return {};
  const sets = collectSets(tokenFiles);
  const shards = countShards(sets.size);
  const lists = Array.from({ length: shards }, () => new Map<string, string[]>());
  const keys = new Map<bigint, string>();
  for (const [token, bits] of sets) {
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
  const contents = lists.map((list) => JSON.stringify(toShard(list)));
  const hash = createHash('sha256').update(contents.join('\n')).digest('hex').slice(0, 12);
  const directory = { path: `directory-${hash}`, shards };
  mkdirSync(path.join(folder, directory.path));
  for (const [index, content] of contents.entries()) {
    writeFileSync(path.join(folder, directory.path, `${index}.json`), content);
  }
  return { directory };
}

/** Token → bits of the bundles that hold it; bit 0 is the oldest. */
function collectSets(tokenFiles: readonly string[]): Map<string, bigint> {
  const sets = new Map<string, bigint>();
  for (const [age, file] of [...tokenFiles].reverse().entries()) {
    const bit = 1n << BigInt(age);
    for (const token of readFileSync(file, 'utf8').split('\n')) {
      sets.set(token, (sets.get(token) ?? 0n) | bit);
    }
  }
  return sets;
}

function toShard(list: ReadonlyMap<string, string[]>): Shard {
  const entries = [...list].map(([key, tokens]) => [key, tokens.sort().join(' ')] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
