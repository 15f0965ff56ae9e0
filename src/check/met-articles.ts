import type { Readings, SourceReading } from '../archive/readings.ts';
import { namesInLink, namesMetBy } from '../news/encounters.ts';
import { REPRINT_WINDOW_MS } from '../news/related/reprint-pair.ts';
import type { SourceFindings } from './source-check.ts';

/**
 * Readings of the files that are checked, and of all articles that a finding in them may be about:
 * what repeats their ids, addresses or titles, what they pin or link to, and what is of their days,
 * which they may be copies of. The rest of an archive is not even taken out of the cache.
 * @param files to be checked
 * @param findings of these files, and of fixed pages
 */
export function pickMet(
  readings: Readings,
  files: readonly string[],
  findings: readonly (readonly [string, SourceFindings])[],
): ReadonlyMap<string, SourceReading> {
  const checked = new Set(files);
  const names = new Set(
    findings.flatMap(([, { links }]) => links.flatMap(({ href }) => namesInLink(href))),
  );
  const windows = new Set<number>();
  for (const [file, { reading }] of readings.pick((traits) => checked.has(traits.file))) {
    if (!checked.has(file) || !reading.article) continue;
    for (const name of namesMetBy(reading.article)) names.add(name);
    const window = windowOf(reading.article.date);
    for (const near of [window - 1, window, window + 1]) windows.add(near);
  }
  return readings.pick(
    ({ file, names: own, date }) =>
      checked.has(file) ||
      own.some((name) => names.has(name)) ||
      (date !== undefined && windows.has(windowOf(date))),
  );
}

/** Articles of one window, or of two that follow each other, may be copies. */
function windowOf(date: number): number {
  return Math.floor(date / REPRINT_WINDOW_MS);
}
