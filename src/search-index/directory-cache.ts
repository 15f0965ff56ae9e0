import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readLists, writeLists } from '../archive/cache.ts';
import { hashOf } from './named-file.ts';

/** A directory and what it was made from; its shards are in files beside it, one a group. */
export interface CachedDirectory {
  /** Names of the bundles' folders in the cache, oldest first. */
  bundles: string[];
  /** Distinct ones. */
  tokens: number;
  shards: number;
  /** Hash of each group of shards. */
  groups: string[];
}

/** The directory that the last build left in `folder`; undefined if there is none or any of it is damaged. */
export function readDirectory(folder: string): CachedDirectory | undefined {
  const stored = readLists<Stored>(path.join(folder, FILE), FORM);
  const [head] = stored?.head ?? [];
  if (!stored || !head) return undefined;
  const { bundles = [], groups = [] } = stored;
  const isWhole = groups.every((group) => nameGroup(readGroup(folder, group)) === group);
  return isWhole ? { ...head, bundles, groups } : undefined;
}

/** Leaves the directory to the next build, and nothing of earlier ones. */
export function keepDirectory(folder: string, directory: CachedDirectory): void {
  const { bundles, groups, tokens, shards } = directory;
  const stored: Stored = { head: [{ tokens, shards }], bundles, groups };
  writeLists(path.join(folder, FILE), FORM, stored);
  const kept = new Set([FILE, ...groups]);
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(path.join(folder, name));
}

/** The shards of a group as they are served, in order. */
export function readGroup(folder: string, group: string): string[] {
  try {
    return readFileSync(path.join(folder, group), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Keeps a group's shards; gives its hash. */
export function writeGroup(folder: string, shards: readonly string[]): string {
  const name = nameGroup(shards);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), shards.join('\n'));
  return name;
}

const FILE = 'directory.json';
/** Raised when the same bundles must give another directory. */
const FORM = 1;

type Stored = {
  head: [Pick<CachedDirectory, 'tokens' | 'shards'>];
  bundles: string[];
  groups: string[];
};

function nameGroup(shards: readonly string[]): string {
  return hashOf(shards).slice(0, 12);
}
