/**
 * How the archive is cut into bundles: calendar periods inside one year, chosen from that year's own
 * articles, so that what happens in one year never re-indexes another.
 */

/** A run of days in one year, both included, as `2025-03-01`. */
export interface Period {
  from: string;
  to: string;
  count: number;
}

/**
 * Periods of all years, newest first. Whole months are put together while they stay below
 * `BUNDLE_TARGET` articles, from January on; a month beyond it is cut between days. The year's last
 * month with articles stands alone, cut into the calendar's ten days if it is large (a small bundle
 * is indexed anew quickly), unless the whole year has no more than `SMALL_YEAR` articles.
 * @param days articles of each day that has any, `2025-03-01` → count
 */
export function cutPeriods(days: ReadonlyMap<string, number>): Period[] {
  const years = new Map<string, [day: string, count: number][]>();
  for (const entry of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const year = entry[0].slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), entry]);
  }
  return [...years.values()].flatMap(cutYear).sort((a, b) => (a.from < b.from ? 1 : -1));
}

/**
 * Articles of a full bundle. A larger one costs a reader more for its list of pages and chunks (24
 * bytes an article, measured) and the build more memory; a smaller one makes rare words open more.
 */
export const BUNDLE_TARGET = 1000;
/** Up to here a year is one bundle. */
export const SMALL_YEAR = 250;
/** Up to here a year's last month is one bundle. */
export const SMALL_MONTH = 150;

type Days = [day: string, count: number][];

function cutYear(days: Days): Period[] {
  const total = sum(days);
  if (total <= SMALL_YEAR) return [toPeriod(days)];
  const months = groupBy(days, (day) => day.slice(0, 7));
  const newest = months.pop() ?? [];
  const open = sum(newest) <= SMALL_MONTH ? [newest] : groupBy(newest, tenDaysOf);
  return [...gather(months), ...open.flatMap(splitMonth)];
}

function gather(months: Days[]): Period[] {
  const periods: Period[] = [];
  let open: Days = [];
  for (const month of months) {
    if (open.length > 0 && sum(open) + sum(month) > BUNDLE_TARGET) {
      periods.push(...splitMonth(open));
      open = [];
    }
    open.push(...month);
  }
  return open.length > 0 ? [...periods, ...splitMonth(open)] : periods;
}

/** Cuts between days what is too much for one bundle; one day is never cut. */
function splitMonth(days: Days): Period[] {
  const periods: Period[] = [];
  let open: Days = [];
  for (const day of days) {
    if (open.length > 0 && sum(open) + day[1] > BUNDLE_TARGET) {
      periods.push(toPeriod(open));
      open = [];
    }
    open.push(day);
  }
  return open.length > 0 ? [...periods, toPeriod(open)] : periods;
}

function groupBy(days: Days, keyOf: (day: string) => string | number): Days[] {
  const groups = new Map<string | number, Days>();
  for (const entry of days) {
    const group = groups.get(keyOf(entry[0]));
    if (group) group.push(entry);
    else groups.set(keyOf(entry[0]), [entry]);
  }
  return [...groups.values()];
}

/** 上旬、中旬 or 下旬 of a day: the first ten days of its month, the next ten, the rest. */
function tenDaysOf(day: string): number {
  return Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
}

function toPeriod(days: Days): Period {
  return { from: days[0]?.[0] ?? '', to: days.at(-1)?.[0] ?? '', count: sum(days) };
}

function sum(days: Days): number {
  return days.reduce((total, [, count]) => total + count, 0);
}
