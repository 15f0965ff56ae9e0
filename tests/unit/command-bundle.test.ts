import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { findBundle, writeBundle } from '../../scripts/console/command-bundle.ts';

const work = mkdtempSync(path.join(tmpdir(), 'command-bundle-'));
afterAll(() => rmSync(work, { recursive: true }));

const at = (name: string) => path.join(work, name);
const bundle = at('cache/command.mjs');
const entry = pathToFileURL(at('entry.ts')).href;

beforeEach(async () => {
  writeFileSync(
    at('entry.ts'),
    `import { LIMIT } from './limit.ts';
     export const limit: number = LIMIT;
     export const address = import.meta.url;
     export const later = async () => (await import('./later.ts')).word;`,
  );
  writeFileSync(at('limit.ts'), 'export const LIMIT = 5;');
  writeFileSync(at('later.ts'), "export const word = '后来';");
  await writeBundle(bundle, entry);
});

test('the joined modules do what they did, from where they were', async () => {
  const found = findBundle(bundle) ?? '';
  for (const name of ['entry.ts', 'limit.ts', 'later.ts']) rmSync(at(name));
  const { limit, address, later } = await import(/* @vite-ignore */ found);
  expect([limit, address, await later()]).toEqual([5, entry, '后来']);
});

test.each(['entry.ts', 'limit.ts', 'later.ts'])('not when %s has changed or is gone', (name) => {
  expect(findBundle(bundle)).toBe(pathToFileURL(bundle).href);
  writeFileSync(at(name), `${readFileSync(at(name), 'utf8')}\n`);
  expect(findBundle(bundle)).toBeUndefined();
  rmSync(at(name));
  expect(findBundle(bundle)).toBeUndefined();
});

test.each<[string, (text: string) => string]>([
  ['nothing', () => ''],
  ['no head', (text) => text.slice(text.indexOf('\n') + 1)],
  ['a cut off', (text) => text.slice(0, -1)],
  ['another number', (text) => text.replace('5;', '6;')],
  ['another Node', (text) => text.replace(process.version, 'v0.0.1')],
])('not when the file holds %s', (_, damage) => {
  const text = readFileSync(bundle, 'utf8');
  expect(damage(text)).not.toBe(text);
  writeFileSync(bundle, damage(text));
  expect(findBundle(bundle)).toBeUndefined();
});

test('what cannot be joined stops nobody', async () => {
  await writeBundle(at('cache/other.mjs'), pathToFileURL(at('none.ts')).href);
  await writeBundle(path.join(at('limit.ts'), 'in-a-file.mjs'), entry);
  expect(findBundle(at('cache/other.mjs'))).toBeUndefined();
});
