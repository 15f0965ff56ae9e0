import { existsSync } from 'node:fs';
import path from 'node:path';
import { type PackedStrings, packStrings, unpackStrings } from '../news/columns.ts';
import type { RelatedDocument, RelatedTable } from '../news/related/document.ts';
import { type PackedLists, packLists, unpackLists } from '../news/related/packed-lists.ts';
import type { RelatedState } from '../news/related/state.ts';
import { readRuleVersion } from './code-version.ts';
import { readColumns, writeColumns } from './column-file.ts';
import { updateInThreads } from './related-threads.ts';

/** The related-news engine with what its last run left in a folder. */
export interface RelatedEngine {
  /**
   * The related lists and clusters of the documents: only what a change since the last run can affect
   * is computed again. The result is that of a run without a cache.
   */
  relate(
    documents: readonly RelatedDocument[],
    dictionary: readonly string[],
  ): Promise<RelatedTable>;
  /** Leaves in the folder what `relate` found. */
  store(): void;
}

/** Whether a run left anything. */
export function hasRelatedState(cacheDir: string): boolean {
  return existsSync(path.join(cacheDir, FILE));
}

/** Loads what the last run left. */
export function openRelatedEngine(cacheDir: string): RelatedEngine {
  let state = readState(path.join(cacheDir, FILE));
  return {
    relate: async (documents, dictionary) => {
      const update = await updateInThreads(documents, dictionary, state);
      state = update.state;
      return update.table;
    },
    store: () => {
      if (state) writeState(cacheDir, state);
    },
  };
}

const FILE = 'related-state.bin';

/** What a state was made with: the rules, its stored form, and the version of jieba, whose words they are. */
function madeWith(): number {
  return readRuleVersion('news', 'archive');
}

/** A state whose many small values are packed. */
type StoredState = Omit<RelatedState, 'ids' | 'analyses' | 'lists'> & {
  /** An id has no line end. */
  ids: PackedStrings;
  analyses: Omit<RelatedState['analyses'], 'vocabulary'>;
  /** A term has no white space. */
  vocabulary: PackedStrings;
  lists: PackedLists;
};

function packState({ ids, analyses, lists, ...state }: RelatedState): StoredState {
  const { vocabulary, ...columns } = analyses;
  return {
    ...state,
    ids: packStrings(ids),
    analyses: columns,
    vocabulary: packStrings(vocabulary),
    lists: packLists(lists),
  };
}

function unpackState({ ids, analyses, vocabulary, lists, ...state }: StoredState): RelatedState {
  return {
    ...state,
    ids: unpackStrings(ids),
    analyses: { ...analyses, vocabulary: unpackStrings(vocabulary) },
    lists: unpackLists(lists),
  };
}

function readState(file: string): RelatedState | undefined {
  const stored = readColumns(file, madeWith());
  return stored === undefined ? undefined : unpackState(stored as StoredState);
}

export function writeState(cacheDir: string, state: RelatedState): void {
  writeColumns(path.join(cacheDir, FILE), madeWith(), packState(state));
}
