import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import {
  type Ledger,
  type LedgerFile,
  readLedger,
  writeLedger,
} from '../../../src/build/ledger.ts';

const cacheDir = mkdtempSync(path.join(tmpdir(), 'ballast-ledger-'));
afterAll(() => rmSync(cacheDir, { recursive: true }));

const name = fc.stringMatching(/^[\p{L}\p{N}._/-]{1,8}$/u);
const file: fc.Arbitrary<LedgerFile> = fc.record(
  {
    hash: name,
    size: fc.nat(),
    time: fc.double({ noNaN: true }),
    key: name,
    assets: fc.array(name, { maxLength: 3 }),
    targets: fc.array(name, { maxLength: 3 }),
    dead: fc.array(fc.tuple(name, fc.option(name, { nil: null })), { maxLength: 2 }),
    text: name,
    isOld: fc.constant(true as const),
  },
  { requiredKeys: ['hash', 'size', 'time', 'assets', 'targets', 'dead'] },
);
const ledger: fc.Arbitrary<Ledger> = fc.record({
  site: name,
  files: fc.array(fc.tuple(name, file)).map((files) => new Map(files)),
  bodies: fc
    .array(fc.record({ file: name, digest: name, links: fc.array(fc.string(), { maxLength: 2 }) }))
    .map((notes) => new Map(notes.map((note) => [note.file, note]))),
  images: fc
    .array(fc.tuple(name, fc.record({ signature: fc.string(), digest: name })))
    .map((images) => new Map(images)),
  summary: fc.constant({ pages: 3, clusters: { a: ['b'] }, problems: [] }),
});

test('a ledger comes back from the disk as it was, in order', () => {
  fc.assert(
    fc.property(ledger, (given) => {
      writeLedger(cacheDir, given);
      const stored = readLedger(cacheDir);
      expect(stored).toEqual(given);
      expect([...stored.files.keys()]).toEqual([...given.files.keys()]);
    }),
  );
});
