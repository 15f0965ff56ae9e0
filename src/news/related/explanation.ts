import type { Segmenter } from '../words.ts';
import { analyse } from './analyses.ts';
import type { RelatedDocument } from './document.ts';
import { draftUpdate } from './draft.ts';
import { prepareRanking } from './preparation.ts';
import { type Omission, type RankedEntry, Ranker } from './ranking.ts';
import { groupReprints } from './table.ts';

/** A document beside the one explained. */
export interface ExplainedItem {
  document: RelatedDocument;
  /** As in `RelatedItem`, not rounded. */
  score: number;
  why: string[];
}

/** How the list of one document came about. */
export interface Explanation {
  document: RelatedDocument;
  list: ExplainedItem[];
  /** The document's cluster, the canonical member first; empty when it has no reprints. */
  cluster: RelatedDocument[];
  /** Candidates that are not in the list, best first. */
  omitted: (ExplainedItem & { reason: Omission })[];
}

/**
 * Explains the list of the document with an id; undefined when there is none. Works from nothing:
 * meant for a person who asks, not for builds.
 */
export function explainList(
  documents: readonly RelatedDocument[],
  id: string,
  options: { dictionary: readonly string[]; segmenter: Segmenter },
): Explanation | undefined {
  const draft = draftUpdate(documents, options);
  const { input, state } = prepareRanking(draft, analyse(draft.fresh, options.segmenter));
  const row = state.ids.indexOf(id);
  const document = draft.documents[row];
  if (!document) return undefined;

  const documentOf = (other: number) => draft.documents[other] as RelatedDocument;
  const toItem = (entry: RankedEntry): ExplainedItem => ({
    document: documentOf(entry.row),
    score: entry.score,
    why: entry.why.map((term) => state.analyses.vocabulary[term] as string),
  });
  const omitted: Explanation['omitted'] = [];
  const { entries } = new Ranker(input).rank(row, (entry, reason) => {
    omitted.push({ ...toItem(entry), reason });
  });
  const best = state.canonical[row] as number;
  const members = groupReprints(draft.documents, state.canonical).get(best) ?? [];
  return {
    document,
    list: entries.map(toItem),
    cluster: members.length > 0 ? [best, ...members].map(documentOf) : [],
    omitted: omitted.sort((a, b) => b.score - a.score),
  };
}
