import type { Facets } from '../news/search/catalog.ts';
import type { SearchEntry } from './entry.ts';
import { MOST_SOURCES, MOST_TAGS } from './settings.ts';

/** Sources and tags that the search page offers, the most frequent first. */
export function countFacets(entries: readonly SearchEntry[]): Facets {
  const sources = entries.flatMap(({ source }) => (source === undefined ? [] : [source]));
  const tags = entries.flatMap((entry) => [...new Set(entry.tags)]);
  return { sources: mostFrequent(sources, MOST_SOURCES), tags: mostFrequent(tags, MOST_TAGS) };
}

function mostFrequent(values: readonly string[], limit: number): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
}
