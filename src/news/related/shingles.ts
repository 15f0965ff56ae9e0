import { normaliseText } from './terms.ts';

/**
 * A sample of the 5-character pieces of a text, as sorted distinct hashes: those divisible by
 * `SAMPLING`, so that two texts keep the same pieces (mod-p sampling, Broder 1997; Manber 1994).
 * Punctuation and spaces do not count.
 */
export function sampleShingles(text: string): Uint32Array {
  const letters = lettersOf(text);
  const hashes = new Uint32Array(Math.max(0, letters.length - SIZE + 1));
  let count = 0;
  for (let at = 0; at + SIZE <= letters.length; at++) {
    const hash = hashPiece(letters, at);
    if (hash % SAMPLING === 0) hashes[count++] = hash;
  }
  const sorted = hashes.subarray(0, count).sort();
  let distinct = 0;
  for (let i = 0; i < count; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[distinct++] = sorted[i] as number;
  }
  return sorted.slice(0, distinct);
}

/** Letters and digits alone, normalised. */
export function lettersOf(text: string): string {
  return normaliseText(text).replace(/[^\p{Script=Han}a-z0-9]/gu, '');
}

const SIZE = 5;
const SAMPLING = 2;

/** FNV-1a over the five characters, then murmur3's final mix: FNV alone is weak in its low bits. */
function hashPiece(letters: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SIZE; i++) {
    hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
