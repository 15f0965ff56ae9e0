import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Server } from './browser.ts';
import { readAnswer, search, searchable, serveArchive } from './search-reader.ts';

/** Three years of news, each a bundle of its own. */
const ARTICLES = [
  ...Array.from({ length: 12 }, (_, index) =>
    searchable(`央行公告第${index + 1}号`, ['下调利率。'], {
      day: `2026-02-${String(index + 1).padStart(2, '0')}`,
    }),
  ),
  searchable('利率走势回顾', ['全年利率。'], { day: '2025-12-31' }),
  searchable('两年前的利率', ['哈银消费金融公司当时的一份旧公告。'], { day: '2024-06-01' }),
];

let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = await serveArchive(inject('sampleSite'), ARTICLES);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Days of the results, as they are shown. */
const daysOf = (page: Page) => page.locator('search-page ol time').allTextContents();

describe('an archive of several bundles', () => {
  test('newest first, older ones when asked for, and no total before all is read', async () => {
    const { page, status } = await search(browser, server, '利率');
    expect(status).toMatch(/^至少找到 12 篇/);
    expect(await daysOf(page)).toHaveLength(10);
    await page.getByRole('button', { name: '显示更多结果' }).click();
    await page.locator('search-page ol li').nth(11).waitFor();
    await page.getByRole('button', { name: '搜索更早的文章' }).click();
    await page.getByText('找到 14 篇。', { exact: true }).waitFor();
    const days = await daysOf(page);
    expect(days).toHaveLength(14);
    expect(days).toEqual(days.toSorted().toReversed());
    // The reader goes on where the new results begin.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('利率走势回顾');
    expect(await page.getByRole('button', { name: '搜索更早的文章' }).isHidden()).toBe(true);
    await page.close();
  });

  test('few results: older bundles are read unasked', async () => {
    const { page, status, titles } = await search(browser, server, '旧公告');
    expect(status).toBe('找到 1 篇。');
    expect(titles).toEqual(['两年前的利率']);
    await page.close();
  });

  test('a rare phrase opens only the bundle that holds it', async () => {
    const page = await browser.newPage();
    const opened: string[] = [];
    page.on('request', (request) => {
      const bundle = /search-index\/(\d{4})-.*pf_meta/.exec(request.url())?.[1];
      if (bundle !== undefined) opened.push(bundle);
    });
    await page.goto(`${server.url}search/?q=${encodeURIComponent('哈银消费金融公司')}`);
    expect((await readAnswer(page)).titles).toEqual(['两年前的利率']);
    expect(opened).toEqual(['2024']);
    await page.close();
  });

  test('a year leaves out the others', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}search/?q=${encodeURIComponent('利率')}&year=2025`);
    const { titles, status } = await readAnswer(page);
    expect(titles).toEqual(['利率走势回顾']);
    expect(status).toBe('找到 1 篇。');
    await page.close();
  });

  test('a part of the index that does not arrive is said, not taken for an answer', async () => {
    const page = await browser.newPage();
    await page.route('**/*.pf_index', (route) => route.abort());
    await page.goto(`${server.url}search/?q=${encodeURIComponent('利率')}`);
    expect((await readAnswer(page)).status).toContain('搜索没有成功');
    await page.close();
  });
});
