/** Line ends inside a paragraph: between 汉字 they are nothing, between words they are a space. */

/**
 * A character class (without brackets) of characters that are written without spaces between them:
 * 汉字, kana, bopomofo, CJK and full-width punctuation. Hangul is left out, Korean has spaces.
 */
const WIDE =
  '\\u2e80-\\u312f\\u3190-\\u9fff\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff9f\\uffe0-\\uffe6\\u{20000}-\\u{3ffff}';

/** Punctuation that Chinese shares with Latin text: it belongs to whatever stands next to it. */
const SHARED = '“”‘’—…·';

const WIDE_BEFORE = new RegExp(`[${WIDE}][${SHARED}]{0,4}$`, 'u');
const WIDE_AFTER = new RegExp(`^[${SHARED}]{0,4}[${WIDE}]`, 'u');
const ANY_BEFORE = new RegExp(`[${WIDE}${SHARED}]$`, 'u');
const ANY_AFTER = new RegExp(`^[${WIDE}${SHARED}]`, 'u');

/**
 * Whether the line end between `before` and `after` vanishes. Both sides must be Chinese: a 汉字 or
 * full-width mark, or a quotation mark, dash or ellipsis on one side with a 汉字 near it.
 * Rule of CSS Text 3, section 4.1.3 (segment break transformation), widened to the shared marks.
 */
export function isBreakSilent(before: string, after: string): boolean {
  const left = before.slice(-6);
  const right = after.slice(0, 6);
  return (
    (WIDE_BEFORE.test(left) && ANY_AFTER.test(right)) ||
    (ANY_BEFORE.test(left) && WIDE_AFTER.test(right))
  );
}
