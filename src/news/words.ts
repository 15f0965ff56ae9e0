import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Splits Chinese text into words; safe to share, not to send to another thread. */
export interface Segmenter {
  /** The words of `text` in order, punctuation and spaces included: joined they give `text` again. */
  words(text: string): string[];
}

/**
 * A segmenter with jieba's own dictionary, its model for unknown words (HMM), and the site's words
 * on top. Entries that hold white space cannot be one word of jieba's and are ignored.
 */
export function createSegmenter(dictionary: readonly string[]): Segmenter {
  const jieba = Jieba.withDict(dict);
  const lines = [...dictionary]
    .flatMap((word) => [word, word.normalize('NFKC').toLowerCase()])
    .filter((word) => word !== '' && !/\s/.test(word))
    .map((word) => `${word} ${WORD_FREQUENCY}\n`);
  if (lines.length > 0) jieba.loadDict(new TextEncoder().encode([...new Set(lines)].join('')));
  return { words: (text) => jieba.cut(text, true) };
}

/**
 * Occurrences claimed for a word of the site, against 60 million in jieba's dictionary: more likely
 * than its two parts together unless each of these makes up 4% of all Chinese text.
 */
const WORD_FREQUENCY = 100_000;
