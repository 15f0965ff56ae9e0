import type { RelatedDocument } from './document.ts';
import { isDigest, seriesKey } from './series.ts';
import { lettersOf } from './shingles.ts';
import { normaliseText } from './terms.ts';

/** What `isReprint` compares of one document, besides its shingles. */
export interface ReprintTraits {
  date: number;
  source: string;
  series: string;
  isDigest: boolean;
  titleLetters: string;
  titlePairs: ReadonlySet<string>;
  titleNumbers: ReadonlySet<string>;
  /** Numbers of the title and the first `LEAD` characters. */
  leadNumbers: ReadonlySet<string>;
  /** Distinct sampled shingles of the text. */
  size: number;
}

/** Reads the traits of a document whose text has `size` sampled shingles. */
export function readTraits(document: RelatedDocument, size: number): ReprintTraits {
  const { title, text, date, source = '' } = document;
  const titleLetters = lettersOf(title);
  return {
    date,
    source,
    series: seriesKey(title),
    isDigest: isDigest(title),
    titleLetters,
    titlePairs: pairsOf(titleLetters),
    titleNumbers: numbersOf(title),
    leadNumbers: numbersOf(`${title} ${text.slice(0, LEAD)}`),
    size,
  };
}

/**
 * Whether two documents with `shared` sampled shingles in common tell the same report: copied text
 * within a week, and the same numbers. Serials (daily statistics, fixing rates, market reports)
 * share most of their text and differ in the numbers, so numbers have the last word.
 */
export function isReprint(a: ReprintTraits, b: ReprintTraits, shared: number): boolean {
  if (Math.abs(a.date - b.date) > REPRINT_WINDOW_MS) return false;
  const smaller = Math.min(a.size, b.size);
  const larger = Math.max(a.size, b.size);
  if (smaller < SHORT_TEXT) return isSameHeadline(a, b, smaller > 0 ? shared / smaller : 0);
  const containment = shared / smaller;
  if (containment < COPIED || !haveSameNumbers(a, b)) return false;
  const jaccard = shared / (smaller + larger - shared);
  if (a.isDigest !== b.isDigest && jaccard < MOSTLY_COPIED) return false;
  if (a.isDigest && b.isDigest && a.series !== b.series && jaccard < MOSTLY_COPIED) return false;
  const titles = dice(a.titlePairs, b.titlePairs);
  if (containment < 0.8 && titles < 0.25) return false;
  return containment < 0.8 || titles >= 0.15 || smaller / larger >= 0.2;
}

/** Two documents further apart than this are never reprints of each other. */
export const REPRINT_WINDOW_MS = 7 * 86_400_000;
/** Least share of the smaller text's shingles that must stand in the other. */
export const COPIED = 0.5;

const MOSTLY_COPIED = 0.6;
const SHORT_TEXT = 20;
const LEAD = 300;
const HEADLINE_WINDOW_MS = 3 * 86_400_000;
const HEADLINE_LENGTH = 8;

/** One of the two has hardly any text: the whole title must agree, and another outlet print it. */
function isSameHeadline(a: ReprintTraits, b: ReprintTraits, containment: number): boolean {
  if (a.titleLetters !== b.titleLetters || a.titleLetters.length < HEADLINE_LENGTH) return false;
  if (Math.abs(a.date - b.date) > HEADLINE_WINDOW_MS) return false;
  return containment >= COPIED || (a.source !== b.source && a.series.length > 0);
}

function haveSameNumbers(a: ReprintTraits, b: ReprintTraits): boolean {
  if (a.series === b.series && a.titleNumbers.size > 0 && b.titleNumbers.size > 0) {
    for (const number of a.titleNumbers) if (!b.titleNumbers.has(number)) return false;
  }
  const smaller = Math.min(a.leadNumbers.size, b.leadNumbers.size);
  return smaller < 2 || countShared(a.leadNumbers, b.leadNumbers) / smaller >= 0.5;
}

function numbersOf(text: string): Set<string> {
  const found = normaliseText(text).match(/\d+(?:\.\d+)?/g) ?? [];
  return new Set(found.filter((number) => !/^20[12]\d$/.test(number)));
}

function pairsOf(letters: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * countShared(a, b)) / (a.size + b.size || 1);
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}
