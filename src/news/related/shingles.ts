import { normaliseText } from './terms.ts';

/**
 * A sample of the 5-character pieces of a normalised text, as sorted distinct hashes: those divisible
 * by `SAMPLING`, so that two texts keep the same pieces (mod-p sampling, Broder 1997; Manber 1994).
 * Punctuation and spaces do not count.
 */
export function sampleShingles(normalised: string): Uint32Array {
  const letters = keepLetters(normalised);
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
const LETTER = /^[\p{Script=Han}a-z0-9]$/u;
/** By UTF-16 unit, filled as they are met: a table is ten times as fast as the expression. */
const KINDS = new Uint8Array(2 ** 16);
const IS_LETTER = 1;
const IS_NONE = 2;

/** The UTF-16 units of Han characters, Latin letters and digits. */
function keepLetters(normalised: string): Uint16Array {
  const units = new Uint16Array(normalised.length);
  let count = 0;
  for (let at = 0; at < normalised.length; at++) {
    const unit = normalised.charCodeAt(at);
    if (kindOf(unit) === IS_LETTER) {
      units[count++] = unit;
    } else if (isHighSurrogate(unit)) {
      if (!LETTER.test(String.fromCodePoint(normalised.codePointAt(at) as number))) continue;
      units[count++] = unit;
      units[count++] = normalised.charCodeAt(++at);
    }
  }
  return units.subarray(0, count);
}

function kindOf(unit: number): number {
  const known = KINDS[unit] as number;
  if (known !== 0) return known;
  const kind = LETTER.test(String.fromCharCode(unit)) ? IS_LETTER : IS_NONE;
  KINDS[unit] = kind;
  return kind;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** FNV-1a over the five characters, then murmur3's final mix: FNV alone is weak in its low bits. */
function hashPiece(letters: Uint16Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SIZE; i++) {
    hash = Math.imul(hash ^ (letters[i] as number), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
