/** One reading of a query against one bundle. */
import type { BundleEntry } from '../news/search/catalog.ts';
import { foldText } from '../news/search/fold.ts';
import { countAligned, findNear, type Passage, slipsAllowed } from '../news/search/near.ts';
import type { Step } from '../news/search/query.ts';
import type { PagefindFilters } from './pagefind.ts';
import type { SearchEngine } from './search-engine.ts';

export interface Hit {
  id: string;
  bundle: BundleEntry;
  /** How many of the phrases the article holds, and how many its title. */
  held: number;
  inTitle: number;
}

/**
 * Articles of one bundle that answer the step, newest first.
 * @throws {IndexUnavailable}
 */
export async function findInBundle(
  engine: SearchEngine,
  bundle: BundleEntry,
  step: Step,
  filters: PagefindFilters,
): Promise<Hit[]> {
  const candidates = await listCandidates(engine, bundle, step, filters);
  return candidates
    .map(({ places, ...rest }) => ({
      ...rest,
      held: places.filter((positions) => positions.length > 0).length,
    }))
    .filter(({ held }) => held >= step.least)
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank: _rank, ...hit }) => ({ ...hit, bundle }));
}

/**
 * What the likeliest articles of one bundle say that is nearly the phrase of a `near` step.
 * @throws {IndexUnavailable}
 */
export async function findPassages(
  engine: SearchEngine,
  bundle: BundleEntry,
  step: Step,
  filters: PagefindFilters,
): Promise<Passage[]> {
  const { whole = '' } = step;
  const slips = slipsAllowed([...whole].length);
  const likely = (await listCandidates(engine, bundle, step, filters))
    .map(({ id, rank, places }) => ({ id, rank, held: countAligned(places) }))
    .filter(({ held }) => held >= step.least)
    .sort((a, b) => b.held - a.held || b.rank - a.rank)
    .slice(0, MOST_READ);
  const passages = await Promise.all(
    likely.map(async ({ id }) => {
      const { title, text } = await engine.text(bundle, id);
      const folded = [title, ...text].map((block) => foldText(block, new Map()).chars.join(''));
      return findNear(folded, whole, slips);
    }),
  );
  return passages.filter((passage) => passage !== undefined);
}

/** Candidates whose text is read: some 1.5 KB each. */
const MOST_READ = 10;

/** Articles that hold any of the step's phrases. */
async function listCandidates(
  engine: SearchEngine,
  bundle: BundleEntry,
  step: Step,
  filters: PagefindFilters,
): Promise<Candidate[]> {
  const candidates = new Map<string, Candidate>();
  for (const [index, phrase] of step.phrases.entries()) {
    for (const { id, rank, positions, isInTitle } of await engine.find(bundle, phrase, filters)) {
      const candidate = candidates.get(id) ?? {
        id,
        rank,
        inTitle: 0,
        places: step.phrases.map(() => []),
      };
      candidate.places[index] = positions;
      if (isInTitle) candidate.inTitle++;
      candidates.set(id, candidate);
    }
  }
  return [...candidates.values()];
}

interface Candidate extends Pick<Hit, 'id' | 'inTitle'> {
  /** Newest highest. */
  rank: number;
  /** Positions of each phrase, none for those that the article does not hold. */
  places: number[][];
}
