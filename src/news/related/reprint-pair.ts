import type { RelatedDocument } from './document.ts';
import { isDigest, seriesKey } from './series.ts';
import { lettersOf } from './shingles.ts';
import { normaliseText } from './terms.ts';

/** What makes a document a reprint of another. */
export type ReprintDocument = Pick<RelatedDocument, 'title' | 'text' | 'date' | 'source'>;

/** What `isReprint` compares of one document, besides its shingles. */
export interface ReprintTraits {
  date: number;
  source: string;
  series: string;
  isDigest: boolean;
  titleLetters: string;
  titlePairs: ReadonlySet<string>;
  titleNumbers: ReadonlySet<string>;
  /** Numbers of title and text without years, which every report of a year has. */
  numbers: ReadonlySet<string>;
  /** Those of the title and the first `LEAD` characters. */
  leadNumbers: ReadonlySet<string>;
  /** Distinct sampled shingles of the text. */
  size: number;
}

/** Reads the traits of a document whose text has `size` sampled shingles. */
export function readTraits(document: ReprintDocument, size: number): ReprintTraits {
  const { title, text, date, source = '' } = document;
  const titleLetters = lettersOf(title);
  return {
    date,
    source,
    series: seriesKey(title),
    isDigest: isDigest(title),
    titleLetters,
    titlePairs: pairsOf(titleLetters),
    titleNumbers: new Set(allNumbersOf(title)),
    numbers: numbersOf(`${title} ${text}`),
    leadNumbers: numbersOf(`${title} ${text.slice(0, LEAD)}`),
    size,
  };
}

/**
 * Whether two documents with `shared` sampled shingles in common tell the same report: copied text
 * within a week, and the same numbers. Serials (daily statistics, fixing rates, market reports)
 * share most of their text and differ in the numbers, so numbers have the last word.
 *
 * How much text must be copied depends on the headlines. Where the shorter one stands in the longer
 * one, a third will do, edited or cut as the rest may be. Where headlines differ, the text must be
 * mostly the same: a digest holds whole reports and is none of them, and reports of one event quote
 * the same statement.
 */
export function isReprint(a: ReprintTraits, b: ReprintTraits, shared: number): boolean {
  if (Math.abs(a.date - b.date) > REPRINT_WINDOW_MS) return false;
  const smaller = Math.min(a.size, b.size);
  const larger = Math.max(a.size, b.size);
  const headline = overlap(a.titlePairs, b.titlePairs);
  if (smaller < SHORT_TEXT) return isSameHeadline(a, b, smaller > 0 ? shared / smaller : 0);
  const containment = shared / smaller;
  if (containment < COPIED || !haveSameNumbers(a, b)) return false;
  const jaccard = shared / (smaller + larger - shared);
  if (a.source === b.source) return jaccard >= REPUBLISHED;
  if (headline >= SAME_HEADLINE) {
    if (!agreeInTitles(a, b)) return false;
    if (smaller < BRIEF && containment < HALF_COPIED) return false;
    if (a.isDigest === b.isDigest || smaller / larger >= CUT_DIGEST) return true;
  }
  if (a.isDigest || b.isDigest) return jaccard >= MOSTLY_COPIED;
  if (headline >= LIKE_HEADLINE) return containment >= HALF_COPIED;
  return jaccard >= MOSTLY_COPIED;
}

/** Two documents further apart than this are never reprints of each other. */
export const REPRINT_WINDOW_MS = 7 * 86_400_000;
/** Least share of the smaller text's shingles that must stand in the other. */
export const COPIED = 0.3;

const HALF_COPIED = 0.5;
const MOSTLY_COPIED = 0.6;
/** An outlet copies itself only when it publishes a report again. */
const REPUBLISHED = 0.7;
/** Shares of the shorter headline's character pairs that stand in the other. */
const SAME_HEADLINE = 0.75;
const LIKE_HEADLINE = 0.4;
/** A digest without its name is this long beside the whole one; a report that it holds is not. */
const CUT_DIGEST = 0.3;
/** In sampled shingles, half as many as characters: below, a text decides nothing. */
const SHORT_TEXT = 20;
/** Below, a third of a text may be one sentence that both quote. */
const BRIEF = 60;
const LEAD = 300;
const SAME_NUMBERS = 0.6;
const HEADLINE_WINDOW_MS = 3 * 86_400_000;
const HEADLINE_LENGTH = 8;

/** One of the two has hardly any text: the whole title must agree, and another outlet print it. */
function isSameHeadline(a: ReprintTraits, b: ReprintTraits, containment: number): boolean {
  if (a.titleLetters !== b.titleLetters || a.titleLetters.length < HEADLINE_LENGTH) return false;
  if (Math.abs(a.date - b.date) > HEADLINE_WINDOW_MS) return false;
  return containment >= HALF_COPIED || (a.source !== b.source && a.series.length > 0);
}

/**
 * Whether the numbers a report opens with stand in the other one: those of the document with fewer
 * numbers, so that an excerpt is held against the whole.
 */
function haveSameNumbers(a: ReprintTraits, b: ReprintTraits): boolean {
  if (a.series === b.series && !agreeInTitles(a, b)) return false;
  const [less, more] = a.numbers.size <= b.numbers.size ? [a, b] : [b, a];
  if (less.leadNumbers.size < 2) return true;
  return countShared(less.leadNumbers, more.numbers) / less.leadNumbers.size >= SAME_NUMBERS;
}

/** Whether one headline has no number but those of the other, the last one perhaps cut short. */
function agreeInTitles(a: ReprintTraits, b: ReprintTraits): boolean {
  const [short, long] = a.titleLetters.length <= b.titleLetters.length ? [a, b] : [b, a];
  if (long.titleNumbers.size === 0) return true;
  const numbers = [...long.titleNumbers];
  return [...short.titleNumbers].every((one) => numbers.some((other) => other.startsWith(one)));
}

function numbersOf(text: string): Set<string> {
  return new Set(allNumbersOf(text).filter((number) => !/^20[12]\d$/.test(number)));
}

function allNumbersOf(text: string): string[] {
  return normaliseText(text).match(/\d+(?:\.\d+)?/g) ?? [];
}

function pairsOf(letters: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

/** The share of the smaller set that is in the other. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  return countShared(small, large) / (small.size || 1);
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const member of a) if (b.has(member)) count++;
  return count;
}
