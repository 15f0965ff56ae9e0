import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { listFiles } from '../../../src/archive/folder-hash.ts';
import { findStrangers, mergeSite } from '../../../src/build/site-files.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-files-'));
afterAll(() => rmSync(work, { recursive: true }));
const outDir = path.join(work, 'dist');
beforeEach(() => rmSync(outDir, { recursive: true, force: true }));

const RECORD = { assets: [], targets: [], dead: [] };

/** Brings the folder to files of that content, after what was there before. */
async function merge(
  wanted: Record<string, string>,
  before: Awaited<ReturnType<typeof mergeSite>> = new Map(),
) {
  const staging = mkdtempSync(path.join(work, 'staging-'));
  const files = new Map(
    Object.entries(wanted).map(([file, content], i) => {
      const staged = path.join(staging, String(i));
      writeFileSync(staged, content);
      return [file, { ...RECORD, hash: content, staged }] as const;
    }),
  );
  const after = mergeSite(outDir, files, before, await findStrangers(outDir, before));
  expect(await findStrangers(outDir, after)).toEqual([]);
  const there = listFiles(outDir).map((file) => [
    file,
    readFileSync(path.join(outDir, file), 'utf8'),
  ]);
  expect(Object.fromEntries(there)).toEqual(wanted);
  return after;
}

function put(file: string, content = 'x'): void {
  mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
  writeFileSync(path.join(outDir, file), content);
}

test('files come, change and go, and no empty folder stays', async () => {
  const first = await merge({ 'index.html': 'a', 'b/c/d/index.html': 'b', 'b/e.html': 'c' });
  const second = await merge({ 'index.html': 'A', 'b/e.html': 'c' }, first);
  expect(existsSync(path.join(outDir, 'b/c'))).toBe(false);
  await merge({ 'index.html': 'A' }, second);
  expect(existsSync(path.join(outDir, 'b'))).toBe(false);
});

test('a file becomes a folder, and a folder a file', async () => {
  const first = await merge({ a: 'a', 'b/c': 'b' });
  await merge({ 'a/index.html': 'a', b: 'b' }, first);
});

test.each([
  ['a file', () => put('stray.html')],
  ['a file in a folder of the site', () => put('a/stray.html')],
  ['folders of their own', () => put('x/y/z/stray.html')],
  ['an empty folder', () => mkdirSync(path.join(outDir, 'x/y'), { recursive: true })],
  ['a folder where a page is', () => put('index.html/stray')],
  ['a file where a folder is', () => put('a')],
  ['a link to nowhere', () => symlinkSync('nowhere', path.join(outDir, 'link'))],
  ['a link to a folder', () => symlinkSync(work, path.join(outDir, 'link'))],
])('strangers go: %s', async (_, leave) => {
  mkdirSync(outDir);
  leave();
  expect(await findStrangers(outDir, new Map())).toHaveLength(1);
  await merge({ 'index.html': 'a', 'a/index.html': 'b' });
  expect(existsSync(work)).toBe(true);
});

test('a folder that is not there has none', async () => {
  expect(await findStrangers(outDir, new Map())).toEqual([]);
});
