/** The searches compared, as a page uses them; runs in the browser. */
import { SearchEngine } from '../../src/client/search-engine.ts';
import { renderHits } from '../../src/client/search-hits.ts';
import { orderHits, SearchSession } from '../../src/client/search-session.ts';
import { isApproximate } from '../../src/news/search/query.ts';
import { type FlexSearchFile, MINI_SEARCH_OPTIONS, type WholeArticle } from './search-peers.ts';

export interface Searcher {
  /** Shows up to ten results with all that a search shows of them; gives how many. */
  first(query: string): Promise<number>;
  all(query: string): Promise<Found>;
}

export interface Found {
  urls: string[];
  /** Whether the reader was told that the results are not quite what was asked for. */
  isApproximate: boolean;
}

export const SEARCHERS = {
  Ballast: openOurs,
  'Pagefind 1.6': openStock,
  MiniSearch: openMiniSearch,
  FlexSearch: openFlexSearch,
  'whole JSON': openWhole,
} satisfies Record<string, () => Searcher>;

export type SearcherName = keyof typeof SEARCHERS;

const SHOWN = 10;

function openOurs(): Searcher {
  const engine = new SearchEngine('/search-index/');
  return {
    async first(query) {
      const session = await SearchSession.start(engine, query, {});
      if (!session.step) return 0;
      const hits = orderHits(session.hits, 'newest').slice(0, SHOWN);
      return (await renderHits(engine, hits, session.step)).length;
    },
    async all(query) {
      const session = await SearchSession.start(engine, query, {});
      while (!session.isComplete) await session.readOlder();
      const texts = await Promise.all(
        session.hits.map(({ bundle, id }) => engine.text(bundle, id)),
      );
      const { step } = session;
      return {
        urls: texts.map(({ url }) => url),
        isApproximate: step !== undefined && (step.kind === 'runs' || isApproximate(step)),
      };
    },
  };
}

interface Pagefind {
  search(words: string): Promise<{ results: { data(): Promise<{ raw_url: string }> }[] }>;
}

function openStock(): Searcher {
  const opening = load<Pagefind>('/pagefind/pagefind.js');
  const data = async (query: string, count: number) => {
    const { results } = await (await opening).search(query);
    return Promise.all(results.slice(0, count).map((result) => result.data()));
  };
  return {
    first: async (query) => (await data(query, SHOWN)).length,
    all: async (query) =>
      exactly((await data(query, Number.POSITIVE_INFINITY)).map(({ raw_url }) => raw_url)),
  };
}

function openMiniSearch(): Searcher {
  const opening = (async () => {
    const [{ default: MiniSearch }, index] = await Promise.all([
      load<typeof import('minisearch')>('/peers/minisearch.js'),
      fetch('/peers/minisearch.json').then((response) => response.text()),
    ]);
    return MiniSearch.loadJSON(index, MINI_SEARCH_OPTIONS);
  })();
  const search = async (query: string) => (await opening).search(query).map(({ id }) => `${id}`);
  return fromUrls(search);
}

function openFlexSearch(): Searcher {
  const opening = (async () => {
    const [{ Index, Charset }, { parts, articles }] = await Promise.all([
      load<typeof import('flexsearch')>('/peers/flexsearch.js'),
      fetchJson<FlexSearchFile>('/peers/flexsearch.json'),
    ]);
    const index = new Index({ encoder: Charset.CJK });
    for (const [key, data] of parts) index.import(key, data);
    return { index, articles };
  })();
  return fromUrls(async (query) => {
    const { index, articles } = await opening;
    const found = index.search(query, { limit: articles.length });
    return found.map((number) => articles[Number(number)]?.url ?? '');
  });
}

function openWhole(): Searcher {
  const opening = fetchJson<WholeArticle[]>('/peers/whole.json');
  return fromUrls(async (query) => {
    const asked = query.toLowerCase();
    const holds = (text: string) => text.toLowerCase().includes(asked);
    const articles = (await opening).filter(({ title, content }) => holds(title) || holds(content));
    return articles.map(({ url }) => url);
  });
}

function fromUrls(search: (query: string) => Promise<string[]>): Searcher {
  return {
    first: async (query) => (await search(query)).slice(0, SHOWN).length,
    all: async (query) => exactly(await search(query)),
  };
}

function exactly(urls: string[]): Found {
  return { urls, isApproximate: false };
}

async function fetchJson<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>;
}

/** By an address that only the server knows. */
function load<T>(address: string): Promise<T> {
  return import(address) as Promise<T>;
}
