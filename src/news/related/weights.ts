import { type Analyses, rowBounds } from './analyses.ts';

/**
 * IDF level of every term by number (see `idfOf`), 0 where it tells articles apart no more, from closed periods: the documents before the Beijing month of the newest one,
 * so that today's article re-weighs nothing. While these are fewer than `ENOUGH_CLOSED`, all count.
 *
 * idf = ln(N / df) (Spärck Jones 1972), with N and df each rounded to quarter powers of two and
 * df never below 2: an old article added or corrected then changes hardly any term's weight, and
 * a word seen once is no better known than one seen twice. Terms in more than a fifth of the
 * documents weigh nothing.
 */
export function weighTerms(analyses: Analyses, dates: Float64Array): Uint8Array {
  const { terms, termStarts, vocabulary } = analyses;
  const isCounted = closedRows(dates);
  const frequencies = new Uint32Array(vocabulary.length);
  let total = 0;
  for (let row = 0; row < dates.length; row++) {
    if (!isCounted[row]) continue;
    total++;
    const [start, end] = rowBounds(termStarts, row);
    for (let i = start; i < end; i++) {
      const term = terms[i] as number;
      frequencies[term] = (frequencies[term] as number) + 1;
    }
  }
  const most = Math.max(SMALL_ARCHIVE, total * TOO_COMMON);
  const top = quarterLog(total);
  const known = new Map<number, number>();
  const levels = new Uint8Array(vocabulary.length);
  for (let term = 0; term < levels.length; term++) {
    const frequency = frequencies[term] as number;
    let level = known.get(frequency);
    if (level === undefined) {
      level = frequency > most ? 0 : Math.max(0, top - quarterLog(Math.max(2, frequency)));
      known.set(frequency, level);
    }
    levels[term] = level;
  }
  return levels;
}

/** IDF of a level of `weighTerms`. */
export function idfOf(level: number): number {
  return (level * Math.LN2) / 4;
}

/** One for each row that is older than the Beijing month of the newest, or for all. */
function closedRows(dates: Float64Array): Uint8Array {
  let newest = -Infinity;
  for (const date of dates) newest = Math.max(newest, date);
  const month = monthStart(newest);
  const closed = Uint8Array.from(dates, (date) => (date < month ? 1 : 0));
  const count = closed.reduce((sum, one) => sum + one, 0);
  return count >= ENOUGH_CLOSED ? closed : closed.fill(1);
}

/** First instant of the Beijing month (UTC+8) of an epoch ms. */
function monthStart(instant: number): number {
  if (!Number.isFinite(instant)) return instant;
  const local = new Date(instant + BEIJING_MS);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - BEIJING_MS;
}

/** The logarithm to base 2 in quarters, rounded. */
function quarterLog(count: number): number {
  return count > 0 ? Math.round(4 * Math.log2(count)) : 0;
}

const BEIJING_MS = 8 * 60 * 60 * 1000;
const ENOUGH_CLOSED = 50;
const TOO_COMMON = 0.2;
const SMALL_ARCHIVE = 20;
