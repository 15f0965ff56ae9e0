import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { beijingFields } from '../../src/news/beijing.ts';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { buildSearchIndex } from '../../src/search-index/build.ts';
import { toEntry } from '../../src/search-index/entry.ts';
import { makeTemporaryFolder } from '../site/build.ts';
import { beijing } from '../unit/samples.ts';
import { BASE, type Server, serveDist } from './browser.ts';

/** The sample site with another archive in its search: what a test is about, no page of it. */
export async function serveArchive(
  sampleSite: string,
  articles: readonly SearchRecord[],
): Promise<Server> {
  const folder = makeTemporaryFolder();
  const outDir = path.join(folder, 'dist');
  cpSync(sampleSite, outDir, { recursive: true });
  await buildSearchIndex({
    outDir,
    cacheDir: path.join(folder, 'cache'),
    entries: articles.map(toEntry),
  });
  return serveDist(outDir, BASE);
}

/** An article for search; its day as `2026-03-01`. */
export function searchable(
  title: string,
  text: string[],
  rest: Partial<SearchRecord> & { day?: string } = {},
): SearchRecord {
  const { day = '2026-03-01', ...given } = rest;
  const date = beijing(`${day} 10:00`);
  return {
    id: title,
    url: `${BASE}articles/2026/${encodeURIComponent(title)}/`,
    title,
    text,
    date,
    channel: '银行',
    tags: [],
    year: beijingFields(date).year,
    ...given,
  };
}

export interface Answer {
  page: Page;
  /** What the page says when it has finished. */
  status: string;
  titles: string[];
}

/** Types a query into the search page and sends it. */
export async function search(browser: Browser, server: Server, query: string): Promise<Answer> {
  const page = await browser.newPage();
  await page.goto(`${server.url}search/`);
  const field = page.getByRole('searchbox', { name: '搜索词' });
  await field.fill(query);
  await field.press('Enter');
  return readAnswer(page);
}

export async function readAnswer(page: Page): Promise<Answer> {
  await page.waitForFunction(() => {
    const text = document.querySelector('search-page [role=status]')?.textContent ?? '';
    return text !== '' && !text.startsWith('正在');
  });
  return {
    page,
    status: (await page.locator('search-page [role=status]').textContent()) ?? '',
    titles: await page.locator('search-page ol li h3').allTextContents(),
  };
}
