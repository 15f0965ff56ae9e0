/** One reading of a query against one bundle. */
import type { BundleEntry } from '../news/search/catalog.ts';
import { foldText } from '../news/search/fold.ts';
import { countAligned, findNear, slipsAllowed } from '../news/search/near.ts';
import type { Step } from '../news/search/query.ts';
import type { PagefindFilters, SearchEngine } from './search-engine.ts';

export interface Hit {
  id: string;
  bundle: BundleEntry;
  /** How many of the phrases the article holds, and how many its title. */
  held: number;
  inTitle: number;
  /** Of a near match: the folded passage that is nearly what was asked for. */
  passage?: string;
}

/**
 * Articles of one bundle that answer the step, newest first; near matches nearest first.
 * @throws {IndexUnavailable}
 */
export async function findInBundle(
  engine: SearchEngine,
  bundle: BundleEntry,
  step: Step,
  filters: PagefindFilters,
): Promise<Hit[]> {
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
  const hits = [...candidates.values()].map(({ places, ...rest }) => {
    const found = places.filter((positions) => positions.length > 0);
    return { ...rest, held: step.whole === undefined ? found.length : countAligned(places) };
  });
  const answers = hits
    .filter(({ held }) => held >= step.least)
    .sort((a, b) => b.rank - a.rank)
    .map(({ rank: _rank, ...hit }) => ({ ...hit, bundle }));
  return step.whole === undefined ? answers : readNear(engine, answers, step.whole);
}

interface Candidate extends Pick<Hit, 'id' | 'inTitle'> {
  /** Newest highest. */
  rank: number;
  /** Positions of each phrase, none for those that the article does not hold. */
  places: number[][];
}

/** Candidates whose text is read: some 1.5 KB each. */
const MOST_READ = 20;

/** Those of the likeliest candidates whose text has a passage near to the phrase. */
async function readNear(engine: SearchEngine, candidates: Hit[], phrase: string): Promise<Hit[]> {
  const slips = slipsAllowed([...phrase].length);
  const likely = candidates.toSorted((a, b) => b.held - a.held).slice(0, MOST_READ);
  const hits = await Promise.all(
    likely.map(async (hit): Promise<Hit[]> => {
      const { title, text } = await engine.text(hit.bundle, hit.id);
      const passages = [title, ...text].map((block) => foldText(block, new Map()).chars.join(''));
      const passage = findNear(passages, phrase, slips);
      return passage === undefined ? [] : [{ ...hit, passage }];
    }),
  );
  return hits.flat();
}
