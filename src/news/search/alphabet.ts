/**
 * The alphabet Pagefind sees. It treats what is not a letter in ways of its own (drops punctuation,
 * splits `ETF2` and `5.2%`, strips marks), so every character is spelled in letters it leaves alone:
 * 汉字 as they are, anything else in syllables of the Yi script (letters without case or marks).
 */

/** Spells a folded character in one or more letters, or '' where Unicode has no text there. */
export function spell(char: string): string {
  const known = spelled.get(char);
  if (known !== undefined) return known;
  const letters = spellNew(char);
  spelled.set(char, letters);
  return letters;
}

/** Blocks without a gap: what Unicode assigns beyond them, build and browser may see differently. */
const HAN = /^[\u3400-\u4dbf\u4e00-\u9fff]$/u;

/** Yi syllables from U+A016 (U+A015 is a modifier) to U+A48C. */
const FIRST_LETTER = 0xa016;
const LETTERS = 0xa48c - FIRST_LETTER + 1;
/** One letter each: ASCII and Latin-1, general punctuation, 汉字 punctuation. */
const SHORT: readonly (readonly [from: number, to: number])[] = [
  [0x21, 0xff],
  [0x2010, 0x205e],
  [0x3001, 0x303d],
];
const SHORT_LETTERS = SHORT.reduce((sum, [from, to]) => sum + to - from + 1, 0);
/** Two letters, digits of the code point in this base, for the rest. */
const BASE = LETTERS - SHORT_LETTERS;

const spelled = new Map<string, string>();

function spellNew(char: string): string {
  if (HAN.test(char)) return char;
  const code = char.codePointAt(0) ?? 0;
  let before = 0;
  for (const [from, to] of SHORT) {
    if (code >= from && code <= to) return letter(before + code - from);
    before += to - from + 1;
  }
  if (code >= BASE * BASE) return '';
  return letter(before + Math.floor(code / BASE)) + letter(before + (code % BASE));
}

function letter(index: number): string {
  return String.fromCharCode(FIRST_LETTER + index);
}
