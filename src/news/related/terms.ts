import type { Segmenter } from '../words.ts';
import { PairNumbers } from './pair-numbers.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * Numbers terms as it meets them and counts them, article by article. Terms are words of two or
 * more characters, Latin tokens, and numbers of two or more digits, in lower case and half-width
 * (NFKC).
 */
export class TermCounter {
  /** Terms by their numbers. */
  readonly vocabulary: string[] = [];
  /** By word; -1 for those that are no terms. One look-up a word: much of the time goes here. */
  readonly #numbers = new Map<string, number>();
  /** The same for words of two characters, most of all. */
  readonly #pairs = new PairNumbers();
  readonly #segmenter: Segmenter;
  #counts = new Uint32Array(1024);
  #found: number[] = [];

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  /**
   * Calls `each` with every term of a normalised title and text, as they first stand there, and how
   * often it stands there, a title's words counting three times and those of the lead twice: a
   * report says first what it is about.
   */
  count(title: string, text: string, each: (term: number, count: number) => void): void {
    for (const word of this.#segmenter.words(title)) this.#add(word, TITLE_WEIGHT);
    let position = 0;
    for (const word of this.#segmenter.words(text)) {
      this.#add(word, position < LEAD_LENGTH ? LEAD_WEIGHT : 1);
      position += word.length;
    }
    for (const term of this.#found) {
      each(term, this.#counts[term] as number);
      this.#counts[term] = 0;
    }
    this.#found.length = 0;
  }

  #add(word: string, weight: number): void {
    if (word.length < 2) return;
    const term = word.length === 2 ? this.#numberOfPair(word) : this.#numberOf(word);
    if (term < 0) return;
    const count = this.#counts[term] as number;
    if (count === 0) this.#found.push(term);
    this.#counts[term] = count + weight;
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#number(word);
    this.#numbers.set(word, number);
    return number;
  }

  #numberOfPair(word: string): number {
    const pair = (word.charCodeAt(0) << 16) | word.charCodeAt(1);
    const known = this.#pairs.get(pair);
    if (known !== undefined) return known;
    const number = this.#number(word);
    this.#pairs.set(pair, number);
    return number;
  }

  #number(word: string): number {
    const number = isTerm(word) ? this.vocabulary.push(word) - 1 : -1;
    if (number >= this.#counts.length) {
      const counts = new Uint32Array(this.#counts.length * 2);
      counts.set(this.#counts);
      this.#counts = counts;
    }
    return number;
  }
}

/** Lower case, half-width, and numbers without thousands separators. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

/**
 * Whether a term alone says to a reader what two articles share: a bare number does not, unless it
 * is a security's code of six digits.
 */
export function isTelling(term: string): boolean {
  return SECURITY_CODE.test(term) || /\p{L}/u.test(term);
}

const SECURITY_CODE = /^\d{6}$/;

const TITLE_WEIGHT = 3;
const LEAD_WEIGHT = 2;
/** UTF-16 units of normalised text; four to six sentences. */
const LEAD_LENGTH = 200;

function isTerm(word: string): boolean {
  const first = word.charCodeAt(0);
  if (first >= DIGIT_0 && first <= DIGIT_9 && /^[\d.%]+$/.test(word)) return NUMBER.test(word);
  return !STOP_WORDS.has(word) && /[\p{L}\p{N}]/u.test(word);
}

const NUMBER = /^\d{2,}(?:\.\d+)?%?$/;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
