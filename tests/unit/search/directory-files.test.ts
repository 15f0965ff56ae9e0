import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Shard, shardOf } from '../../../src/news/search/directory.ts';
import { DirectoryFiles } from '../../../src/search-index/directory-files.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-directory-'));
afterAll(() => rmSync(work, { recursive: true }));

/** Ten years of bundles: more than a machine word has bits. */
const BUNDLES = 150;
/** Token `n` is in every bundle whose number it divides: most are in a set of their own. */
const TOKENS = Array.from({ length: 120 }, (_, index) => `t${index + 1}`);
const holds = (bundle: number, token: string) => (bundle + 1) % Number(token.slice(1)) === 0;

function writeDirectory(name: string, order: readonly number[]): { path: string; shards: number } {
  const folder = path.join(work, name);
  mkdirSync(folder);
  const directory = new DirectoryFiles(BUNDLES);
  for (const bundle of order) {
    const file = path.join(folder, `${bundle}.txt`);
    writeFileSync(file, TOKENS.filter((token) => holds(bundle, token)).join('\n'));
    directory.add(bundle, file);
  }
  const written = directory.write(folder).directory;
  if (!written) throw new Error('no directory');
  return { path: path.join(folder, written.path), shards: written.shards };
}

const newestFirst = Array.from({ length: BUNDLES }, (_, index) => index);

test('each token has a bit for every bundle that holds it', () => {
  const { path: folder, shards } = writeDirectory('all', newestFirst);
  for (const token of TOKENS) {
    const file = path.join(folder, `${shardOf(token, shards)}.json`);
    const shard = JSON.parse(readFileSync(file, 'utf8')) as Shard;
    const [key] = Object.entries(shard).find(([, list]) => list.split(' ').includes(token)) ?? [];
    const bits = BigInt(`0x${key}`);
    const held = newestFirst.filter((index) => (bits >> BigInt(BUNDLES - 1 - index)) & 1n);
    expect(held, token).toEqual(newestFirst.filter((index) => holds(index, token)));
  }
});

test('is the same whatever order the bundles come in', () => {
  const read = ({ path: folder }: { path: string }) =>
    readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);
  const mixed = newestFirst.toSorted((a, b) => ((a * 37) % BUNDLES) - ((b * 37) % BUNDLES));
  const first = writeDirectory('first', newestFirst);
  const second = writeDirectory('second', mixed);
  expect(path.basename(second.path)).toBe(path.basename(first.path));
  expect(read(second)).toEqual(read(first));
});

test('a single bundle needs none', () => {
  const directory = new DirectoryFiles(1);
  directory.add(0, path.join(work, 'nowhere.txt'));
  expect(directory.write(work)).toEqual({});
});
