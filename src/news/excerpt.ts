/** Cutting text where a reader would: between graphemes, best after a sentence or clause. */

/** A grapheme is what a reader sees as one character: 汉字, emoji with modifiers, é. */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * The beginning of `text`, at most `limit` graphemes with the `…` that marks the cut. Text that fits
 * comes back whole, without a mark. A cut prefers the end of a sentence or clause in the last third.
 */
export function excerpt(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  // A grapheme has at least one code unit: this many code units cannot be too long.
  if (flat.length <= limit) return flat;
  const head = splitGraphemes(flat.slice(0, limit * 24), limit + 1);
  if (head.length <= limit) return flat;
  const kept = head.slice(0, limit - 1);
  const stop = kept.findLastIndex((mark) => CLAUSE_END.test(mark));
  const end = stop >= Math.floor(limit * 0.6) ? stop + 1 : kept.length;
  const cut = kept.slice(0, end).join('');
  return `${trimToWord(cut, flat).replace(/[\s，、；：,;:—–-]+$/u, '')}…`;
}

/** The first sentences of `text`, up to `limit` graphemes; cut like an excerpt if one is longer. */
export function firstSentences(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= limit) return flat;
  const head = splitGraphemes(flat.slice(0, limit * 24), limit);
  const stop = head.findLastIndex(
    (mark, index) => SENTENCE_END.test(mark) && !CLOSING.test(head[index + 1] ?? ''),
  );
  const closed = head.findLastIndex(
    (mark, index) => CLOSING.test(mark) && SENTENCE_END.test(head[index - 1] ?? ''),
  );
  const end = Math.max(stop, closed);
  return end >= limit * 0.3 ? head.slice(0, end + 1).join('') : excerpt(flat, limit);
}

/** Number of graphemes. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count++;
  return count;
}

const SENTENCE_END = /^[。！？!?…]$/u;
const CLAUSE_END = /^[。！？!?…，；,;、]$/u;
const CLOSING = /^[”’」』）)》】]$/u;

function splitGraphemes(text: string, limit: number): string[] {
  const marks: string[] = [];
  for (const { segment } of graphemes.segment(text)) {
    marks.push(segment);
    if (marks.length === limit) break;
  }
  return marks;
}

/** Never ends inside a Latin word or a number: `3.1…` for 3.14 would be another figure. */
function trimToWord(cut: string, whole: string): string {
  const next = whole.slice(cut.length).at(0) ?? '';
  if (!/[\w.,%]/.test(next) || !/[\w.,]$/.test(cut)) return cut;
  const trimmed = cut.replace(/[\w.,'’-]+$/, '');
  return trimmed.length > cut.length / 2 ? trimmed : cut;
}
