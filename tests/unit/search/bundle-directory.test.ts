import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { GROUP_SIZE, type Shard, shardOf } from '../../../src/news/search/directory.ts';
import { TOKENS_FILE } from '../../../src/search-index/bundle.ts';
import { prepareDirectory } from '../../../src/search-index/directory.ts';
import { readGroup } from '../../../src/search-index/directory-cache.ts';
import { hashOf } from '../../../src/search-index/named-file.ts';
import { sealFolder } from '../../../src/search-index/sealed-folder.ts';
import { writeTokens } from '../../../src/search-index/token-file.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-directory-'));
const cache = path.join(work, 'directory');
afterAll(() => rmSync(work, { recursive: true }));
beforeEach(() => rmSync(cache, { recursive: true, force: true }));

/** Ten years of bundles: more than a machine word has bits. */
const BUNDLES = 150;
/** Of a hundred kinds, each in bundles of its own; some in none. */
const TOKENS = Array.from({ length: 20_000 }, (_, index) => `t${index + 1}`);
const holds = (bundle: number, token: string) =>
  (bundle * 131 + 1) % ((Number(token.slice(1)) % 149) + 1) === 0;

/** A bundle's folder in the cache; the tokens that every bundle of that number has, and `more`. */
function addBundle(bundle: number, more: readonly string[] = [], without = ''): string {
  const folder = path.join(work, 'bundles', `${bundle}-${hashOf([...more, without]).slice(0, 12)}`);
  mkdirSync(folder, { recursive: true });
  const own = TOKENS.filter((token) => holds(bundle, token) && token !== without);
  writeTokens(path.join(folder, TOKENS_FILE), [...own, ...more]);
  sealFolder(folder);
  return folder;
}

const oldestFirst = Array.from({ length: BUNDLES }, (_, index) => addBundle(index));

/** Shards by number, as they are served. */
function readShards(groups: readonly string[]): string[] {
  return groups.flatMap((group) => readGroup(cache, group));
}

/** Places of the bundles that hold a token, by the directory. */
function holdersOf(token: string, shards: readonly string[]): number[] {
  const shard = JSON.parse(shards[shardOf(token, shards.length)] ?? '') as Shard;
  const [key] = Object.entries(shard).find(([, list]) => list.split(' ').includes(token)) ?? ['0'];
  const bits = BigInt(`0x${key}`);
  return oldestFirst.flatMap((_, place) => ((bits >> BigInt(place)) & 1n ? [place] : []));
}

test('each token has a bit for every bundle that holds it', () => {
  const { tokens, shards, groups } = prepareDirectory(cache, oldestFirst);
  const files = readShards(groups);
  expect({ tokens, shards, files: files.length, groups: groups.length }).toEqual({
    tokens: TOKENS.filter((token) => oldestFirst.some((_, place) => holds(place, token))).length,
    shards: 64,
    files: 64,
    groups: 64 / GROUP_SIZE,
  });
  for (const token of TOKENS.slice(0, 300)) {
    const expected = oldestFirst.flatMap((_, place) => (holds(place, token) ? [place] : []));
    expect(holdersOf(token, files), token).toEqual(expected);
  }
});

describe('brought up to date', () => {
  const changes: [string, string[]][] = [
    ['nothing changed', oldestFirst],
    ['a new token in the newest', [...oldestFirst.slice(0, -1), addBundle(149, ['新词'])]],
    ['a token gone from the oldest', [addBundle(0, [], 't1'), ...oldestFirst.slice(1)]],
    [
      'a token moved between two',
      [...oldestFirst.slice(0, -2), addBundle(148, ['新词']), addBundle(149, ['新词'], 't149')],
    ],
    ['a newer bundle', [...oldestFirst, addBundle(150, ['新词'])]],
    ['the newest gone', oldestFirst.slice(0, -1)],
    [
      'twenty in the middle',
      oldestFirst.with(70, addBundle(70, ['一'])).with(90, addBundle(90, ['二', '一'])),
    ],
    ['one gone in the middle, all newer ones elsewhere', oldestFirst.toSpliced(30, 1)],
    [
      'so many words that there are twice as many shards',
      [
        ...oldestFirst,
        addBundle(
          151,
          Array.from({ length: 9000 }, (_, n) => `新${n}`),
        ),
      ],
    ],
  ];

  test.each(changes)('%s', (_, bundles) => {
    prepareDirectory(cache, oldestFirst);
    const updated = prepareDirectory(cache, bundles);
    const shards = readShards(updated.groups);
    const files = readdirSync(cache).sort();
    rmSync(cache, { recursive: true });
    const anew = prepareDirectory(cache, bundles);
    expect(updated).toEqual(anew);
    expect(shards).toEqual(readShards(anew.groups));
    expect(files).toEqual(readdirSync(cache).sort());
  });

  test('renames only groups of shards that an edit touches', () => {
    const before = prepareDirectory(cache, oldestFirst);
    const after = prepareDirectory(cache, [...oldestFirst.slice(0, -1), addBundle(149, ['新词'])]);
    const touched = Math.floor(shardOf('新词', before.shards) / GROUP_SIZE);
    const renamed = before.groups.map((group, index) =>
      group === after.groups[index] ? [] : [index],
    );
    expect(renamed.flat()).toEqual([touched]);
  });
});

describe('is made anew', () => {
  const edited = [...oldestFirst.slice(0, -1), addBundle(149, ['新词'])];
  const damages: [string, () => void][] = [
    [
      'without the tokens of the bundle that changed',
      () => rmSync(oldestFirst.at(-1) ?? '', { recursive: true }),
    ],
    [
      'where they were damaged',
      () => writeFileSync(path.join(oldestFirst.at(-1) ?? '', TOKENS_FILE), 't1'),
    ],
    [
      'where a group was damaged',
      () => {
        const group = path.join(cache, readdirSync(cache)[0] ?? '');
        writeFileSync(group, readFileSync(group, 'utf8').replace('t', 'u'));
      },
    ],
    ['where its list was damaged', () => writeFileSync(path.join(cache, 'directory.json'), '{}')],
  ];

  test.each(damages)('%s', (_, damage) => {
    const right = prepareDirectory(cache, edited);
    rmSync(cache, { recursive: true });
    prepareDirectory(cache, oldestFirst);
    damage();
    const healed = prepareDirectory(cache, edited);
    addBundle(149);
    expect(healed).toEqual(right);
    expect(readShards(healed.groups).join('')).toContain('新词');
  });
});
