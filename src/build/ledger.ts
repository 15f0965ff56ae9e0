import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BodyNote } from '../archive/body-notes.ts';
import { readLists, writeLists } from '../archive/cache.ts';
import { hashContent } from '../archive/content-hash.ts';
import type { Problem } from '../news/problem.ts';

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
  /** Links of a page that led nowhere, with where they would lead if it can be told. */
  dead: [href: string, target: string | undefined][];
  /** Hash of the text that search is told of an article's page. */
  text?: string;
  /** Belongs to the build before: kept for readers who still have its pages open. */
  isOld?: true;
}

const LEDGER_VERSION = 1;
const FILE = 'ledger.json';

/** The last build's ledger, or an empty one. */
export function readLedger(cacheDir: string): Ledger {
  const stored = readLists<StoredLedger>(path.join(cacheDir, FILE), LEDGER_VERSION);
  return stored ? unpack(stored) : emptyLedger();
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
  writeLists(path.join(cacheDir, FILE), LEDGER_VERSION, pack(ledger));
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

/** Targets and assets repeat in thousands of pages: they are stored once, and named by number. */
type StoredLedger = {
  head: [Pick<Ledger, 'site' | 'summary'>];
  names: string[];
  files: [
    string,
    Omit<LedgerFile, 'assets' | 'targets'> & { assets: number[]; targets: number[] },
  ][];
  bodies: BodyNote[];
  images: [string, { signature: string; digest: string }][];
};

function pack({ site, files, bodies, images, summary }: Ledger): StoredLedger {
  const names = new Map<string, number>();
  const number = (name: string) => {
    const known = names.get(name) ?? names.size;
    names.set(name, known);
    return known;
  };
  const packed: StoredLedger['files'] = [...files].map(([file, { assets, targets, ...rest }]) => [
    file,
    { ...rest, assets: assets.map(number), targets: targets.map(number) },
  ]);
  return {
    head: [{ site, summary }],
    files: packed,
    names: [...names.keys()],
    bodies: [...bodies.values()],
    images: [...images],
  };
}

function unpack({ head, files, names, bodies, images }: StoredLedger): Ledger {
  const name = (number: number) => names[number] ?? '';
  return {
    ...head[0],
    files: new Map(
      files.map(([file, { assets, targets, ...rest }]) => [
        file,
        { ...rest, assets: assets.map(name), targets: targets.map(name) },
      ]),
    ),
    bodies: new Map(bodies.map((note) => [note.file, note])),
    images: new Map(images),
  };
}
