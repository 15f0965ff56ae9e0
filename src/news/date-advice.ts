import { beijingFields, formatDay, parseBeijing } from './beijing.ts';

/** Why `parseBeijing` does not take a date, in Chinese; '' where that is plain to see. */
export function adviseOnDate(written: string): string {
  const text = written
    .normalize('NFKC')
    .replace(/[“”‘’"']/g, '')
    .trim();
  const [, year = '', month = '', day = '', rest = ''] = NUMBERS.exec(text) ?? [];
  if (year === '') return /^\d{1,2}\s*[-/.月]\s*\d{1,2}(?:日|\s|$)/.test(text) ? '没有写年份' : '';
  const at = parseBeijing(`${year}-${month}-${day}`);
  if (at === undefined) return `日历上没有 ${year} 年 ${month} 月 ${day} 日`;
  if (/(?:星期|周)[一二三四五六日天]/.test(rest)) {
    const isRead =
      parseBeijing(text.replace(/\(?(?:星期|周)[一二三四五六日天]\)?/, ' ')) !== undefined;
    if (isRead) return `${formatDay(at)} 是星期${beijingFields(at).weekday}`;
  }
  if (/(?<!\d)24[:点时]/.test(rest)) return `24 点要写成第二天的 00:00`;
  if (/(?<!\d)12[:点时]/.test(rest)) return '夜里 12 点要写成第二天的 00:00，中午写 12:00';
  const [, hour, minute] = /(\d{1,2}):(\d)$/.exec(rest) ?? [];
  if (minute !== undefined) return `分钟要写两位，例如 ${hour?.padStart(2, '0')}:0${minute}`;
  return '';
}

const NUMBERS = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)(.*)$/;
