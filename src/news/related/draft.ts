import type { RowOrigin } from './analyses.ts';
import type { RelatedDocument } from './document.ts';
import { fingerprint } from './fingerprint.ts';
import { SEARCH_LIMITS, type SearchLimits } from './scoring.ts';
import type { RelatedState } from './state.ts';

/** An update before its new texts are analysed. */
export interface Draft {
  key: number;
  limits: SearchLimits;
  /** In order of slugs, then ids: a document's place is its row. */
  documents: readonly RelatedDocument[];
  contents: Float64Array;
  signatures: Float64Array;
  previous: RelatedState | undefined;
  /** Row of the same id in the previous run, or -1. */
  oldRows: Int32Array;
  /** Documents whose text the previous run did not know. */
  fresh: RelatedDocument[];
  /** Where each row's analysis is: in part 0, the previous run, or part 1, that of `fresh`. */
  origins: RowOrigin[];
}

export interface DraftOptions {
  /** Words of the site that jieba should not cut. */
  dictionary: readonly string[];
  /** Of the search for candidates; `SEARCH_LIMITS` unless told. */
  limits?: SearchLimits;
}

/** Sorts the documents and finds out which of them a previous run has analysed already. */
export function draftUpdate(
  input: readonly RelatedDocument[],
  { dictionary, limits = SEARCH_LIMITS }: DraftOptions,
  previous?: RelatedState,
): Draft {
  const documents = [...input].sort((a, b) => compare(a.slug, b.slug) || compare(a.id, b.id));
  const key = fingerprint(
    limits.headTerms,
    limits.indexShare,
    limits.poolSize,
    ...[...dictionary].sort(),
  );
  const known = previous?.key === key && !isBloated(previous) ? previous : undefined;
  const rowOf = new Map(known?.ids.map((id, row) => [id, row]));
  const draft: Draft = {
    key,
    limits,
    documents,
    contents: new Float64Array(documents.length),
    signatures: new Float64Array(documents.length),
    previous: known,
    oldRows: new Int32Array(documents.length).fill(-1),
    fresh: [],
    origins: [],
  };
  for (const [row, document] of documents.entries()) {
    const { id, slug, date, source = '', pins } = document;
    const content = fingerprintContent(document);
    draft.contents[row] = content;
    draft.signatures[row] = fingerprint(content, slug, date, source, ...pins);
    const old = rowOf.get(id);
    if (old !== undefined) draft.oldRows[row] = old;
    if (known && old !== undefined && known.contents[old] === content) {
      draft.origins.push({ part: 0, row: old });
    } else {
      draft.origins.push({ part: 1, row: draft.fresh.push(document) - 1 });
    }
  }
  return draft;
}

function fingerprintContent(document: RelatedDocument): number {
  const { content, title } = document;
  return content === undefined ? fingerprint(title, document.text) : fingerprint(content);
}

/** Whether most of the vocabulary is of articles that are gone: then starting afresh is cheaper. */
function isBloated({ analyses: { vocabulary, terms } }: RelatedState): boolean {
  const used = new Uint8Array(vocabulary.length);
  for (const term of terms) used[term] = 1;
  const count = used.reduce((sum, one) => sum + one, 0);
  return vocabulary.length > 2 * count + 1000;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
