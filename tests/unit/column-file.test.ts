import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readColumns, writeColumns } from '../../src/archive/column-file.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-columns-'));
afterAll(() => rmSync(work, { recursive: true }));
const file = path.join(work, 'columns.bin');

const column = fc.oneof(
  fc.uint8Array(),
  fc.int32Array(),
  fc.uint32Array(),
  fc.float32Array(),
  fc.float64Array(),
);
const names = fc.array(fc.string({ unit: 'grapheme' }));

test('gives back what was written', () => {
  fc.assert(
    fc.property(fc.record({ names, column, deep: fc.record({ column }) }), (data) => {
      writeColumns(file, 3, data);
      expect(readColumns(file, 3)).toEqual(data);
    }),
  );
  expect(readdirSync(work)).toEqual(['columns.bin']);
});

test('a part of a larger array is written as that part', () => {
  writeColumns(file, 1, { part: new Float64Array([1, 2, 3, 4]).subarray(1, 3) });
  expect(readColumns(file, 1)).toEqual({ part: new Float64Array([2, 3]) });
});

test.each<[string, (content: Buffer) => string | Uint8Array]>([
  ['nothing', () => ''],
  ['something else', () => '3 0 {}'],
  ['a file cut off', (content) => content.subarray(0, -1)],
  ['a longer one', (content) => Buffer.concat([content, Buffer.alloc(8)])],
  ['another value', (content) => content.with(content.length - 1, 1)],
  ['another name', (content) => content.toString('latin1').replace('ab', 'cd')],
])('%s is no answer', (_, damage) => {
  writeColumns(file, 3, { names: ['ab'], rates: new Float64Array([0.25]) });
  writeFileSync(file, damage(readFileSync(file)), 'latin1');
  expect(readColumns(file, 3)).toBeUndefined();
});

test('nor is what was written under another version, or never', () => {
  writeColumns(file, 3, {});
  expect(readColumns(file, 4)).toBeUndefined();
  expect(readColumns(path.join(work, 'none.bin'), 3)).toBeUndefined();
});
