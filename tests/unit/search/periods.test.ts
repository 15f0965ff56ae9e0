import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUNDLE_TARGET, cutPeriods } from '../../../src/news/search/periods.ts';

/** A day in the middle of each month, so many articles on it. */
const months = (year: string, counts: number[]) =>
  counts.map((count, index): [string, number] => [
    `${year}-${String(index + 1).padStart(2, '0')}-15`,
    count,
  ]);
const cut = (...days: [string, number][]) =>
  cutPeriods(new Map(days)).map(({ from, to, count }) => `${from}/${to} ${count}`);

describe('periods', () => {
  test('of a small year: the year', () => {
    expect(cut(...months('2025', [80, 80, 80]))).toEqual(['2025-01-15/2025-03-15 240']);
  });

  test('of a larger one: its last month alone, the others together', () => {
    expect(cut(...months('2025', [450, 450, 450, 40]))).toEqual([
      '2025-04-15/2025-04-15 40',
      '2025-03-15/2025-03-15 450',
      '2025-01-15/2025-02-15 900',
    ]);
  });

  test('of a large last month: its ten days, whatever happened on them', () => {
    const last = (...days: [string, number][]) => cut(['2025-01-15', 300], ...days);
    expect(last(['2025-03-01', 60], ['2025-03-20', 60], ['2025-03-21', 40])).toEqual([
      '2025-03-21/2025-03-21 40',
      '2025-03-20/2025-03-20 60',
      '2025-03-01/2025-03-01 60',
      '2025-01-15/2025-01-15 300',
    ]);
    expect(last(['2025-03-09', 90], ['2025-03-10', 90], ['2025-03-31', 1])).toEqual([
      '2025-03-31/2025-03-31 1',
      '2025-03-09/2025-03-10 180',
      '2025-01-15/2025-01-15 300',
    ]);
  });

  test('never across years', () => {
    expect(cut(['2024-12-31', 10], ['2025-01-01', 10])).toEqual([
      '2025-01-01/2025-01-01 10',
      '2024-12-31/2024-12-31 10',
    ]);
  });

  test('of a month too large for one: cut between days', () => {
    expect(cut(['2025-03-01', 750], ['2025-03-02', 750], ['2025-03-03', 200])).toEqual([
      '2025-03-02/2025-03-03 950',
      '2025-03-01/2025-03-01 750',
    ]);
  });

  test('of no articles: none', () => {
    expect(cut()).toEqual([]);
  });
});

const anyDays = fc
  .array(
    fc.tuple(
      fc.date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
      fc.integer({ min: 1, max: 900 }),
    ),
    { maxLength: 80 },
  )
  .map((days) =>
    days.map(([date, count]): [string, number] => [date.toISOString().slice(0, 10), count]),
  );

test('every article is in exactly one, in any order of the input, and none is far too large', () => {
  fc.assert(
    fc.property(anyDays, (entries) => {
      const days = new Map(entries);
      const periods = cutPeriods(days);
      expect(cutPeriods(new Map([...days].toReversed()))).toEqual(periods);
      for (const [day] of days) {
        expect(periods.filter(({ from, to }) => from <= day && day <= to).length).toBe(1);
      }
      for (const { from, to, count } of periods) {
        expect(from.slice(0, 4)).toBe(to.slice(0, 4));
        const own = [...days].filter(([day]) => from <= day && day <= to);
        expect(own.reduce((sum, [, more]) => sum + more, 0)).toBe(count);
        expect(count <= BUNDLE_TARGET || own.length === 1).toBe(true);
      }
    }),
  );
});

test('a year is cut the same whatever happens in others', () => {
  fc.assert(
    fc.property(anyDays, anyDays, (one, other) => {
      const own = new Map(one.filter(([day]) => day.startsWith('2025')));
      const rest = other.filter(([day]) => !day.startsWith('2025'));
      const of2025 = cutPeriods(new Map([...own, ...rest])).filter(({ from }) =>
        from.startsWith('2025'),
      );
      expect(of2025).toEqual(cutPeriods(own));
    }),
  );
});
