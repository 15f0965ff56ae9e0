import { type Analyses, joinAnalyses, rowBounds } from './analyses.ts';
import { chooseCanonical } from './clusters.ts';
import type { RelatedDocument } from './document.ts';
import type { Draft } from './draft.ts';
import { fingerprint } from './fingerprint.ts';
import { invertVectors } from './postings.ts';
import { findReprints } from './reprints.ts';
import type { RankingInput } from './scoring.ts';
import { isDigest, seriesKey } from './series.ts';
import type { RelatedState } from './state.ts';
import { isTelling } from './terms.ts';
import { buildVectors, takeHeads } from './vectors.ts';
import { weighTerms } from './weights.ts';

/** An update before its lists are ranked. */
export interface Preparation {
  input: RankingInput;
  /** 1 for rows whose part in any list may differ from the previous run. */
  changed: Uint8Array;
  /** 1 for rows that are searched with other terms than in the previous run. */
  redirected: Uint8Array;
  state: Omit<RelatedState, 'lists'>;
}

/** Weighs, clusters and indexes; `fresh` is the analysis of the draft's fresh documents. */
export function prepareRanking(draft: Draft, fresh: Analyses): Preparation {
  const { documents, previous, oldRows } = draft;
  const analyses = joinAnalyses([previous?.analyses ?? NOTHING, fresh], draft.origins);
  const dates = Float64Array.from(documents, ({ date }) => date);
  const levels = weighTerms(analyses, dates);
  const edited = findEdited(draft);
  const reweighed = findHolders(analyses, (term) => {
    return previous && term < previous.levels.length
      ? previous.levels[term] !== levels[term]
      : false;
  });
  const frequencies = countRows(analyses);
  const isShared = frequencies.map((count) => (count > 1 ? 1 : 0));
  const vectors = buildVectors(
    analyses,
    levels,
    orderTerms(analyses.vocabulary),
    previous && {
      previous: previous.vectors,
      rows: oldRows.map((old, row) => (draft.origins[row]?.part || reweighed[row] ? -1 : old)),
    },
  );
  const reprints = joinReprints(draft, edited, findReprints(documents, analyses, edited));
  const canonical = chooseCanonical(documents, reprints);
  const regrouped = findRegrouped(draft, canonical);
  const digests = Uint8Array.from(documents, ({ title }) => (isDigest(title) ? 1 : 0));
  const input: RankingInput = {
    vectors,
    heads: takeHeads(vectors, frequencies, draft.limits.headTerms),
    postings: invertVectors(
      vectors,
      analyses.vocabulary.length,
      draft.limits.indexShare,
      (row) => canonical[row] === row,
    ),
    dates,
    digests,
    series: numberSeries(documents),
    canonical,
    ...resolvePins(documents),
    poolSize: draft.limits.poolSize,
    telling: Uint8Array.from(analyses.vocabulary, (term) => (isTelling(term) ? 1 : 0)),
  };
  const { key, contents, signatures } = draft;
  const ids = documents.map(({ id }) => id);
  return {
    input,
    changed: edited.map((one, row) => one | (reweighed[row] ?? 0) | (regrouped[row] ?? 0)),
    redirected: findHolders(analyses, (term) => {
      return previous && term < previous.isShared.length
        ? previous.isShared[term] !== isShared[term]
        : false;
    }),
    state: {
      key,
      ids,
      dates,
      digests,
      contents,
      signatures,
      analyses,
      levels,
      isShared: Uint8Array.from(isShared),
      vectors,
      reprints,
      canonical,
    },
  };
}

/** A number by which equally heavy terms are ordered: the longer first, then as their hashes fall. */
function orderTerms(vocabulary: readonly string[]): Uint32Array {
  return Uint32Array.from(
    vocabulary,
    (term) => (15 - Math.min(term.length, 15)) * 2 ** 28 + (fingerprint(term) % 2 ** 28),
  );
}

const NOTHING: Analyses = {
  vocabulary: [],
  termStarts: new Uint32Array(1),
  terms: new Uint32Array(0),
  counts: new Uint8Array(0),
  shingleStarts: new Uint32Array(1),
  shingles: new Uint32Array(0),
};

/** Rows that are new, or of which anything but the position differs. */
function findEdited({ documents, signatures, previous, oldRows }: Draft): Uint8Array {
  return Uint8Array.from(documents, (_, row) => {
    const old = oldRows[row] as number;
    return previous && old >= 0 && previous.signatures[old] === signatures[row] ? 0 : 1;
  });
}

/** 1 for rows that hold a term of which `isMeant` is true. */
function findHolders(
  { terms, termStarts, vocabulary }: Analyses,
  isMeant: (term: number) => boolean,
): Uint8Array {
  const holders = new Uint8Array(termStarts.length - 1);
  const meant = Uint8Array.from(vocabulary, (_, term) => (isMeant(term) ? 1 : 0));
  if (!meant.includes(1)) return holders;
  for (let row = 0; row < holders.length; row++) {
    const [from, to] = rowBounds(termStarts, row);
    for (let i = from; i < to && holders[row] === 0; i++) {
      holders[row] = meant[terms[i] as number] as number;
    }
  }
  return holders;
}

/** How many rows have each term. */
function countRows({ terms, vocabulary }: Analyses): Uint32Array {
  const counts = new Uint32Array(vocabulary.length);
  for (const term of terms) counts[term] = (counts[term] as number) + 1;
  return counts;
}

/** The previous run's pairs between rows that were not edited, in new row numbers, and `found`. */
function joinReprints(
  { previous, oldRows }: Draft,
  edited: Uint8Array,
  found: readonly [number, number][],
): Uint32Array {
  if (!previous) return Uint32Array.from(found.flat());
  const newRows = new Map<number, number>();
  for (const [row, old] of oldRows.entries()) if (old >= 0 && !edited[row]) newRows.set(old, row);
  const pairs = [...found];
  for (let i = 0; i < previous.reprints.length; i += 2) {
    const a = newRows.get(previous.reprints[i] as number);
    const b = newRows.get(previous.reprints[i + 1] as number);
    if (a !== undefined && b !== undefined) pairs.push([Math.min(a, b), Math.max(a, b)]);
  }
  return Uint32Array.from(pairs.sort((p, q) => p[0] - q[0] || p[1] - q[1]).flat());
}

/** Rows that another row stands for now, or that stood for themselves before, or the reverse. */
function findRegrouped({ documents, previous, oldRows }: Draft, canonical: Int32Array): Uint8Array {
  return Uint8Array.from(documents, (_, row) => {
    const old = oldRows[row] as number;
    if (!previous || old < 0) return 1;
    const before = previous.ids[previous.canonical[old] as number];
    return before === documents[canonical[row] as number]?.id ? 0 : 1;
  });
}

function numberSeries(documents: readonly RelatedDocument[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(documents, ({ title }) => {
    const key = seriesKey(title);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function resolvePins(documents: readonly RelatedDocument[]) {
  const rows = new Map(documents.map(({ id }, row) => [id, row]));
  const pinStarts = new Uint32Array(documents.length + 1);
  const pins: number[] = [];
  for (const [row, document] of documents.entries()) {
    for (const id of document.pins) {
      const pin = rows.get(id);
      if (pin !== undefined) pins.push(pin);
    }
    pinStarts[row + 1] = pins.length;
  }
  return { pinStarts, pins: Uint32Array.from(pins) };
}
