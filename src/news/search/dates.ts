/**
 * Whole dates as single tokens: spelled in pairs of characters, `2025年9月3日` is made of the most
 * frequent pairs there are. They are substrings like any other: `11月10日` holds `1月10日`.
 */

/** Every date-like substring of a folded text that a reader may type, each once. */
export function datesIn(folded: string): Set<string> {
  const found = new Set<string>();
  for (const { groups = {} } of folded.matchAll(DATE)) {
    const { year, month = '', day } = groups;
    const months = month.length === 2 ? [month, month.slice(1)] : [month];
    if (year) found.add(`${year}年${month}月`);
    if (!day) continue;
    if (year) found.add(`${year}年${month}月${day}日`);
    for (const spelling of months) found.add(`${spelling}月${day}日`);
  }
  return found;
}

/** Whether a folded phrase is such a date. */
export function isDate(folded: string): boolean {
  return WHOLE.test(folded);
}

const DATE = /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/g;
const WHOLE = /^(?:\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日)$/;
