import type { ReprintDocument } from '../news/related/reprint-pair.ts';
import { findReprints } from '../news/related/reprints.ts';
import { sampleShingles } from '../news/related/shingles.ts';
import { normaliseText } from '../news/related/terms.ts';

/** A text, and what tells copies of it. */
export interface SampledText {
  text: string;
  shingles: Uint32Array;
}

/** Articles among which copies are searched, with the shingles of all in one row. */
export interface CopySearch {
  reports: readonly (ReprintDocument & { file: string })[];
  /** 1 for those that are compared with all others. */
  changed: Uint8Array;
  shingleStarts: Uint32Array;
  shingles: Uint32Array<ArrayBuffer>;
}

/** The files of two articles that tell the same report. */
export type CopyPair = readonly [string, string];

export function sampleText(text: string): SampledText {
  return { text, shingles: sampleShingles(normaliseText(text)) };
}

/** Pairs as the engine of related news clusters them; one of each is changed. */
export function findCopyPairs({ reports, changed, ...samples }: CopySearch): CopyPair[] {
  const fileOf = (row: number) => reports[row]?.file ?? '';
  return findReprints(reports, samples, changed).map(([a, b]) => [fileOf(a), fileOf(b)]);
}
