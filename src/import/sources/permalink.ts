/**
 * A pattern of Hexo or Hugo (`:year/:month/:title/`) filled in; undefined when it asks for what is
 * not known. A date gives what its digits say: generators use the zone it was written in.
 */
export function fillPermalink(
  pattern: string,
  date: string | undefined,
  names: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const fields = { ...readDigits(date), ...names };
  let isWhole = true;
  const path = pattern.replace(/:([a-z_]+)/g, (_, name: string) => {
    const value = fields[name];
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? path : undefined;
}

/** The parts a file's name gives by the pattern new files are named with; undefined if it does not fit. */
export function matchName(pattern: string, name: string): Record<string, string> | undefined {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:(\w+)/g, (_, part: string) => PARTS[part] ?? '(?:.+)');
  return new RegExp(`^${source}$`).exec(name)?.groups;
}

const PARTS: Readonly<Record<string, string>> = {
  title: '(?<title>.+)',
  year: '(?<year>\\d{4})',
  month: '(?<month>\\d{2})',
  i_month: '(?<month>\\d{1,2})',
  day: '(?<day>\\d{2})',
  i_day: '(?<day>\\d{1,2})',
};

function readDigits(date: string | undefined): Record<string, string | undefined> {
  const [, year, month = '', day = '', hour = '0', minute = '0', second = '0'] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(date ?? '') ??
    [];
  if (year === undefined) return {};
  const two = (text: string) => text.padStart(2, '0');
  return {
    year,
    month: two(month),
    i_month: String(Number(month)),
    day: two(day),
    i_day: String(Number(day)),
    hour: two(hour),
    minute: two(minute),
    second: two(second),
  };
}
