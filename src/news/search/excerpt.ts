/** Excerpts: where a folded phrase stands in the text as it was written. */
import { type Folded, foldText, type TraditionalTable } from './fold.ts';

/** A piece of original text; `isMatch` pieces are what the reader looked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/**
 * A text with the matches of folded phrases told apart; one piece when there is none.
 * Overlapping matches become one.
 */
export function markMatches(
  text: string,
  phrases: readonly string[],
  traditional: TraditionalTable,
): Piece[] {
  return cut(text, 0, text.length, findMatches(foldText(text, traditional), phrases));
}

/**
 * About `length` characters of the paragraph that holds most of the phrases, around the first
 * match, with `……` where text is left out; the start of the text when nothing matches.
 */
export function makeExcerpt(
  paragraphs: readonly string[],
  phrases: readonly string[],
  traditional: TraditionalTable,
  length = 90,
): Piece[] {
  let best = {
    text: paragraphs.find((text) => text !== '') ?? '',
    matches: [] as Range[],
    held: 0,
  };
  for (const text of paragraphs) {
    const folded = foldText(text, traditional);
    const whole = folded.chars.join('');
    const held = phrases.filter((phrase) => whole.includes(phrase)).length;
    if (held > best.held) best = { text, matches: findMatches(folded, phrases), held };
    if (held === phrases.length) break;
  }
  const { text, matches } = best;
  const first = matches[0]?.start ?? 0;
  const last = matches[0]?.end ?? 0;
  const lead = Math.max(0, Math.floor((length - (last - first)) / 3));
  const start = first <= lead ? 0 : sentenceStart(text, first - lead, first);
  const end = Math.max(last, Math.min(text.length, start + length));
  const pieces = cut(text, toBoundary(text, start), toBoundary(text, end), matches);
  if (start > 0) pieces.unshift({ text: '……', isMatch: false });
  if (end < text.length) pieces.push({ text: '……', isMatch: false });
  return pieces;
}

interface Range {
  start: number;
  end: number;
}

/** Ranges of the original text, sorted and apart. */
export function findMatches(folded: Folded, phrases: readonly string[]): Range[] {
  const { text, positions } = joinChars(folded.chars);
  const ranges: Range[] = [];
  for (const phrase of phrases) {
    if (phrase === '') continue;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      const first = positions[at] ?? 0;
      const last = positions[at + phrase.length - 1] ?? first;
      ranges.push({ start: folded.starts[first] ?? 0, end: folded.ends[last] ?? 0 });
    }
  }
  ranges.sort((a, b) => a.start - b.start || a.end - b.end);
  const apart: Range[] = [];
  for (const range of ranges) {
    const before = apart.at(-1);
    if (before && range.start <= before.end) before.end = Math.max(before.end, range.end);
    else apart.push(range);
  }
  return apart;
}

/** The folded text, and for each UTF-16 unit of it the index of its character. */
function joinChars(chars: readonly string[]): { text: string; positions: number[] } {
  const positions: number[] = [];
  for (const [index, char] of chars.entries()) {
    for (let unit = 0; unit < char.length; unit++) positions.push(index);
  }
  return { text: chars.join(''), positions };
}

function cut(text: string, start: number, end: number, matches: readonly Range[]): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const add = (to: number, isMatch: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMatch });
    at = Math.max(at, to);
  };
  for (const match of matches) {
    if (match.start >= end || match.end <= start) continue;
    add(Math.max(start, match.start), false);
    add(Math.min(end, match.end), true);
  }
  add(end, false);
  return pieces;
}

/** The start of a sentence between `from` and `to`, or `from`. */
function sentenceStart(text: string, from: number, to: number): number {
  const at = text.slice(from, to).search(/(?<=[。！？；])[^。！？；”’』」）]/u);
  return at >= 0 ? from + at : from;
}

/** Never inside a surrogate pair. */
function toBoundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
