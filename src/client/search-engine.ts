/** Pagefind in the browser, one bundle after another. */
import {
  type BundleEntry,
  type Catalog,
  type Facets,
  type ResultText,
  type TraditionalPairs,
  toTable,
} from '../news/search/catalog.ts';
import { bundlesWith, type Shard, shardFile } from '../news/search/directory.ts';
import { needsTable, type TraditionalTable } from '../news/search/fold.ts';
import type { Phrase, Step } from '../news/search/query.ts';
import { TITLE_SPAN } from '../news/search/tokens.ts';
import {
  openPagefind,
  type Pagefind,
  type PagefindFilters,
  type PagefindResult,
} from './pagefind.ts';
import { IndexUnavailable, loadJson, watchLoads } from './search-files.ts';

/** An article that holds a phrase, as a bundle's index knows it. */
export interface IndexHit {
  /** Of the result within the whole index. */
  id: string;
  /** Within its bundle; the newest has the highest. */
  rank: number;
  /** Of the phrase's tokens among the article's. */
  positions: number[];
  isInTitle: boolean;
}

export class SearchEngine {
  readonly catalog: Promise<Catalog>;
  readonly #folder: string;
  readonly #loads: { failures: number };
  readonly #pagefind: Promise<Pagefind>;
  readonly #opening = new Map<string, Promise<void>>();
  readonly #open = new Set<string>();
  /** Those of phrases asked for last. */
  readonly #answers = new Map<string, Answer>();
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param folder address of `search-index/`, with the slash */
  constructor(folder: string) {
    this.#folder = new URL(folder, location.href).pathname;
    this.#loads = watchLoads(this.#folder);
    this.catalog = loadJson(`${this.#folder}catalog.json`);
    this.#pagefind = openPagefind(`${this.#folder}runtime/`);
    // Both are awaited by the first search; until then a failure is no unhandled one.
    this.catalog.catch(() => {});
    this.#pagefind.catch(() => {});
  }

  /** The Traditional table, empty when the texts have no use for it. */
  async tableFor(...texts: string[]): Promise<TraditionalTable> {
    if (!texts.some(needsTable)) return new Map();
    const { traditional } = await this.catalog;
    return toTable(await this.#load<TraditionalPairs>(traditional));
  }

  async facets(): Promise<Facets> {
    return this.#load((await this.catalog).facets);
  }

  text(bundle: BundleEntry, id: string): Promise<ResultText> {
    return this.#load(`${bundle.path}/text/${id}.json`);
  }

  /** Which bundles, in the catalog's order, may answer the step; all where there is no directory. */
  async bundlesFor(step: Step): Promise<boolean[]> {
    const { bundles, directory } = await this.catalog;
    const tokens = [...new Set(step.phrases.flatMap((phrase) => phrase.tokens))];
    if (!directory) return bundles.map(() => true);
    const shards = await Promise.all(
      tokens.map((token) => {
        return this.#load<Shard>(shardFile(token, directory));
      }),
    );
    const known = new Map(tokens.map((token, index) => [token, shards[index] ?? {}]));
    return bundlesWith(step, known, bundles.length);
  }

  /**
   * Articles of one bundle that hold the phrase, newest first.
   * @throws {IndexUnavailable}
   */
  async find(bundle: BundleEntry, phrase: Phrase, filters: PagefindFilters): Promise<IndexHit[]> {
    await this.#openBundle(bundle);
    const { tokens } = phrase;
    const isLong = tokens.length >= 2 * PROBE_LENGTH;
    if (
      isLong &&
      (await this.#search(bundle, tokens.slice(0, PROBE_LENGTH), filters)).length === 0
    ) {
      return [];
    }
    return (await this.#search(bundle, tokens, filters)).map(({ id, score, words }) => ({
      id,
      rank: score,
      positions: words,
      isInTitle: isTitleMatch(phrase, words),
    }));
  }

  async #search(
    bundle: BundleEntry,
    tokens: readonly string[],
    filters: PagefindFilters,
  ): Promise<PagefindResult[]> {
    const key = JSON.stringify([tokens, filters]);
    const known = this.#answers.get(key);
    const answer = known?.bundles.has(bundle.path) ? known : await this.#ask(tokens, filters);
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size > MOST_ANSWERS) this.#answers.delete(oldest);
    }
    return answer.results.filter(({ id }) => id.startsWith(`${bundle.code}_`));
  }

  /** Pagefind searches all bundles that are open, whichever is meant. */
  async #ask(tokens: readonly string[], filters: PagefindFilters): Promise<Answer> {
    const pagefind = await this.#pagefind;
    const bundles = new Set(this.#open);
    const before = this.#loads.failures;
    const { results } = await pagefind.search(`"${tokens.join(' ')}"`, {
      sort: { date: 'desc' },
      filters: { ...filters },
    });
    if (this.#loads.failures > before) {
      throw new IndexUnavailable('A part of the index is missing.');
    }
    return { results, bundles };
  }

  async #openBundle(bundle: BundleEntry): Promise<void> {
    const pagefind = await this.#pagefind;
    const opening =
      this.#opening.get(bundle.path) ??
      pagefind.mergeIndex(`${this.#folder}${bundle.path}/`, {
        language: bundle.code,
        metaCacheTag: bundle.path,
      });
    this.#opening.set(bundle.path, opening);
    await opening;
    this.#open.add(bundle.path);
  }

  #load<T>(file: string): Promise<T> {
    const loading = this.#files.get(file) ?? loadJson<T>(`${this.#folder}${file}`);
    this.#files.set(file, loading);
    return loading as Promise<T>;
  }
}

/** What Pagefind answered, of the bundles that were open then. */
interface Answer {
  results: PagefindResult[];
  bundles: ReadonlySet<string>;
}

/** A query asks for a few phrases in each bundle it comes to. */
const MOST_ANSWERS = 64;

/**
 * Every token of a phrase costs a file of some 3.6 KB: a bundle without the beginning of a long one
 * is not asked for the rest.
 */
const PROBE_LENGTH = 4;

/** Single characters have no place of their own, so they say nothing about the title. */
function isTitleMatch({ text, tokens }: Phrase, [first = TITLE_SPAN]: number[]): boolean {
  const isSingle = tokens.length === 1 && [...text].length === 1;
  return !isSingle && first < TITLE_SPAN;
}
