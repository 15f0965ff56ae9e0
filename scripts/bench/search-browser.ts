import type { Browser, Page } from 'playwright-core';
import type { Found, Searcher, SearcherName } from './search-searchers.ts';
import { type CountingServer, SOURCES } from './search-server.ts';

export interface FirstResults {
  bytes: number;
  files: number;
  /** From asking to the first ten results with their excerpts, in ms; the page is there already. */
  cold: number;
  /** The same for another query after it. */
  next: number;
  results: number;
}

/** Opens a page on an empty cache that is ready to search but has loaded nothing of any index. */
export async function openPage(browser: Browser, server: CountingServer): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate(async (address) => {
    const { SEARCHERS } = await import(address);
    Object.assign(window, { SEARCHERS });
  }, `${SOURCES}scripts/bench/search-searchers.ts`);
  server.takeCount();
  return page;
}

/** All articles that a query finds, read to the end of the archive. */
export function findAll(page: Page, name: SearcherName, query: string): Promise<Found> {
  return page.evaluate(
    ([searcherName, words]) => {
      const scope = window as unknown as BenchWindow;
      scope.searcher ??= scope.SEARCHERS[searcherName]();
      return scope.searcher.all(words);
    },
    [name, query] as const,
  );
}

/** Bytes and times of a query on an empty cache, and of the next one. */
export async function measureFirst(
  browser: Browser,
  server: CountingServer,
  name: SearcherName,
  query: string,
  following: string,
): Promise<FirstResults> {
  const page = await openPage(browser, server);
  const [cold, results] = await showFirst(page, name, query);
  const { bytes, files } = server.takeCount();
  const [next] = await showFirst(page, name, following);
  await page.context().close();
  server.takeCount();
  return { bytes, files, cold, next, results };
}

interface BenchWindow {
  SEARCHERS: Record<SearcherName, () => Searcher>;
  searcher?: Searcher;
}

function showFirst(
  page: Page,
  name: SearcherName,
  query: string,
): Promise<[ms: number, shown: number]> {
  return page.evaluate(
    async ([searcherName, words]): Promise<[number, number]> => {
      const scope = window as unknown as BenchWindow;
      const start = performance.now();
      scope.searcher ??= scope.SEARCHERS[searcherName]();
      const shown = await scope.searcher.first(words);
      return [performance.now() - start, shown];
    },
    [name, query] as const,
  );
}
