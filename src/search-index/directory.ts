import path from 'node:path';
import { countShards, GROUP_SIZE, type Shard, shardOf } from '../news/search/directory.ts';
import { TOKENS_FILE } from './bundle.ts';
import {
  type CachedDirectory,
  keepDirectory,
  readDirectory,
  readGroup,
  writeGroup,
} from './directory-cache.ts';
import { isIntact, readSeal } from './sealed-folder.ts';
import { gatherTokens, readTokens } from './token-file.ts';

/**
 * Which of the bundles hold which tokens, shard by shard, in `folder`. What the last build left there
 * is brought up to date by the tokens of bundles that changed, if most did not; the result is the same.
 * @param bundles their folders, oldest first; those of the last build are still there
 */
export function prepareDirectory(folder: string, bundles: readonly string[]): CachedDirectory {
  const previous = readDirectory(folder);
  const directory =
    (previous && updateDirectory(folder, previous, bundles)) ?? makeDirectory(folder, bundles);
  keepDirectory(folder, directory);
  return directory;
}

/** From this share of changed bundles on, making all anew costs less. */
const MOSTLY_CHANGED = 0.25;
/** Enough to count tokens a few at a time. */
const COUNTING_RUNS = 1024;

function makeDirectory(folder: string, bundles: readonly string[]): CachedDirectory {
  const files = bundles.map((bundle) => path.join(bundle, TOKENS_FILE));
  let tokens = 0;
  for (const run of gatherTokens(files, COUNTING_RUNS)) tokens += run.size;
  const shards = countShards(tokens);
  const groups: string[] = [];
  let group: string[] = [];
  for (const holders of gatherTokens(files, shards)) {
    group.push(formatShard(holders));
    if (group.length === Math.min(GROUP_SIZE, shards)) {
      groups.push(writeGroup(folder, group));
      group = [];
    }
  }
  return { bundles: bundles.map((bundle) => path.basename(bundle)), tokens, shards, groups };
}

/** The directory after a change; undefined where it is to be made anew. */
function updateDirectory(
  folder: string,
  previous: CachedDirectory,
  bundles: readonly string[],
): CachedDirectory | undefined {
  const flips = findFlips(previous.bundles, bundles);
  if (!flips) return undefined;
  const groups = [...previous.groups];
  let { tokens } = previous;
  const byShard = Map.groupBy(flips, ([token]) => shardOf(token, previous.shards));
  const byGroup = Map.groupBy(byShard, ([shard]) => Math.floor(shard / GROUP_SIZE));
  for (const [group, changes] of byGroup) {
    const shards = readGroup(folder, groups[group] ?? '');
    for (const [shard, changed] of changes) {
      const place = shard % GROUP_SIZE;
      const holders = parseShard(shards[place] ?? '');
      tokens -= holders.size;
      for (const [token, flip] of changed) {
        const bits = (holders.get(token) ?? 0n) ^ flip;
        if (bits === 0n) holders.delete(token);
        else holders.set(token, bits);
      }
      tokens += holders.size;
      shards[place] = formatShard(holders);
    }
    groups[group] = writeGroup(folder, shards);
  }
  if (countShards(tokens) !== previous.shards) return undefined;
  return { ...previous, bundles: bundles.map((bundle) => path.basename(bundle)), tokens, groups };
}

/**
 * The bits that are to change, by token: a bundle's, for tokens that it holds now and did not, or
 * did and does not. Undefined if most may, or an earlier bundle is gone.
 */
function findFlips(
  previous: readonly string[],
  bundles: readonly string[],
): Map<string, bigint> | undefined {
  const folderOf = (name: string) => path.join(path.dirname(bundles[0] ?? ''), name);
  const places = Array.from({ length: Math.max(previous.length, bundles.length) }, (_, i) => i);
  const changed = places.filter((i) => previous[i] !== (bundles[i] && path.basename(bundles[i])));
  if (changed.length > bundles.length * MOSTLY_CHANGED) return undefined;
  const flips = new Map<string, bigint>();
  for (const place of changed) {
    const [before, now] = [previous[place], bundles[place]];
    const old = before === undefined ? [] : readIntactTokens(folderOf(before));
    if (!old) return undefined;
    const fresh = now === undefined ? [] : readTokens(path.join(now, TOKENS_FILE));
    const bit = 1n << BigInt(place);
    for (const token of new Set(old).symmetricDifference(new Set(fresh))) {
      flips.set(token, (flips.get(token) ?? 0n) | bit);
    }
  }
  return flips;
}

function readIntactTokens(bundle: string): string[] | undefined {
  const seal = readSeal(bundle);
  return seal && isIntact(bundle, seal, TOKENS_FILE)
    ? readTokens(path.join(bundle, TOKENS_FILE))
    : undefined;
}

function formatShard(holders: ReadonlyMap<string, bigint>): string {
  // Not by the bits themselves: maps tell large integers apart by their last 64 bits alone.
  const lists = Map.groupBy(holders, ([, bits]) => bits.toString(16));
  const entries = [...lists].map(([key, list]): [string, string] => {
    const tokens = list.map(([token]) => token).sort();
    return [key, tokens.join(' ')];
  });
  const shard: Shard = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(shard);
}

function parseShard(text: string): Map<string, bigint> {
  const shard = JSON.parse(text) as Shard;
  return new Map(
    Object.entries(shard).flatMap(([key, tokens]) => {
      const bits = BigInt(`0x${key}`);
      return tokens.split(' ').map((token): [string, bigint] => [token, bits]);
    }),
  );
}
