import { beijingFields, formatDay } from '../news/beijing.ts';
import type { Card } from '../news/card.ts';

/** A stretch of a list under one heading. */
export interface Period {
  /** `11月24日　星期二` or `2026年11月`. */
  name: string;
  /** For `<time datetime>`: `2026-11-24` or `2026-11`. */
  datetime: string;
  entries: { card: Card; stamp: string }[];
}

/** Articles a day from which days make better headings than months. */
const BUSY_DAY = 2;

/**
 * Cuts a list where a reader would look: a busy one into days, its entries stamped with the time; a
 * slow one into months, stamped with the day. Keeps the order.
 */
export function groupByPeriod(cards: readonly Card[]): Period[] {
  const days = new Set(cards.map(({ date }) => formatDay(date)));
  const isBusy = cards.length >= BUSY_DAY * days.size;
  const periods = new Map<string, Period>();
  for (const card of cards) {
    const { name, datetime, stamp } = isBusy ? describeDay(card.date) : describeMonth(card.date);
    const period = periods.get(datetime) ?? { name, datetime, entries: [] };
    period.entries.push({ card, stamp });
    periods.set(datetime, period);
  }
  return [...periods.values()];
}

function describeDay(instant: number) {
  const { year, month, day, hour, minute, weekday } = beijingFields(instant);
  return {
    name: `${year}年${Number(month)}月${Number(day)}日　星期${weekday}`,
    datetime: `${year}-${month}-${day}`,
    stamp: `${hour}:${minute}`,
  };
}

function describeMonth(instant: number) {
  const { year, month, day } = beijingFields(instant);
  return {
    name: `${year}年${Number(month)}月`,
    datetime: `${year}-${month}`,
    stamp: `${Number(month)}月${Number(day)}日`,
  };
}
