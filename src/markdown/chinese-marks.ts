/**
 * CommonMark decides by the neighbours of `**` whether it opens or closes, and takes every CJK mark
 * for punctuation as it stands in English: `**重要：**请` stays literal (commonmark-spec#650,
 * bruits/satteri#85). GFM lets a bare address swallow `，谢谢`, and strikes through `5%~7%，3~12`.
 *
 * The cure is characters that no text has, put beside such a mark in the source and taken out of
 * the result. They are harmless wherever they land (code, addresses, tags), so the source need not
 * be parsed to place them, and no input can come out worse than without them.
 */

/** Counts as a letter: makes `**` beside punctuation behave as beside a letter. */
const LETTER = '\ufdd0';
/**
 * Stands for a single `~`, which would open a strikethrough: Ogham's feather mark, since emphasis
 * beside it must go on as beside punctuation.
 */
const TILDE = '\u169b';
/** Stands for the star of `*ST国华`, the exchange's sign for a share at risk: never emphasis. */
const SHARE = '\ufdd2';
/** Ogham space mark: ends a bare address, yet is allowed inside a written link's target. */
const SPACE = '\u1680';

const OURS = new RegExp(`[${LETTER}${TILDE}${SHARE}${SPACE}]`, 'g');
const OURS_ENCODED = /%EF%B7%9[0-2]|%E1%9A%(?:80|9B)/g;

/** Text without a BOM, control characters and noncharacters (ours among them), with `\n` line ends. */
export function cleanSource(source: string): string {
  return source.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWANTED, '');
}

/**
 * Puts the marks into clean Markdown. Emphasis then follows the CJK-friendly amendment
 * (github.com/tats-u/markdown-cjk-friendly): between a CJK character and punctuation a run of `*`
 * or `~~` may both open and close; “” ‘’ — … · count as CJK. Bare addresses end at the first
 * character outside ASCII. A single `~` and the star of `*ST` are text. In MDX, JavaScript
 * stays as it is.
 */
export function markChinese(source: string, format: 'md' | 'mdx' = 'md'): string {
  if (!/[*~]|:\/\/|www\./i.test(source)) return source;
  return source.replace(TOKEN, (token, offset: number) => {
    const first = token.charCodeAt(0);
    if (first === STAR) return markRun(token, source, offset, format);
    if (first === WAVE) {
      if (token.length === 2) return markRun(token, source, offset, format);
      return token.length === 1 && isTextTilde(source, offset, format) ? TILDE : token;
    }
    if (first === BACKSLASH || first === LESS) return token;
    return markAddress(token, codePointAfter(source, offset + token.length));
  });
}

/**
 * Where a bare address beside a mark such as `（` was read past its end: the parser finds `www.`
 * there in a second pass that stops at ASCII spaces only. Gives the address and the text after it.
 */
export function splitAddress(text: string, href: string): [string, string] | undefined {
  const end = text.indexOf(SPACE);
  if (end < 0 || href !== encodeURI(`http://${text}`)) return undefined;
  return [text.slice(0, end), text.slice(end)];
}

/** Takes the marks out of text or out of an address. */
export function unmarkChinese(text: string): string {
  const plain = text.includes('%')
    ? text.replace(OURS_ENCODED, (mark) => unmarkText(decodeURIComponent(mark)))
    : text;
  return unmarkText(plain);
}

/** Takes the marks out of code, where percent signs are its own. */
export function unmarkText(text: string): string {
  return text.replace(OURS, (mark) => (mark === TILDE ? '~' : mark === SHARE ? '*' : ''));
}

/** Controls but tab and line feed, the BOM, noncharacters, and our two of Ogham. */
const UNWANTED = /[^\P{Cc}\t\n]|[\u1680\u169b\ufdd0-\ufdef\ufeff\ufffe\uffff]/gu;

const STAR = 0x2a;
const WAVE = 0x7e;
const BACKSLASH = 0x5c;
const LESS = 0x3c;

/** An escape, a tag, an address in `<>`, a bare address, a run of `*` or `~`. */
const TOKEN =
  /\\[!-~]|<\/?[a-z][^<>]{0,2000}>|<[^<>\s]{1,2000}>|(?:https?:\/\/|www\.)[!-;=?-[\]-_a-{}~]+|\*+|~+/gi;

const PUNCTUATION = /^[\p{P}\p{S}]/u;
const SPACING = /^\s/u;
const CJK =
  /^[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}“”‘’—…·]/u;

/** `*ST` before no further letter; in MDX before a 汉字, where it cannot be a product. */
const AT_RISK = { md: /^ST(?![A-Za-z\d])/, mdx: /^ST[\u4e00-\u9fff]/ };

/** The marks make CommonMark's flanking rules give what the amendment's would. */
function markRun(run: string, source: string, offset: number, format: 'md' | 'mdx'): string {
  const end = offset + run.length;
  const before = codePointBefore(source, offset);
  if (run.length % 2 === 1 && AT_RISK[format].test(source.slice(end, end + 3))) {
    return markEmphasis(run.slice(1), before, SHARE) + SHARE;
  }
  const after = codePointAfter(source, end);
  // `/*` and `*/` are comments there.
  if (format === 'mdx' && (before === '/' || after === '/')) return run;
  // A run at the start of a cell or quotation opens: it has nothing to close.
  return markEmphasis(run, isBlockMark(before, source, offset) ? ' ' : before, after);
}

function markEmphasis(run: string, before: string, after: string): string {
  if (run === '' || before === '' || after === '') return run;
  if (SPACING.test(before) || SPACING.test(after)) return run;
  if (!CJK.test(before) && !CJK.test(after)) return run;
  const isPunctuationBefore = PUNCTUATION.test(before);
  const isPunctuationAfter = PUNCTUATION.test(after);
  // Both letters: nothing to mend. Both punctuation: the run could open or close already.
  if (isPunctuationBefore === isPunctuationAfter) return run;
  return isPunctuationAfter ? run + LETTER : LETTER + run;
}

function isBlockMark(before: string, source: string, offset: number): boolean {
  if (before === '|') return true;
  if (before !== '>') return false;
  let at = offset - 1;
  while (at >= 0 && (source[at] === '>' || source[at] === ' ')) at--;
  return at < 0 || source[at] === '\n';
}

/** In MDX a `~` may be an operator: there it must follow a number or word, as in 5%~7%. */
function isTextTilde(source: string, offset: number, format: 'md' | 'mdx'): boolean {
  return format === 'md' || /^[\p{L}\p{N}%‰℃°）)”]/u.test(codePointBefore(source, offset));
}

function markAddress(address: string, after: string): string {
  if (after === '' || after.charCodeAt(0) < 0x80 || SPACING.test(after)) return address;
  const [tail = ''] = /(?:\*{1,3}|~~|[(["'{]+)$/.exec(address) ?? [];
  const bare = address.slice(0, address.length - tail.length);
  if (!/[*~]/.test(tail)) return bare + SPACE + tail;
  return bare + SPACE + LETTER + tail + (PUNCTUATION.test(after) ? LETTER : '');
}

function codePointBefore(source: string, offset: number): string {
  const unit = source.charCodeAt(offset - 1);
  if (Number.isNaN(unit)) return '';
  return source.slice(unit >= 0xdc00 && unit <= 0xdfff ? offset - 2 : offset - 1, offset);
}

function codePointAfter(source: string, offset: number): string {
  const point = source.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}
