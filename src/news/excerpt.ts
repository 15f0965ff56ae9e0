/** Cutting text where a reader would: between graphemes, best after a sentence or clause. */

/** A grapheme is what a reader sees as one character: 汉字, emoji with modifiers, é. */
let graphemes: Intl.Segmenter | undefined;

/** Made when first needed: it takes as long as reading a hundred articles, and most need none. */
function graphemesOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/**
 * The beginning of `text`, at most `limit` graphemes with the `…` that marks the cut. Text that fits
 * comes back whole, without a mark. A cut prefers the end of a sentence or clause in the last third
 * and never ends inside a Latin word or a number.
 */
export function excerpt(text: string, limit: number): string {
  const flat = flatten(text);
  const head = splitHead(flat, limit + 1);
  if (head.length <= limit) return flat;
  const stop = findLast(head, limit - 1, (index) => {
    const mark = head[index] ?? '';
    return CLAUSE_END.test(mark) && !isInsideWord(mark, head[index + 1] ?? '');
  });
  const end = stop >= Math.floor(limit * 0.6) ? stop + 1 : limit - 1;
  const cut = trimToWord(takeFirst(head, end), flat);
  return `${cut.replace(/[\s，、；：,;:—–-]+$/u, '')}…`;
}

/** The first sentences of `text`, up to `limit` graphemes; cut like an excerpt if one is longer. */
export function firstSentences(text: string, limit: number): string {
  const flat = flatten(text);
  const whole = splitHead(flat, limit + 1);
  if (whole.length <= limit) return flat;
  const end = findLast(whole, limit, (index) => isSentenceEnd(whole, index));
  return end >= limit * 0.3 ? takeFirst(whole, end + 1) : excerpt(flat, limit);
}

/** Number of graphemes. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemesOf(text)) count++;
  return count;
}

const SENTENCE_END = /^[。！？!?…]$/u;
const CLAUSE_END = /^[。！？!?…，；,;、]$/u;
const CLOSING = /^[”’」』）)》】]$/u;

function flatten(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Graphemes by their index: a string where each is one UTF-16 unit, which need not be taken apart. */
type Marks = string | readonly string[];

function takeFirst(marks: Marks, count: number): string {
  const first = marks.slice(0, count);
  return typeof first === 'string' ? first : first.join('');
}

/** The last index below `end` for which it holds, -1 if there is none. */
function findLast(marks: Marks, end: number, isFound: (index: number) => boolean): number {
  let index = Math.min(end, marks.length) - 1;
  while (index >= 0 && !isFound(index)) index--;
  return index;
}

/** The first graphemes, at most `count`. */
function splitHead(text: string, count: number): Marks {
  const start = text.slice(0, count + 1);
  if (PLAIN.test(start)) return start.slice(0, count);
  // Segmenting copies what it is given: a long body is cut roughly first, unless its graphemes are
  // stacks of combining marks and the rough cut holds too few of them.
  const rough = takeGraphemes(text.slice(0, count * 24), count + 1);
  return rough.length > count || text.length <= count * 24
    ? rough.slice(0, count)
    : takeGraphemes(text, count);
}

/** 汉字, Latin letters, symbols and their marks never join with what stands beside them: no need to ask, and most text. */
const PLAIN =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f\u2010-\u2027\u2030-\u205e\u2100-\u214f\u2160-\u217f\u2190-\u22ff\u2460-\u24ff\u25a0-\u25ff\u3000-\u3029\u3030-\u303d\u4e00-\u9fff\uff00-\uff9d\uffe0-\uffee]*$/;

function takeGraphemes(text: string, count: number): string[] {
  const marks: string[] = [];
  for (const { segment } of graphemesOf(text)) {
    marks.push(segment);
    if (marks.length === count) break;
  }
  return marks;
}

/** A mark that ends a sentence, or the quotation marks and brackets behind it: `。”`. */
function isSentenceEnd(marks: Marks, index: number): boolean {
  const next = marks[index + 1] ?? '';
  if (CLOSING.test(next)) return false;
  let at = index;
  while (at > 0 && CLOSING.test(marks[at] ?? '')) at--;
  const mark = marks[at] ?? '';
  if (!SENTENCE_END.test(mark) || SENTENCE_END.test(next)) return false;
  return at !== index || !isInsideWord(mark, next);
}

/** `?` of an address and `,` of 1,234 end nothing. */
function isInsideWord(mark: string, next: string): boolean {
  return /^[!?,;]$/.test(mark) && /^[\w&=/]$/.test(next);
}

const WORD_END = /[\p{Script=Latin}\p{N}]$/u;
/** What may follow within the same word or figure: `3|.14`, `1|,000`, `12|:30`, `50| 万`, `6|%`. */
const SAME_WORD =
  /^(?:[\p{Script=Latin}\p{N}\p{M}]|[.,:/~'’-][\p{Script=Latin}\p{N}]|\s?[%％‰℃°十百千万亿兆])/u;
const WORD_TAIL = /(?:[\p{Script=Latin}\p{N}.,:/~'’%-]\p{M}*)+$/u;

/** Never ends inside a Latin word or a number: `3.1…` for 3.14, `50…` for 50 万 are other figures. */
function trimToWord(cut: string, whole: string): string {
  const rest = whole.slice(cut.length);
  const isInside =
    (WORD_END.test(cut) && SAME_WORD.test(rest)) ||
    (/[\p{N}][.,:/~-]$/u.test(cut) && /^\p{N}/u.test(rest));
  if (!isInside) return cut;
  const trimmed = cut.replace(WORD_TAIL, '');
  return trimmed.length > cut.length / 2 ? trimmed : cut;
}
