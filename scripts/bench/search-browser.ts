import type { Browser, Page } from 'playwright-core';
import type { CountingServer } from './search-server.ts';

export interface Found {
  urls: string[];
  kind: string | undefined;
}

export interface FirstResults {
  bytes: number;
  files: number;
  /** From asking to the first ten results with their excerpts, in ms; the page is there already. */
  cold: number;
  /** The same for another query after it. */
  next: number;
  results: number;
}

/** How a query is put to a search on the page; runs in the browser. */
export type Ask = 'ours' | 'stock';

/** Opens a page on an empty cache that is ready to search but has loaded nothing of the index. */
export async function openSearch(browser: Browser, server: CountingServer): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  // Whole address texts, so that Node's type checker does not look for them.
  await page.evaluate(async () => {
    const names = ['search-engine', 'search-session', 'search-hits'];
    const [engine, session, hits] = await Promise.all(
      names.map((name) => import(`/src/client/${name}.ts`)),
    );
    Object.assign(window, { ballast: { ...engine, ...session, ...hits } });
  });
  server.takeCount();
  return page;
}

/** Searches and shows the first ten results, as the search page does; gives ms and how many. */
export function showFirst(
  page: Page,
  ask: Ask,
  query: string,
): Promise<[ms: number, shown: number]> {
  return page.evaluate(
    async ([how, words]): Promise<[number, number]> => {
      // biome-ignore lint/suspicious/noExplicitAny: what the page loaded by address.
      const scope = window as any;
      const start = performance.now();
      let shown: number;
      if (how === 'ours') {
        const { SearchEngine, SearchSession, orderHits, renderHits } = scope.ballast;
        scope.engine ??= new SearchEngine('/search-index/');
        const session = await SearchSession.start(scope.engine, words, {});
        const hits = orderHits(session.hits, 'newest').slice(0, 10);
        shown = session.step ? (await renderHits(scope.engine, hits, session.step)).length : 0;
      } else {
        scope.stock ??= await import(`${'/pagefind/'}pagefind.js`);
        const { results } = await scope.stock.search(words);
        const first = results.slice(0, 10) as { data(): Promise<unknown> }[];
        shown = (await Promise.all(first.map((result) => result.data()))).length;
      }
      return [performance.now() - start, shown];
    },
    [ask, query] as const,
  );
}

/** All articles that a query finds, read to the end of the archive. */
export function findAll(page: Page, ask: Ask, query: string): Promise<Found> {
  return page.evaluate(
    async ([how, words]): Promise<{ urls: string[]; kind: string | undefined }> => {
      // biome-ignore lint/suspicious/noExplicitAny: what the page loaded by address.
      const scope = window as any;
      if (how === 'ours') {
        const { SearchEngine, SearchSession } = scope.ballast;
        scope.engine ??= new SearchEngine('/search-index/');
        const session = await SearchSession.start(scope.engine, words, {});
        while (!session.isComplete) await session.readOlder();
        const texts = await Promise.all(
          session.hits.map(({ bundle, id }: { bundle: unknown; id: string }) =>
            scope.engine.text(bundle, id),
          ),
        );
        return { urls: texts.map(({ url }) => url), kind: session.step?.kind };
      }
      scope.stock ??= await import(`${'/pagefind/'}pagefind.js`);
      const { results } = await scope.stock.search(words);
      const pages = await Promise.all(
        results.map((result: { data(): Promise<{ raw_url: string }> }) => result.data()),
      );
      return { urls: pages.map(({ raw_url }) => raw_url), kind: 'exact' };
    },
    [ask, query] as const,
  );
}

/** Bytes and times of a query on an empty cache, and of the next one. */
export async function measureFirst(
  browser: Browser,
  server: CountingServer,
  ask: Ask,
  query: string,
  following: string,
): Promise<FirstResults> {
  const page = await openSearch(browser, server);
  const [cold, results] = await showFirst(page, ask, query);
  const { bytes, files } = server.takeCount();
  const [next] = await showFirst(page, ask, following);
  await page.context().close();
  server.takeCount();
  return { bytes, files, cold, next, results };
}
