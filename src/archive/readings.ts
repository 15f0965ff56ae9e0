import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Reading, readArticle } from '../news/article-reader.ts';
import type { Problem } from '../news/problem.ts';
import { readJson, writeJson } from './cache.ts';
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
  /** Reads what is left, keeps all for the next time, and gives it by file. */
  finish(): Map<string, SourceReading>;
}

/** @param files below the content folder, sorted */
export function openReadings(
  contentDir: string,
  cacheDir: string,
  files: readonly string[],
): Readings {
  const cacheFile = path.join(cacheDir, 'readings.json');
  const version = readRuleVersion('news');
  const cached = readJson<Record<string, CachedReading>>(cacheFile, version) ?? {};
  const signatures = new Map(files.map((file) => [file, signatureOf(path.join(contentDir, file))]));
  // What could not be read is tried again: rights change without a trace in the signature.
  const isKnown = (file: string) => {
    const known = cached[file];
    return known && known.digest !== '' && known.signature === signatures.get(file);
  };
  const stale = files.filter((file) => !isKnown(file));
  const fresh = new Map<string, SourceReading>();
  return {
    signatures,
    stale,
    add: (file, reading) => fresh.set(file, reading),
    finish: () => {
      for (const file of stale) {
        if (!fresh.has(file)) fresh.set(file, readSource(readText(contentDir, file), file));
      }
      const all = new Map(
        files.map((file) => [file, fresh.get(file) ?? (cached[file] as SourceReading)]),
      );
      if (stale.length > 0 || Object.keys(cached).length !== files.length) {
        const stored = [...all].map(([file, { digest, reading }]): [string, CachedReading] => [
          file,
          { signature: signatures.get(file) ?? '', digest, reading },
        ]);
        writeJson(cacheFile, version, Object.fromEntries(stored));
      }
      return all;
    },
  };
}

/** @param source the text of a file, or what is wrong with its bytes */
export function readSource(source: string | Problem, file: string): SourceReading {
  if (typeof source !== 'string') return { digest: '', reading: { lines: {}, problems: [source] } };
  const { text: _, ...reading } = readArticle(source, file);
  return { digest: digestOf(source), reading };
}

export function digestOf(source: string): string {
  return createHash('sha256').update(source).digest('base64url').slice(0, 22);
}

type CachedReading = SourceReading & { signature: string };
