import { describe, expect, test } from 'vitest';
import { isZone, readWrittenDate } from '../../src/news/written-date.ts';

test.each([
  ['2025-09-29T13:00:00.000Z', '2025-09-29 21:00'],
  ['2025-12-31T16:00:00Z', '2026-01-01 00:00'],
  ['2026-03-15T09:30:15+08:00', '2026-03-15 09:30:15'],
  ['2026-03-15 09:30 -0500', '2026-03-15 22:30'],
  ['2026-03-15T09:30', '2026-03-15 09:30'],
  ['2026年3月5日 9:05', '2026-03-05 09:05'],
  ['２０２６－０３－１５', '2026-03-15'],
  ['2026/3/5', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026年3月5日下午3点半', '2026-03-05 15:30'],
  ['2026-03-05 0点', '2026-03-05 00:00'],
  ['2026-03-05（周四）', '2026-03-05'],
])('%s → %s', (text, written) => {
  expect(readWrittenDate(text)).toBe(written);
});

test.each(['昨天', '2026-02-30', '2026-03', '2026-03-15 25:00', ''])(
  '%j cannot be read',
  (text) => {
    expect(readWrittenDate(text)).toBeUndefined();
  },
);

describe('a date without an offset', () => {
  test.each([
    ['UTC', '2026-03-15 16:30', '2026-03-16 00:30'],
    ['Z', '2026-03-15 16:30', '2026-03-16 00:30'],
    ['+08:00', '2026-03-15 16:30', '2026-03-15 16:30'],
    ['-03:30', '2026-03-15 16:30', '2026-03-16 04:00'],
    ['Asia/Shanghai', '2026-03-15 16:30', '2026-03-15 16:30'],
    ['Asia/Shanghai', '1988-07-01 12:00', '1988-07-01 11:00'],
    ['America/New_York', '2026-01-15 09:00', '2026-01-15 22:00'],
    ['America/New_York', '2026-07-15 09:00', '2026-07-15 21:00'],
    // Clocks go from 02:00 to 03:00 on 8 March and from 02:00 back to 01:00 on 1 November.
    ['America/New_York', '2026-03-08 02:30', '2026-03-08 15:30'],
    ['America/New_York', '2026-03-08 03:30', '2026-03-08 15:30'],
    ['America/New_York', '2026-11-01 01:30', '2026-11-01 13:30'],
    ['America/New_York', '2026-11-01 02:30', '2026-11-01 15:30'],
  ])('in %s: %s → %s', (zone, text, written) => {
    expect(readWrittenDate(text, zone)).toBe(written);
  });

  test('a day alone stays that day', () => {
    expect(readWrittenDate('2026-03-15', 'America/New_York')).toBe('2026-03-15');
    expect(readWrittenDate('2026-03-15', 'UTC')).toBe('2026-03-15');
  });

  test('an offset of its own counts', () => {
    expect(readWrittenDate('2026-03-15T09:30:00+08:00', 'UTC')).toBe('2026-03-15 09:30');
  });
});

test.each([
  ['+08:00', true],
  ['-0330', true],
  ['UTC', true],
  ['Z', true],
  ['Asia/Shanghai', true],
  ['北京', false],
  ['+99:00', false],
  ['', false],
])('zone %j: %s', (zone, isKnown) => {
  expect(isZone(zone)).toBe(isKnown);
});
