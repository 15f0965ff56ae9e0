import { hash } from 'node:crypto';
import path from 'node:path';
import { type Reading, readArticle } from '../news/article-reader.ts';
import type { Problem } from '../news/problem.ts';
import { readLists, writeLists } from './cache.ts';
import { readRuleVersion } from './code-version.ts';
import { readText, signatureOf } from './content-files.ts';

/** What one source file gave, as the cache keeps it. */
export interface SourceReading {
  /** Content hash of the source; '' if it could not be read. */
  digest: string;
  /** Without its text: bodies are read again where they are needed. */
  reading: Omit<Reading, 'text'>;
}

/** The articles of a content folder, those of unchanged files from the cache. */
export interface Readings {
  /** By file; changes when its content may have. */
  signatures: ReadonlyMap<string, string>;
  /** Files that are still to be read. */
  stale: readonly string[];
  /** Takes what a stale file gave, read elsewhere: checks read the same files, in two threads. */
  add(file: string, reading: SourceReading): void;
  /** Reads what is left and gives all by file. */
  all(): ReadonlyMap<string, SourceReading>;
  /** Keeps all for the next time, and gives it by file. */
  finish(): ReadonlyMap<string, SourceReading>;
}

/** @param files below the content folder, sorted */
export function openReadings(
  contentDir: string,
  cacheDir: string,
  files: readonly string[],
): Readings {
  const cacheFile = path.join(cacheDir, 'readings.json');
  const version = readRuleVersion('news');
  const stored = readLists<Stored>(cacheFile, version);
  const cached = new Map(stored?.readings);
  const signatures = new Map(files.map((file) => [file, signatureOf(path.join(contentDir, file))]));
  // What could not be read is tried again: rights change without a trace in the signature.
  const isKnown = (file: string) => {
    const known = cached.get(file);
    return known && known.digest !== '' && known.signature === signatures.get(file);
  };
  const stale = files.filter((file) => !isKnown(file));
  const fresh = new Map<string, SourceReading>();
  let read: ReadonlyMap<string, SourceReading> | undefined;
  const readings: Readings = {
    signatures,
    stale,
    add: (file, reading) => fresh.set(file, reading),
    all: () => {
      if (read) return read;
      for (const file of stale) {
        if (!fresh.has(file)) fresh.set(file, readSource(readText(contentDir, file), file).source);
      }
      read = new Map(
        files.map((file) => [file, fresh.get(file) ?? (cached.get(file) as SourceReading)]),
      );
      return read;
    },
    finish: () => {
      const all = readings.all();
      if (stale.length > 0 || cached.size !== files.length) {
        const list = [...all].map(([file, { digest, reading }]): [string, CachedReading] => [
          file,
          { signature: signatures.get(file) ?? '', digest, reading },
        ]);
        writeLists(cacheFile, version, { readings: list } satisfies Stored);
      }
      return all;
    },
  };
  return readings;
}

/**
 * A source as it is kept, and the plain text of its body, which is not.
 * @param source the text of a file, or what is wrong with its bytes
 */
export function readSource(
  source: string | Problem,
  file: string,
): { source: SourceReading; text: string } {
  if (typeof source !== 'string') {
    return { source: { digest: '', reading: { lines: {}, problems: [source] } }, text: '' };
  }
  const { text, ...reading } = readArticle(source, file);
  return { source: { digest: digestOf(source), reading }, text };
}

export function digestOf(source: string): string {
  return hash('sha256', source, 'base64url').slice(0, 22);
}

type CachedReading = SourceReading & { signature: string };
/** By file. */
type Stored = { readings: [string, CachedReading][] };
