import type { Segmenter } from '../words.ts';
import { STOP_WORDS } from './stop-words.ts';

/**
 * How often each term stands in an article, a title's words counting three times and those of the
 * lead twice: a report says first what it is about. Terms are words of two or more characters,
 * Latin tokens, and numbers of two or more digits, in lower case and half-width (NFKC).
 */
export function countTerms(title: string, text: string, segmenter: Segmenter): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (word: string, weight: number) => {
    if (isTerm(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  for (const word of segmenter.words(normaliseText(title))) add(word, TITLE_WEIGHT);
  let position = 0;
  for (const word of segmenter.words(normaliseText(text))) {
    add(word, position < LEAD_LENGTH ? LEAD_WEIGHT : 1);
    position += word.length;
  }
  return counts;
}

/** Lower case, half-width, and numbers without thousands separators. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
}

const TITLE_WEIGHT = 3;
const LEAD_WEIGHT = 2;
/** UTF-16 units of normalised text; four to six sentences. */
const LEAD_LENGTH = 200;

function isTerm(word: string): boolean {
  if (word.length < 2) return false;
  const first = word.charCodeAt(0);
  if (first >= DIGIT_0 && first <= DIGIT_9 && /^[\d.%]+$/.test(word)) return NUMBER.test(word);
  return !STOP_WORDS.has(word) && /[\p{L}\p{N}]/u.test(word);
}

const NUMBER = /^\d{2,}(?:\.\d+)?%?$/;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
