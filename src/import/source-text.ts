/** Pasted and scraped text, cleaned of what no reader sees and no Markdown file should hold. */

/** One line: no invisible characters, every run of white space one space, no space at the ends. */
export function cleanLine(text: string): string {
  return dropInvisible(text).replace(/\s+/g, ' ').trim();
}

/**
 * The paragraphs of plain text: one a line of the source, since exports write no blank lines between
 * them. Indents (also full-width ones) and blank lines go, full-width spaces inside a line stay.
 */
export function splitParagraphs(text: string): string[] {
  return dropInvisible(text)
    .split('\n')
    .map((line) => line.replace(THIN_SPACES, ' ').trim())
    .filter((line) => line !== '');
}

/** Text of a tree: as `cleanLine`, but spaces at its ends and full-width ones stay. */
export function cleanText(text: string): string {
  return dropInvisible(text).replace(/[ \t\n\u00A0\u1680\u2000-\u200A\u202F\u205F]+/g, ' ');
}

/**
 * Line ends become LF; controls, noncharacters, zero-width marks, soft hyphens and bidirectional
 * overrides go (XML and YAML forbid some, the rest hide in names and searches); a lone surrogate
 * becomes U+FFFD. A zero-width joiner stays where it makes one emoji of two.
 */
function dropInvisible(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(UNWANTED, '')
    .replace(JOINERS, (mark, at: number, whole: string) =>
      mark === '\u200D' && isBetweenEmoji(whole, at) ? mark : '',
    );
}

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Tab and LF stay, joiners are judged by their neighbours. */
const UNWANTED =
  /\p{Noncharacter_Code_Point}|\p{Bidi_Control}|(?![\t\n])\p{Cc}|[\u00AD\u180E\u200B\u2060-\u2064\u206A-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
const THIN_SPACES = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F]+/g;
const JOINERS = /[\u200C\u200D]/g;
const EMOJI_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;

/** Whether the mark at `at` stands between two emoji; each is one or two UTF-16 units. */
function isBetweenEmoji(text: string, at: number): boolean {
  return (
    EMOJI_BEFORE.test(text.slice(Math.max(0, at - 2), at)) &&
    EMOJI_AFTER.test(text.slice(at + 1, at + 3))
  );
}
