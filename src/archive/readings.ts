import { hash } from 'node:crypto';
import path from 'node:path';
import { type Reading, readArticle } from '../news/article-reader.ts';
import type { Problem } from '../news/problem.ts';
import { readRuleVersion } from './code-version.ts';
import { readText, signatureOf } from './content-files.ts';
import { type KnownTraits, openReadingCache, writeReadingCache } from './reading-cache.ts';

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
  /**
   * The same of some: of files that were stale, and of others that are picked by what other articles
   * may meet them by (no names and no date where there is no article).
   */
  pick(isPicked: (traits: ReadingTraits) => boolean): ReadonlyMap<string, SourceReading>;
  /** Files that give no article. */
  unread(): string[];
  /** Keeps all for the next time. */
  store(): void;
}

export interface ReadingTraits {
  file: string;
  /** See `namesOf`. */
  names: readonly string[];
  /** Epoch ms. */
  date: number | undefined;
}

/** @param files below the content folder, sorted */
export function openReadings(
  contentDir: string,
  cacheDir: string,
  files: readonly string[],
): Readings {
  const cacheFile = path.join(cacheDir, 'readings.json');
  const version = readRuleVersion('news');
  const known = openReadingCache(cacheFile, version);
  const rows = new Map(known?.files.map((file, row) => [file, row]));
  const signatures = new Map(files.map((file) => [file, signatureOf(`${contentDir}/${file}`)]));
  // What could not be read is tried again: rights change without a trace in the signature.
  const isKnown = (file: string) =>
    known?.signatures[rows.get(file) ?? -1] === signatures.get(file);
  const stale = files.filter((file) => !isKnown(file));
  const kept = stale.length === 0 ? files : files.filter(isKnown);
  const fresh = new Map<string, SourceReading>();
  const readStale = () => {
    for (const file of stale) {
      if (!fresh.has(file)) fresh.set(file, readSource(readText(contentDir, file), file).source);
    }
  };
  /** In the order of `files`. */
  const join = (picked: readonly string[]): ReadonlyMap<string, SourceReading> => {
    readStale();
    const read = known?.read(picked.map((file) => rows.get(file) as number)) ?? [];
    const cached = new Map(picked.map((file, index) => [file, read[index] as SourceReading]));
    return new Map(
      files.flatMap((file): [string, SourceReading][] => {
        const reading = fresh.get(file) ?? cached.get(file);
        return reading ? [[file, reading]] : [];
      }),
    );
  };
  let all: ReadonlyMap<string, SourceReading> | undefined;
  let traits: KnownTraits | undefined;
  const traitsOf = (file: string): ReadingTraits => {
    traits ??= known?.traits();
    const row = rows.get(file) as number;
    return { file, names: traits?.names[row] ?? [], date: traits?.dates[row] ?? undefined };
  };
  const readings: Readings = {
    signatures,
    stale,
    add: (file, reading) => fresh.set(file, reading),
    all: () => {
      all ??= join(kept);
      return all;
    },
    pick: (isPicked) => all ?? join(kept.filter((file) => isPicked(traitsOf(file)))),
    unread: () => {
      if (all) return files.filter((file) => !all?.get(file)?.reading.article);
      readStale();
      return files.filter((file) => {
        const read = fresh.get(file);
        return read ? !read.reading.article : traitsOf(file).date === undefined;
      });
    },
    store: () => {
      if (stale.length === 0 && rows.size === files.length) return;
      writeReadingCache(cacheFile, version, readings.all(), signatures);
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
