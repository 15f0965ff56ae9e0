/**
 * The directory: which bundles hold a token. It is cut into shards by a hash of the token, so that a
 * query fetches a few small files and then only the bundles that can answer it.
 */
import type { DirectoryEntry } from './catalog.ts';
import type { Step } from './query.ts';

/**
 * Tokens by the bundles that hold them: keys are sets of bundles as hexadecimal bits, bit 0 for the
 * oldest (a new bundle leaves the others' keys alone); values are tokens joined by spaces.
 */
export type Shard = Record<string, string>;

/** The file, relative to the catalog, of the shard that lists the token. */
export function shardFile(token: string, { shards, groups }: DirectoryEntry): string {
  const shard = shardOf(token, shards);
  return fileOfShard(shard, groups[Math.floor(shard / GROUP_SIZE)] ?? '');
}

/** @param group hash of the shard's group */
export function fileOfShard(shard: number, group: string): string {
  return `directory-${group}/${shard}.json`;
}

/** Which shard of `shards`, a power of two, lists the token: the first bits of its hash. */
export function shardOf(token: string, shards: number): number {
  return Math.floor(hashToken(token) * (shards / 2 ** 32));
}

/**
 * 32 bits; tokens in its order are in that of their shards. FNV-1a over UTF-16 units, and the
 * finaliser of MurmurHash3, which makes the first bits depend on all of them.
 */
export function hashToken(token: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index++) {
    hash ^= token.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Which of `count` bundles, newest first, may answer a step: those with all tokens of as many
 * phrases as it asks for.
 * @param shards the shard of each token
 */
export function bundlesWith(
  { phrases, least }: Step,
  shards: ReadonlyMap<string, Shard>,
  count: number,
): boolean[] {
  const sets = phrases.map(({ tokens }) =>
    tokens.reduce((bits, token) => bits & bitsOf(token, shards.get(token) ?? {}), allOf(count)),
  );
  return Array.from({ length: count }, (_, index) => {
    const bit = 1n << BigInt(count - 1 - index);
    return sets.filter((bits) => (bits & bit) !== 0n).length >= least;
  });
}

/** Shards for a number of distinct tokens: about 1.5 KB each as served. */
export function countShards(tokens: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(tokens / TOKENS_PER_SHARD)));
}

const TOKENS_PER_SHARD = 400;

/**
 * Neighbouring shards that share a folder, named by what all of them say: an edit renames the few
 * groups that it touches, and the catalog names only groups.
 */
export const GROUP_SIZE = 32;

function allOf(count: number): bigint {
  return (1n << BigInt(count)) - 1n;
}

function bitsOf(token: string, shard: Shard): bigint {
  const entry = Object.entries(shard).find(([, tokens]) => ` ${tokens} `.includes(` ${token} `));
  return entry ? BigInt(`0x${entry[0]}`) : 0n;
}
