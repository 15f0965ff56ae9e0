/** One query against the archive: newest bundles first, from the strictest reading to the loosest. */
import type { BundleEntry } from '../news/search/catalog.ts';
import { chooseMeant, type Passage } from '../news/search/near.ts';
import { correctStep, planQuery, type Step } from '../news/search/query.ts';
import type { PagefindFilters } from './pagefind.ts';
import { findInBundle, findPassages, type Hit } from './search-bundle.ts';
import type { SearchEngine } from './search-engine.ts';

export interface Filters extends PagefindFilters {
  year?: string;
}

export type Order = 'newest' | 'title';

/**
 * Newest first as they came, or those first whose title holds more of the query: both mean the same
 * in every bundle, which Pagefind's scores do not.
 */
export function orderHits(hits: readonly Hit[], order: Order): Hit[] {
  const ordered = [...hits].sort((a, b) => b.held - a.held);
  return order === 'title' ? ordered.sort((a, b) => b.inTitle - a.inTitle) : ordered;
}

/** Hits shown at once; with fewer, older bundles are read unasked. */
export const PAGE_LENGTH = 10;

export class SearchSession {
  /** Newest first, as far as the archive was read. */
  readonly hits: Hit[] = [];
  /** The reading that found them; undefined while there are none. */
  step: Step | undefined;
  /** Whether every bundle that may hold the query was read, so that the hits are all there are. */
  isComplete = false;
  /** First day of the oldest bundle that was read. */
  readBackTo: string | undefined;
  readonly #engine: SearchEngine;
  readonly #filters: Filters;
  readonly #steps: Step[];
  #waiting: BundleEntry[] = [];
  /** What was found while a slip of the pen is looked for. */
  readonly #passages: Passage[] = [];

  private constructor(engine: SearchEngine, steps: Step[], filters: Filters) {
    this.#engine = engine;
    this.#steps = steps;
    this.#filters = filters;
  }

  /** @throws {IndexUnavailable} */
  static async start(engine: SearchEngine, query: string, filters: Filters) {
    const table = await engine.tableFor(query);
    const session = new SearchSession(engine, planQuery(query, table), filters);
    await session.#begin();
    await session.readOlder();
    return session;
  }

  /**
   * Reads older bundles until there are ten more hits or no bundle left.
   * @throws {IndexUnavailable}
   */
  async readOlder(): Promise<void> {
    const wanted = this.hits.length + PAGE_LENGTH;
    while (this.hits.length < wanted && !this.isComplete) await this.#advance();
  }

  /** Finds the bundles that may answer the strictest reading left. */
  async #begin(): Promise<void> {
    const [step] = this.#steps;
    this.readBackTo = undefined;
    this.isComplete = step === undefined;
    if (!step) return;
    const { bundles } = await this.#engine.catalog;
    const { year } = this.#filters;
    const mayHold = await this.#engine.bundlesFor(step);
    this.#waiting = bundles.filter(
      ({ from }, index) => mayHold[index] && (year === undefined || from.startsWith(year)),
    );
  }

  /** Reads one more bundle; after the last one the query is answered or read more loosely. */
  async #advance(): Promise<void> {
    const [step] = this.#steps;
    const bundle = this.#waiting.shift();
    const { year: _, ...filters } = this.#filters;
    if (step?.whole !== undefined) return this.#advanceNear(step, bundle, filters);
    if (step && bundle) {
      const found = await findInBundle(this.#engine, bundle, step, filters);
      this.readBackTo = bundle.from;
      if (found.length > 0) this.step = step;
      this.hits.push(...found);
    }
    if (this.#waiting.length > 0) return;
    if (this.hits.length > 0) this.isComplete = true;
    else {
      this.#steps.shift();
      await this.#begin();
    }
  }

  /** Asks one more bundle what was meant; once it is plain, or after the last, that is looked for. */
  async #advanceNear(
    step: Step,
    bundle: BundleEntry | undefined,
    filters: PagefindFilters,
  ): Promise<void> {
    if (bundle) {
      this.#passages.push(...(await findPassages(this.#engine, bundle, step, filters)));
    }
    const meant = chooseMeant(this.#passages);
    const isPlain = meant !== undefined && meant.slips <= 1;
    if (!isPlain && this.#waiting.length > 0) return;
    this.#steps.shift();
    if (meant) this.#steps.unshift(correctStep(meant.text));
    await this.#begin();
  }
}
