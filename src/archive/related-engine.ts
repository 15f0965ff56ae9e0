import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { RelatedDocument, RelatedTable } from '../news/related/document.ts';
import { type PackedLists, packLists, unpackLists } from '../news/related/packed-lists.ts';
import type { RelatedState } from '../news/related/state.ts';
import { readRuleVersion } from './code-version.ts';
import { updateInThreads } from './related-threads.ts';

/**
 * The related lists and clusters of the documents, with what the last run left in `cacheDir`: only
 * what a change can affect is computed again. The result is that of a run without a cache.
 */
export async function relateArchive(
  documents: readonly RelatedDocument[],
  { dictionary, cacheDir }: { dictionary: readonly string[]; cacheDir: string },
): Promise<RelatedTable> {
  const previous = readState(path.join(cacheDir, FILE));
  const { table, state } = await updateInThreads(documents, dictionary, previous);
  writeState(cacheDir, state);
  return table;
}

const FILE = 'related-state.bin';

/**
 * What a state was made with: the rules, its stored form, and the versions of jieba, whose words
 * they are, and of Node, whose V8 stores it.
 */
function madeWith(): number {
  return readRuleVersion('news', 'archive');
}

/** A state whose many small values are packed: reading it is most of what an update costs. */
type StoredState = Omit<RelatedState, 'analyses' | 'lists'> & {
  analyses: Omit<RelatedState['analyses'], 'vocabulary'>;
  /** One a line; a term has no white space. */
  vocabulary: string;
  lists: PackedLists;
};

function packState({ analyses: { vocabulary, ...analyses }, lists, ...state }: RelatedState) {
  const packed: StoredState = {
    ...state,
    analyses,
    vocabulary: vocabulary.join('\n'),
    lists: packLists(lists),
  };
  return packed;
}

function unpackState({ analyses, vocabulary, lists, ...state }: StoredState): RelatedState {
  const terms = vocabulary === '' ? [] : vocabulary.split('\n');
  return {
    ...state,
    analyses: { ...analyses, vocabulary: terms },
    lists: unpackLists(lists),
  };
}

function readState(file: string): RelatedState | undefined {
  try {
    const stored: unknown = deserialize(readFileSync(file));
    const { maker, state } = stored as { maker?: unknown; state?: StoredState };
    return maker === madeWith() && state ? unpackState(state) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes beside the file and renames, so that a killed build leaves the old state or the new one. */
export function writeState(cacheDir: string, state: RelatedState): void {
  const file = path.join(cacheDir, FILE);
  mkdirSync(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.part`;
  writeFileSync(partial, serialize({ maker: madeWith(), state: packState(state) }));
  renameSync(partial, file);
}
