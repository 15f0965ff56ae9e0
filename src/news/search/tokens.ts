/**
 * Tokens: overlapping pairs of characters, so that any phrase is a run of consecutive tokens; each
 * distinct character once, for queries of one; whole dates. Exact, at a ninth of the bytes a query
 * of single characters (docs/search.md).
 */
import { spell } from './alphabet.ts';
import { datesIn, isDate } from './dates.ts';

/** Positions below this hold the title: a match there is a match in the title. */
export const TITLE_SPAN = 64;

/**
 * The tokens of an article in order, for Pagefind to index by position: the title's pairs, padded to
 * `TITLE_SPAN` with single characters, then the pairs of each block, single characters between
 * blocks, and last the rest of them, the dates and the title's initials. A phrase is a run of pairs,
 * so it cannot cross the single character between two blocks.
 * @param title folded
 * @param blocks folded paragraphs
 * @param initials of the title's syllables in pinyin
 */
export function articleTokens(
  title: readonly string[],
  blocks: readonly string[][],
  initials = '',
): string[] {
  const all = [title, ...blocks];
  const singles = [...new Set(all.flat().map(spell))].filter((token) => token !== '');
  const dates = new Set(all.flatMap((chars) => [...datesIn(chars.join(''))]));
  const tokens = pairs(title);
  let used = 0;
  const separate = () => {
    // With none left a repeated one separates as well; queries of one character only ask whether.
    const single = singles[used++] ?? singles[0];
    if (single !== undefined) tokens.push(single);
  };
  separate();
  while (tokens.length < TITLE_SPAN && singles.length > 0) separate();
  for (const chars of blocks) {
    for (const token of pairs(chars)) tokens.push(token);
    separate();
  }
  tokens.push(...singles.slice(used), ...[...dates].map(spellDate), ...initialTokens(initials));
  return tokens;
}

/** The tokens to look for, consecutive in the index, for a folded phrase. */
export function phraseTokens(phrase: readonly string[]): string[] {
  const text = phrase.join('');
  if (isDate(text)) return [spellDate(text)];
  const spelled = phrase.map(spell).filter((letters) => letters !== '');
  return spelled.length === 1 ? spelled : pairs(phrase);
}

/** The tokens of initials: pairs with a mark before them, so that no Latin word is taken for some. */
export function initialTokens(initials: string): string[] {
  return pairs([...initials]).map((pair) => `${INITIALS_MARK}${pair}`);
}

/** A Yi syllable that nothing is spelled with. */
const INITIALS_MARK = '\ua001';

function pairs(chars: readonly string[]): string[] {
  const spelled = chars.map(spell).filter((letters) => letters !== '');
  return spelled.slice(1).map((letters, index) => `${spelled[index]}${letters}`);
}

/** Four letters or more that start with a digit's: longer than any pair that does. */
function spellDate(date: string): string {
  return [...date].map(spell).join('');
}
