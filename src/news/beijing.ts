/** Dates as a Chinese newsroom means them: Beijing time (UTC+8, no summer time), on any machine. */

const OFFSET_MS = 8 * 60 * 60 * 1000;

/** What an author's date says. */
export interface WrittenDate {
  /** Epoch ms. */
  instant: number;
  hasTime: boolean;
  hasOffset: boolean;
}

/**
 * The instant an author's date means, in epoch ms, or undefined when it cannot be read.
 * `2026-03-15` is 00:00 Beijing time that day; `2026-03-15 09:30[:15]` is Beijing time unless it
 * ends in an offset (`Z`, `+08:00`). What has one right reading is taken: slashes, 年月日, full-width
 * digits, one-digit months, `20260315`, `9时30分`, `下午3点半`, a weekday that is that day's. What the
 * calendar lacks is not, nor what may mean two hours: `9:5`, `晚上12点`, `24:00`.
 */
export function parseBeijing(text: string): number | undefined {
  return parseWritten(text)?.instant;
}

/** `parseBeijing`, and whether the date had a time and an offset of its own. */
export function parseWritten(text: string): WrittenDate | undefined {
  const groups = DATE.exec(text.normalize('NFKC').trim())?.groups;
  if (!groups) return undefined;
  const { year, month, day, weekday, half, minute, second = '0', offset } = groups;
  const hour = hourOf(Number(groups['hour'] ?? 0), groups['part'] ?? groups['meridiem']);
  if (hour === undefined) return undefined;
  const minutes = half === undefined ? Number(minute ?? 0) : 30;
  const fields: Fields = [Number(year), Number(month), Number(day), hour, minutes, Number(second)];
  if (!isOnCalendar(fields)) return undefined;
  const [y, mo, d, h, mi, s] = fields;
  if (weekday !== undefined && !isWeekday(weekday, Date.UTC(y, mo - 1, d))) return undefined;
  const shift = offset ? offsetMs(offset) : OFFSET_MS;
  if (shift === undefined) return undefined;
  return {
    instant: Date.UTC(y, mo - 1, d, h, mi, s) - shift,
    hasTime: groups['hour'] !== undefined,
    hasOffset: offset !== undefined,
  };
}

/** Calendar fields of an instant in Beijing, as zero-padded text: `2026`, `03`, `15`, `09`, `30`. */
export function beijingFields(instant: number) {
  const iso = new Date(instant + OFFSET_MS).toISOString();
  return {
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    hour: iso.slice(11, 13),
    minute: iso.slice(14, 16),
    second: iso.slice(17, 19),
    weekday: '日一二三四五六'.charAt(new Date(instant + OFFSET_MS).getUTCDay()),
  };
}

/** ISO 8601 with Beijing's offset, `2026-03-15T09:30:00+08:00`: for machines. */
export function formatIso(instant: number): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** `2026-03-15`, the day in Beijing. */
export function formatDay(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 10);
}

/** `2026年3月15日 09:30`, or without the time when it is exactly midnight (a date alone). */
export function formatDateTime(instant: number): string {
  const { hour, minute } = beijingFields(instant);
  const day = formatDate(instant);
  return hour === '00' && minute === '00' ? day : `${day} ${hour}:${minute}`;
}

/** `2026年3月15日`. */
export function formatDate(instant: number): string {
  const { year, month, day } = beijingFields(instant);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

type Fields = [number, number, number, number, number, number];

const DAY = String.raw`(?:(?<year>\d{4})(?:[-/.]|\s*年\s*)(?<month>\d{1,2})(?:[-/.]|\s*月\s*)(?<day>\d{1,2})(?!\d)(?:\s*日)?|(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d))`;

const WEEKDAY = String.raw`(?:\s*\(?(?:星期|周)(?<weekday>[一二三四五六日天])\)?)?`;

const CLOCK = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?:\s*(?<meridiem>am|pm))?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?`;

const SPOKEN = String.raw`(?<hour>\d{1,2})(?:点钟?|时)(?:(?<half>半)|(?<minute>\d{1,2})分?(?:(?<second>\d{1,2})秒)?)?`;

const PART = String.raw`(?:(?<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间)\s*)?`;

/** A clock needs a space or `T` before it, unless a 日 or a word stands there. */
const DATE = new RegExp(
  `^${DAY}${WEEKDAY}(?:(?:[T\\s]\\s*|(?<=[日一二三四五六天)])|(?=[凌清早上中下傍晚]))${PART}(?:${CLOCK}|${SPOKEN}))?$`,
  'i',
);

/** Of 24; undefined where the word and the figure do not agree, or twelve may be noon or midnight. */
function hourOf(hour: number, part: string | undefined): number | undefined {
  const [from, to] = HOURS[part?.toLowerCase() ?? ''] ?? [0, 23];
  return [hour, hour + 12].find((one) => one >= from && one <= to);
}

/** First and last hour that each word can mean. */
const HOURS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  凌晨: [0, 6],
  清晨: [4, 8],
  早上: [4, 11],
  早晨: [4, 11],
  上午: [6, 11],
  am: [0, 11],
  中午: [11, 14],
  下午: [12, 19],
  pm: [12, 23],
  傍晚: [16, 20],
  晚上: [17, 23],
  晚间: [17, 23],
};

function isWeekday(written: string, utc: number): boolean {
  return '日一二三四五六'.charAt(new Date(utc).getUTCDay()) === written.replace('天', '日');
}

function isOnCalendar([year, month, day, hour, minute, second]: Fields): boolean {
  if (year < 1900 || year > 2999 || hour > 23 || minute > 59 || second > 59) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Undefined for an offset that no place has: the world's clocks are between -12:00 and +14:00. */
function offsetMs(offset: string): number | undefined {
  if (/^z$/i.test(offset)) return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  const isOnEarth = minutes < 60 && hours * 60 + minutes <= (sign < 0 ? 12 : 14) * 60;
  return isOnEarth ? sign * (hours * 60 + minutes) * 60_000 : undefined;
}
