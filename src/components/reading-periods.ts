import { beijingFields } from '../news/beijing.ts';
import type { Card } from '../news/card.ts';

/** A stretch of a list under one heading. */
export interface Period {
  /** `2026年11月24日　星期二`, `2026年11月` or `2026年`. */
  name: string;
  /** For `<time datetime>`: `2026-11-24`, `2026-11` or `2026`. */
  datetime: string;
  entries: { card: Card; stamp: string }[];
}

/** Articles a period should hold on average to earn a heading. */
const WORTH = 2;

/**
 * Cuts a list where a reader would look: a busy one into days, its entries stamped with the time; a
 * slower one into months or years, stamped with the day. Keeps the order.
 */
export function groupByPeriod(cards: readonly Card[]): Period[] {
  for (const describe of [describeDay, describeMonth]) {
    const periods = groupBy(cards, describe);
    if (cards.length >= WORTH * periods.length) return periods;
  }
  return groupBy(cards, describeYear);
}

type Description = Omit<Period, 'entries'> & { stamp: string };

function groupBy(cards: readonly Card[], describe: (instant: number) => Description): Period[] {
  const periods = new Map<string, Period>();
  for (const card of cards) {
    const { name, datetime, stamp } = describe(card.date);
    const period = periods.get(datetime) ?? { name, datetime, entries: [] };
    period.entries.push({ card, stamp });
    periods.set(datetime, period);
  }
  return [...periods.values()];
}

function describeDay(instant: number): Description {
  const { year, month, day, hour, minute, weekday } = beijingFields(instant);
  return {
    name: `${year}年${Number(month)}月${Number(day)}日　星期${weekday}`,
    datetime: `${year}-${month}-${day}`,
    stamp: `${hour}:${minute}`,
  };
}

function describeMonth(instant: number): Description {
  const { year, month, day } = beijingFields(instant);
  return {
    name: `${year}年${Number(month)}月`,
    datetime: `${year}-${month}`,
    stamp: `${Number(day)}日`,
  };
}

function describeYear(instant: number): Description {
  const { year, month, day } = beijingFields(instant);
  return { name: `${year}年`, datetime: year, stamp: `${Number(month)}月${Number(day)}日` };
}
