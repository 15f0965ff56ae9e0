import { createSegmenter, type Segmenter } from '../words.ts';
import { analyse } from './analyses.ts';
import type { RelatedDocument, RelatedTable } from './document.ts';
import { type DraftOptions, draftUpdate } from './draft.ts';
import { prepareRanking } from './preparation.ts';
import { Ranker } from './ranking.ts';
import { keepLists } from './reuse.ts';
import type { RelatedState } from './state.ts';
import { buildTable } from './table.ts';

export interface RelateOptions extends DraftOptions {
  /** A segmenter made of `dictionary`, if the caller has one already. */
  segmenter?: Segmenter;
}

/**
 * For each document an ordered list of related ones, and the clusters of reprints. A pure function
 * of the documents, whatever their order: no clock, no memory of earlier runs.
 */
export function relate(
  documents: readonly RelatedDocument[],
  options: RelateOptions,
): RelatedTable {
  return updateRelated(documents, options).table;
}

/**
 * The same, reusing what an earlier run left where it still holds; equal to a run from nothing in
 * every list, cluster, score and term.
 */
export function updateRelated(
  documents: readonly RelatedDocument[],
  { segmenter, ...options }: RelateOptions,
  previous?: RelatedState,
): { table: RelatedTable; state: RelatedState } {
  const draft = draftUpdate(documents, options, previous);
  const cutter =
    segmenter ?? (draft.fresh.length > 0 ? createSegmenter(options.dictionary) : NO_WORDS);
  const preparation = prepareRanking(draft, analyse(draft.fresh, cutter));
  const ranker = new Ranker(preparation.input);
  const lists = keepLists(draft, preparation).map((list, row) => list ?? ranker.rank(row));
  const state: RelatedState = { ...preparation.state, lists };
  return { table: buildTable(draft.documents, state), state };
}

const NO_WORDS: Segmenter = { words: () => [] };
