/** Dates as a Chinese newsroom means them: Beijing time (UTC+8, no summer time), on any machine. */

const OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * The instant an author's date means, in epoch ms, or undefined when it cannot be read.
 * `2026-03-15` is 00:00 Beijing time that day; `2026-03-15 09:30[:15]` is Beijing time unless it
 * ends in an offset (`Z`, `+08:00`). Slashes, 年月日, full-width digits and one-digit months have
 * one right reading and are taken; a day the calendar lacks is not.
 */
export function parseBeijing(text: string): number | undefined {
  const match = DATE.exec(text.normalize('NFKC').trim());
  if (!match?.groups) return undefined;
  const { year, month, day, hour = '0', minute = '0', second = '0', offset } = match.groups;
  const fields = [year, month, day, hour, minute, second].map(Number) as Fields;
  if (!isOnCalendar(fields)) return undefined;
  const [y, mo, d, h, mi, s] = fields;
  const shift = offset ? offsetMs(offset) : OFFSET_MS;
  return shift === undefined ? undefined : Date.UTC(y, mo - 1, d, h, mi, s) - shift;
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

const DATE =
  /^(?<year>\d{4})(?:[-/.]|年)(?<month>\d{1,2})(?:[-/.]|月)(?<day>\d{1,2})日?(?:[T\s]\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/i;

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
