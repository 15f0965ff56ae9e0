import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openReadingCache, writeReadingCache } from '../../src/archive/reading-cache.ts';
import { readSource, type SourceReading } from '../../src/archive/readings.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-readings-'));
afterAll(() => rmSync(work, { recursive: true }));
const cache = path.join(work, 'readings.json');

const file = (index: number) => `articles/2026/a${String(index).padStart(4, '0')}.md`;
const source = (index: number) =>
  `---\ntitle: 第 ${index} 篇\ndate: 2026-03-15\nchannel: 银行\n---\n\n正文\n`;

/** More than are parsed at once, one of them without an article and one that could not be read. */
const readings = new Map<string, SourceReading>(
  Array.from({ length: 2500 }, (_, index) => [
    file(index),
    readSource(index === 7 ? '没有头' : source(index), file(index)).source,
  ]),
);
const bad = { kind: 'not-utf8', severity: 'error', file: file(8) } as never;
readings.set(file(8), readSource(bad, file(8)).source);
const signatures = new Map([...readings.keys()].map((name) => [name, `1:${name}`]));

function open(version = 3) {
  writeReadingCache(cache, 3, readings, signatures);
  return openReadingCache(cache, version);
}

test('gives back what was written, some or all of it', () => {
  const known = open();
  expect(readdirSync(work)).toEqual(['readings.json']);
  expect(known?.files).toEqual([...readings.keys()]);
  expect(known?.read([...known.files.keys()])).toEqual([...readings.values()]);
  const some = [0, 1, 7, 999, 1000, 1001, 2499];
  expect(known?.read(some)).toEqual(some.map((row) => readings.get(file(row))));
  expect(known?.read([])).toEqual([]);
});

test('what could not be read has no signature, and what gave no article no date', () => {
  const known = open();
  expect(known?.signatures.slice(7, 10)).toEqual([`1:${file(7)}`, null, `1:${file(9)}`]);
  expect(known?.traits().dates.slice(6, 10)).toEqual([
    Date.UTC(2026, 2, 14, 16),
    null,
    null,
    Date.UTC(2026, 2, 14, 16),
  ]);
  expect(known?.traits().names.slice(7, 10)).toEqual([[], [], ['a0009', '=第9篇']]);
});

test('an empty archive has a cache too', () => {
  writeReadingCache(cache, 3, new Map(), new Map());
  expect(openReadingCache(cache, 3)?.files).toEqual([]);
});

test.each<[string, (content: Buffer) => string | Uint8Array]>([
  ['nothing', () => ''],
  ['something else', () => '{"version":'],
  ['a file cut off', (content) => content.subarray(0, -1)],
  ['a longer one', (content) => Buffer.concat([content, Buffer.from(' ')])],
  ['a changed byte', (content) => Buffer.from(content.toString().replace('2026', '2025'))],
])('%s is not trusted', (_, damage) => {
  open();
  writeFileSync(cache, damage(readFileSync(cache)));
  expect(openReadingCache(cache, 3)).toBeUndefined();
});

test('nor is another version, nor no file', () => {
  expect(open(4)).toBeUndefined();
  rmSync(cache);
  expect(openReadingCache(cache, 3)).toBeUndefined();
});
