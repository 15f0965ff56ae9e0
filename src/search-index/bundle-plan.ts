import path from 'node:path';
import type { BundleEntry } from '../news/search/catalog.ts';
import { cutPeriods, type Period } from '../news/search/periods.ts';
import type { SearchEntry } from './entry.ts';
import { hashOf } from './named-file.ts';

/** A bundle as it is to be. */
export interface PlannedBundle {
  period: Period;
  entry: BundleEntry;
  entries: SearchEntry[];
  /** In the cache, named by everything the bundle is made of. */
  folder: string;
}

/**
 * Cuts the archive into bundles, newest first.
 * @param scheme hash of all that decides how the same articles are indexed
 */
export function planBundles(
  entries: readonly SearchEntry[],
  scheme: string,
  cache: string,
): PlannedBundle[] {
  const days = Map.groupBy(entries, ({ day }) => day);
  const counts = new Map([...days].map(([day, list]): [string, number] => [day, list.length]));
  return cutPeriods(counts).map((period) => {
    const own = [...days]
      .filter(([day]) => day >= period.from && day <= period.to)
      .flatMap(([, list]) => list);
    const code = `b${period.from.replaceAll('-', '')}`;
    const hash = hashOf([scheme, code, ...own.map((record) => record.hash).sort()]);
    const { from, to, count } = period;
    return {
      period,
      entry: { path: `${from}-${hash.slice(0, 12)}`, code, from, to, count },
      entries: own,
      folder: path.join(cache, hash),
    };
  });
}
