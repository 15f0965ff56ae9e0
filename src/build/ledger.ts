import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BodyNote } from '../archive/body-notes.ts';
import { readColumns, writeColumns } from '../archive/column-file.ts';
import { hashContent } from '../archive/content-hash.ts';
import type { Problem } from '../news/problem.ts';
import { type PackedLedger, packLedger, unpackLedger } from './packed-ledger.ts';

/** What the last build left behind and what it was made from. */
export interface Ledger {
  /** Everything the site was made from: equal means equal to the last byte. */
  site: string;
  /** Every file of the site's folder. */
  files: Map<string, LedgerFile>;
  /** What rendering each body found, by source file. */
  bodies: ReadonlyMap<string, BodyNote>;
  /** Content hashes of pictures, by source file. */
  images: Map<string, { signature: string; digest: string }>;
  /** What the summary says again when nothing changed. */
  summary: { pages: number; clusters: Record<string, string[]>; problems: Problem[] };
}

export interface LedgerFile {
  hash: string;
  /** Bytes. */
  size: number;
  /** Modification time, ms. */
  time: number;
  /** Key of a page that a route lists. */
  key?: string;
  /** Hashed files of `_astro/` that it names. */
  assets: string[];
  /** Files and folders that a page links to, besides those that every page does. */
  targets: string[];
  /** Links of a page that led nowhere, with where they would lead; null if that cannot be told, as in JSON. */
  dead: [href: string, target: string | null][];
  /** Hash of the text that search is told of an article's page. */
  text?: string;
  /** Belongs to the build before: kept for readers who still have its pages open. */
  isOld?: true;
}

const LEDGER_VERSION = 2;
const FILE = 'ledger.bin';

/** The last build's ledger, or an empty one. */
export function readLedger(cacheDir: string): Ledger {
  const stored = readColumns(path.join(cacheDir, FILE), LEDGER_VERSION);
  return stored === undefined ? emptyLedger() : unpackLedger(stored as PackedLedger);
}

export function emptyLedger(): Ledger {
  return {
    site: '',
    files: new Map(),
    bodies: new Map(),
    images: new Map(),
    summary: { pages: 0, clusters: {}, problems: [] },
  };
}

export function writeLedger(cacheDir: string, ledger: Ledger): void {
  writeColumns(path.join(cacheDir, FILE), LEDGER_VERSION, packLedger(ledger));
}

/**
 * Drops from the ledger what is no longer as it was written: deleted, cut off, edited by hand, or
 * left half replaced by a build that was killed. A file with another time but the same content, as
 * after a copy, counts as it is.
 */
export function dropDamaged(ledger: Ledger, outDir: string): void {
  for (const [file, known] of ledger.files) {
    const absolute = path.join(outDir, file);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size !== known.size) ledger.files.delete(file);
    else if (stat.mtimeMs !== known.time) {
      if (hashContent(readFileSync(absolute)) === known.hash) known.time = stat.mtimeMs;
      else ledger.files.delete(file);
    }
  }
}
