import { type CrawlResult, LinkChecker } from 'linkinator';
import { expect } from 'vitest';
import { serveDist } from '../browser/browser.ts';

/** linkinator on a built site: no link inside it is broken. Gives what it looked at. */
export async function expectNoBrokenLinks(outDir: string): Promise<CrawlResult['links']> {
  // linkinator's own file server drops connections under load, which it then counts as broken.
  const server = await serveDist(outDir);
  const result = await new LinkChecker().check({
    path: [server.url],
    recurse: true,
    concurrency: 10,
    retryErrors: true,
    retryErrorsCount: 3,
    linksToSkip: async (url) => !url.startsWith(server.url),
  });
  await server.close();
  expect(server.missing).toEqual([]);
  const broken = result.links.filter(({ state }) => state === 'BROKEN');
  expect(broken.map(({ url, parent }) => `${url} on ${parent}`)).toEqual([]);
  return result.links;
}
