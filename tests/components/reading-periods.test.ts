import { expect, test } from 'vitest';
import { groupByPeriod } from '../../src/components/reading-periods.ts';
import { beijing, makeCard } from './samples.ts';

const cardsOf = (...dates: string[]) => dates.map((date) => makeCard({ date: beijing(date) }));
const outline = (...dates: string[]) =>
  groupByPeriod(cardsOf(...dates)).map(({ name, entries }) => [
    name,
    ...entries.map(({ stamp }) => stamp),
  ]);

test('a busy list is cut into days and shows times', () => {
  expect(
    outline('2026-11-25 09:40', '2026-11-25 08:05', '2026-11-24 17:30', '2026-11-24 10:00'),
  ).toEqual([
    ['2026年11月25日　星期三', '09:40', '08:05'],
    ['2026年11月24日　星期二', '17:30', '10:00'],
  ]);
});

test('a slow list is cut into months and shows days', () => {
  expect(outline('2026-11-24', '2026-11-05', '2026-10-09', '2026-10-01')).toEqual([
    ['2026年11月', '24日', '5日'],
    ['2026年10月', '9日', '1日'],
  ]);
});

test('a very slow list is cut into years', () => {
  expect(outline('2026-11-24', '2026-08-05', '2025-10-09')).toEqual([
    ['2026年', '11月24日', '8月5日'],
    ['2025年', '10月9日'],
  ]);
});

test('days are Beijing’s', () => {
  const cards = cardsOf('2026-11-24T16:30Z', '2026-11-24T16:10Z');
  expect(groupByPeriod(cards)[0]?.datetime).toBe('2026-11-25');
});

test('nothing gives nothing', () => {
  expect(groupByPeriod([])).toEqual([]);
});
