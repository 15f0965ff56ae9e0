import { beijingFields, formatDay, parseWritten } from './beijing.ts';

/** Zone of dates that carry none: `+08:00`, `UTC`, or a name of the IANA database. */
export type Zone = string;

export const BEIJING: Zone = '+08:00';

export function isZone(zone: string): boolean {
  try {
    return createClock(zone === 'Z' ? 'UTC' : zone) !== undefined;
  } catch {
    return false;
  }
}

/**
 * A date in any of its forms, as frontmatter writes it: Beijing time, `2026-03-15 09:30`, with seconds only where
 * there are some. A day alone stays that day, in any zone. undefined when it cannot be read. Of an
 * hour that a clock change repeats it is the first; of one it leaves out, the hour after.
 * @param zone of dates without an offset
 */
export function readWrittenDate(text: string, zone: Zone = BEIJING): string | undefined {
  const written = parseWritten(text);
  if (written === undefined) return undefined;
  if (!written.hasTime) return formatDay(written.instant);
  const instant = written.hasOffset ? written.instant : inZone(written.instant, zone);
  const { hour, minute, second } = beijingFields(instant);
  return `${formatDay(instant)} ${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
}

const HOUR_MS = 60 * 60 * 1000;
const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;

/**
 * `written` is the instant at which a clock in Beijing shows what the source says; this is the
 * instant at which one in `zone` does.
 */
function inZone(written: number, zone: Zone): number {
  const wall = written + 8 * HOUR_MS;
  const [before, after] = [-24, 24].map((hours) => wall - offsetMs(zone, wall + hours * HOUR_MS));
  const readings = [before ?? wall, after ?? wall].sort((a, b) => a - b);
  return readings.find((at) => at + offsetMs(zone, at) === wall) ?? before ?? wall;
}

function offsetMs(zone: Zone, instant: number): number {
  if (zone === 'Z' || zone === 'UTC') return 0;
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const parts = createClock(zone).formatToParts(instant);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

function createClock(zone: Zone): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}
