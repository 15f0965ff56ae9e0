/**
 * The directory: which bundles hold a token. It is cut into shards by a hash of the token, so that a
 * query fetches a few small files and then only the bundles that can answer it.
 */
import type { Step } from './query.ts';

/**
 * Tokens by the bundles that hold them: keys are sets of bundles as hexadecimal bits, bit 0 for the
 * oldest (a new bundle leaves the others' keys alone); values are tokens joined by spaces.
 */
export type Shard = Record<string, string>;

/** Which shard of `shards` lists the token: FNV-1a over its UTF-16 units. */
export function shardOf(token: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index++) {
    hash ^= token.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % shards;
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

function allOf(count: number): bigint {
  return (1n << BigInt(count)) - 1n;
}

function bitsOf(token: string, shard: Shard): bigint {
  const entry = Object.entries(shard).find(([, tokens]) => ` ${tokens} `.includes(` ${token} `));
  return entry ? BigInt(`0x${entry[0]}`) : 0n;
}
