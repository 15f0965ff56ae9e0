import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beijingFields,
  formatDate,
  formatDateTime,
  formatDay,
  formatIso,
  parseBeijing,
} from '../../src/news/beijing.ts';

describe('parseBeijing', () => {
  test.each([
    // A date alone is the day's first moment in Beijing, not in London.
    ['2026-03-15', '2026-03-14T16:00:00Z'],
    ['2026-03-15 00:30', '2026-03-14T16:30:00Z'],
    ['2026-03-15 00:30:00', '2026-03-14T16:30:00Z'],
    ['2026-03-15T00:30', '2026-03-14T16:30:00Z'],
    ['2026-03-15 07:59:59', '2026-03-14T23:59:59Z'],
    ['2026-03-15 08:00', '2026-03-15T00:00:00Z'],
    ['2026-03-15 23:59:59', '2026-03-15T15:59:59Z'],
    ['2026-12-31 23:59', '2026-12-31T15:59:00Z'],
    ['2027-01-01 00:00', '2026-12-31T16:00:00Z'],
    // Offsets count.
    ['2026-03-15T09:30:00+08:00', '2026-03-15T01:30:00Z'],
    ['2026-03-15T09:30:00Z', '2026-03-15T09:30:00Z'],
    ['2026-03-15T09:30:00.123z', '2026-03-15T09:30:00Z'],
    ['2026-03-15 09:30 -0500', '2026-03-15T14:30:00Z'],
    ['2026-03-15 09:30 +05:30', '2026-03-15T04:00:00Z'],
    ['2026-03-15 09:30 +14:00', '2026-03-14T19:30:00Z'],
    // One right reading, so no reason to refuse.
    ['2026/03/15', '2026-03-14T16:00:00Z'],
    ['2026.3.5 9:05', '2026-03-05T01:05:00Z'],
    ['2026-3-5', '2026-03-04T16:00:00Z'],
    ['2026年3月15日', '2026-03-14T16:00:00Z'],
    ['2026年3月15日 9:30', '2026-03-15T01:30:00Z'],
    ['２０２６－０３－１５　０９：３０', '2026-03-15T01:30:00Z'],
    ['  2026-03-15\u00a009:30  ', '2026-03-15T01:30:00Z'],
    ['20260315', '2026-03-14T16:00:00Z'],
    ['20260315 09:30', '2026-03-15T01:30:00Z'],
    ['2026 年 3 月 15 日', '2026-03-14T16:00:00Z'],
    ['2026年3月15日9:30', '2026-03-15T01:30:00Z'],
    ['2026年3月15日 上午9:30', '2026-03-15T01:30:00Z'],
    ['2026年3月15日9时30分', '2026-03-15T01:30:00Z'],
    ['2026年3月15日9点5分', '2026-03-15T01:05:00Z'],
    ['2026-03-15 下午3点半', '2026-03-15T07:30:00Z'],
    ['2026-03-15 下午15:30', '2026-03-15T07:30:00Z'],
    ['2026-03-15 下午12:30', '2026-03-15T04:30:00Z'],
    ['2026-03-15 中午12点', '2026-03-15T04:00:00Z'],
    ['2026-03-15 晚上8点', '2026-03-15T12:00:00Z'],
    ['2026-03-15 9:30 PM', '2026-03-15T13:30:00Z'],
    ['2026-03-15 凌晨0:30', '2026-03-14T16:30:00Z'],
    ['2026-03-15（周日） 9时30分', '2026-03-15T01:30:00Z'],
    ['2026年3月15日星期天下午3:05', '2026-03-15T07:05:00Z'],
    // Days the calendar has.
    ['2028-02-29', '2028-02-28T16:00:00Z'],
    ['2000-02-29', '2000-02-28T16:00:00Z'],
    ['1900-01-01', '1899-12-31T16:00:00Z'],
  ])('%s is %s', (text, utc) => {
    expect(parseBeijing(text)).toBe(Date.parse(utc));
  });

  test.each([
    '',
    '今天',
    '2026',
    '2026-03',
    '2026031509:30',
    '202603151',
    '26-03-15',
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-03-15 24:00',
    '2026-03-15 12:60',
    '2026-03-15 12:30:60',
    '2026-03-15 9',
    '2026-03-15 09:30 +99:99',
    '2026-03-15 09:30 +14:30',
    '2026-03-15 09:30 -13:00',
    '2026-03-15 09:30 +08:75',
    '2026-03-15 09:30 CST',
    '2026-03-15+08:00',
    '03/15/2026',
    '2026-03-15 上午',
    // Two hours may be meant.
    '2026-03-15 9:5',
    '2026-03-15 晚上12点',
    '2026-03-15 上午12:30',
    '2026-03-15 12:30 AM',
    '2026-03-15 凌晨8点',
    // A Sunday.
    '2026-03-15 周一',
    '2026年3月15日（星期六）9:30',
    '0026-03-15',
    '3026-03-15',
    '2026-03-15, 2026-03-16',
  ])('%j is not a date', (text) => {
    expect(parseBeijing(text)).toBeUndefined();
  });

  const seconds = fc.integer({
    min: Date.UTC(1900, 0, 2) / 1000,
    max: Date.UTC(2999, 11, 30) / 1000,
  });

  test('reads back every second that formatIso writes', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const instant = second * 1000;
        expect(parseBeijing(formatIso(instant))).toBe(instant);
        expect(parseBeijing(formatIso(instant).slice(0, 19).replace('T', ' '))).toBe(instant);
      }),
    );
  });
});

describe('formats', () => {
  const evening = Date.parse('2026-03-04T16:05:09Z');

  test('of an instant that is already the next day in Beijing', () => {
    expect(beijingFields(evening)).toEqual({
      year: '2026',
      month: '03',
      day: '05',
      hour: '00',
      minute: '05',
      second: '09',
      weekday: '四',
    });
    expect(formatIso(evening)).toBe('2026-03-05T00:05:09+08:00');
    expect(formatDay(evening)).toBe('2026-03-05');
    expect(formatDate(evening)).toBe('2026年3月5日');
    expect(formatDateTime(evening)).toBe('2026年3月5日 00:05');
  });

  test('midnight is a date alone', () => {
    expect(formatDateTime(Date.parse('2026-03-04T16:00:00Z'))).toBe('2026年3月5日');
  });
});

test('the machine’s zone and language change nothing', () => {
  const script = `
    import * as beijing from '${new URL('../../src/news/beijing.ts', import.meta.url)}';
    const texts = ['2026-03-15', '2026-03-15 00:30', '2026/3/5 07:59:59', '2026年3月15日', '2026-03-08 02:30',
      '2026-11-01 01:30', '1988-04-10 00:30', '1990-08-01 12:00', '2026-03-15T09:30:00Z'];
    console.log(JSON.stringify(texts.map((text) => {
      const instant = beijing.parseBeijing(text);
      return [instant, beijing.beijingFields(instant), beijing.formatIso(instant), beijing.formatDateTime(instant)];
    })));`;
  const outputs = [
    { TZ: 'UTC', LANG: 'C' },
    { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' },
    { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  ].map((zone) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, ...zone },
      encoding: 'utf8',
    });
    return stdout || stderr;
  });
  expect(outputs[0]).toContain('"2026-03-15T00:30:00+08:00"');
  // China had summer time in 1988; a newspaper of that day would still be dated in standard time.
  expect(outputs[0]).toContain('"1988-04-10T00:30:00+08:00"');
  expect(new Set(outputs).size).toBe(1);
});
