import { dict } from '@node-rs/jieba/dict.js';

/** Numbers from 0 to 1. */
export type Random = () => number;

/** A word drawn as often as the dictionary says it occurs. */
export type Draw = (random: Random) => string;

export interface Vocabulary {
  noun: Draw;
  verb: Draw;
  adjective: Draw;
  adverb: Draw;
  place: Draw;
}

/**
 * Words of jieba's dictionary by part of speech: real Chinese words with real frequencies, so that
 * segmenting, related lists and search meet the distribution they meet in news, without a corpus.
 */
export function readVocabulary(): Vocabulary {
  const words = new TextDecoder()
    .decode(dict)
    .split('\n')
    .map((line) => line.split(' '))
    .map(([word = '', count, part = '']) => ({ word, count: Number(count), part }))
    .filter(({ word, count }) => count >= RAREST && /^\p{sc=Han}{2,4}$/u.test(word));
  const drawOf = (parts: readonly string[], most: number) =>
    createDraw(words.filter(({ word, part }) => parts.includes(part) && word.length <= most));
  return {
    noun: drawOf(['n', 'vn', 'nz'], 4),
    verb: drawOf(['v'], 2),
    adjective: drawOf(['a', 'b'], 2),
    adverb: drawOf(['d'], 2),
    place: drawOf(['ns'], 3),
  };
}

/** Rarer entries of the dictionary are mostly names and misprints. */
const RAREST = 10;

function createDraw(words: readonly { word: string; count: number }[]): Draw {
  let sum = 0;
  const sums = words.map(({ count }) => {
    sum += count;
    return sum;
  });
  return (random) => {
    const point = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= point) low = middle + 1;
      else high = middle;
    }
    return words[low]?.word ?? '';
  };
}

/** One of the items, all equally likely. */
export function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** A whole number from `least` to `most`, both included. */
export function between(least: number, most: number, random: Random): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
