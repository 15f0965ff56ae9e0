import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BASE, openBrowser, type Server, serveDist } from './browser.ts';
import { readDrawnBefore } from './counters.ts';

/** The reader's way: home, an article, its related list, on; served below a base path with the CSP. */
let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = await serveDist(inject('sampleSite'), BASE);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(server.url + path);
  return page;
}

describe('reading', () => {
  test('from the home page to an article, down its numbered list, and on', async () => {
    const page = await open('');
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.getByRole('link', { name: '每期手续费 0.6%，折成年化利率是多少' }).first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      '每期手续费 0.6%，折成年化利率是多少',
    );
    const related = page.getByRole('region', { name: '相关新闻' });
    expect(await related.count()).toBe(1);
    const items = related.getByRole('listitem');
    const count = await items.count();
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(10);
    const titles = await related.getByRole('link').allTextContents();
    expect(titles.every((title) => title.trim() !== '')).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles).not.toContain('每期手续费 0.6%，折成年化利率是多少');
    expect(await readDrawnBefore(page, '.related')).toEqual(numbersTo(count));
    const next = titles[0]?.trim();
    await related.getByRole('link').first().click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(next);
    expect(page.url()).toContain(`${BASE}articles/2026/`);
    const further = await related.getByRole('listitem').count();
    expect(await readDrawnBefore(page, '.related')).toEqual(numbersTo(further));
    expect(problems).toEqual([]);
    await page.close();
  });

  test('nothing a page asks for is missing, and nothing comes from another host', async () => {
    const page = await browser.newPage();
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) {
        foreign.push(request.url());
      }
    });
    for (const path of ['', 'articles/2026/installment-fee-apr/', 'channels/banking/', 'search/']) {
      await page.goto(server.url + path);
    }
    expect(foreign).toEqual([]);
    expect(server.missing).toEqual([]);
    await page.close();
  });

  test('a page that does not exist says so, in Chinese, with ways on', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${server.url}articles/2026/meiyou/`);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('link', { name: '网站地图' }).count()).toBeGreaterThan(0);
    server.missing.length = 0;
    await page.close();
  });
});

describe('on any screen', () => {
  const pages = [
    '',
    'channels/consumer-finance/',
    'articles/2026/installment-fee-apr/',
    'articles/2026/read-total-financing-cost/',
    'topics/borrowing/',
    'tags/',
    'archive/',
    'sitemap/',
    'subscribe/',
    'search/',
    'about/',
  ];

  test.each([320, 390, 768, 1280, 3840])('no page scrolls sideways at %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const path of pages) {
      await page.goto(server.url + path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
    await page.close();
  });

  test('without JavaScript an article reads whole, and 长辈版 is a link that works', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}articles/2026/deposit-insurance-500k/`);
    expect(await page.locator('[data-article-body]').textContent()).toContain('50 万元');
    const size = () =>
      page
        .locator('[data-article-body] p')
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.getByRole('link', { name: '长辈版' }).first().click();
    expect(await size()).toBeGreaterThan(before * 1.3);
    await context.close();
  });

  test('长辈版 is remembered, without a flash, and can be left again', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}articles/2026/deposit-insurance-500k/`);
    await page.getByRole('link', { name: '长辈版' }).first().click();
    await page.goto(`${server.url}channels/banking/`, { waitUntil: 'commit' });
    await page.waitForSelector('h1');
    const isElder = () => page.evaluate(() => 'elder' in document.documentElement.dataset);
    expect(await isElder()).toBe(true);
    await page.getByRole('link', { name: '标准版' }).first().click();
    await page.goto(server.url);
    expect(await isElder()).toBe(false);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

/** `1`, `2`, … as a list of so many entries is numbered. */
function numbersTo(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `${place + 1}`);
}
