/** The files that the build leaves for the browser below `search-index/`, and how to read them. */

/** `catalog.json`: the only one whose name does not change with its content. */
export interface Catalog {
  /** Articles in all bundles. */
  count: number;
  /** Newest first. */
  bundles: BundleEntry[];
  /** Undefined where there is but one bundle. */
  directory?: DirectoryEntry;
  /** Files, relative to the catalog. */
  traditional: string;
  facets: string;
}

export interface BundleEntry {
  /** Folder of Pagefind's index and of `text/`, relative to the catalog. */
  path: string;
  /** Pagefind's language of the bundle, with which it also begins every result's id. */
  code: string;
  /** Days in Beijing, `2025-03-01`, both included. */
  from: string;
  to: string;
  count: number;
}

export interface DirectoryEntry {
  shards: number;
  /** Hash of each group of shards, in order. */
  groups: string[];
}

/** `text/<result id>.json`: what a result shows. */
export interface ResultText {
  url: string;
  title: string;
  /** Epoch ms. */
  date: number;
  channel: string;
  source?: string;
  text: string[];
}

/** The most frequent sources and tags of the archive with their articles, most first. */
export interface Facets {
  sources: [name: string, count: number][];
  tags: [name: string, count: number][];
}

/** Two strings of equal length: Traditional characters, and what each becomes. */
export type TraditionalPairs = [from: string, to: string];

export function toTable([from, to]: TraditionalPairs): Map<string, string> {
  const targets = [...to];
  return new Map([...from].map((char, index): [string, string] => [char, targets[index] ?? char]));
}

export function toPairs(table: ReadonlyMap<string, string>): TraditionalPairs {
  return [[...table.keys()].join(''), [...table.values()].join('')];
}
