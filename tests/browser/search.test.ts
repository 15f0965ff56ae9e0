import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { BASE, openBrowser, type Server, serveDist } from './browser.ts';
import { readAnswer, search } from './search-reader.ts';

/** Searching as a reader does: typed words, a real index, below a base path and under the CSP. */
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

describe('Chinese is found as it is typed', () => {
  test.each([
    ['手续费', '每期手续费 0.6%，折成年化利率是多少'],
    ['期手续', '每期手续费 0.6%，折成年化利率是多少'],
    ['款保险最高', '存款保险最高偿付 50 万元，怎样算'],
    ['13.03', '每期手续费 0.6%，折成年化利率是多少'],
    ['存款保險', '存款保险最高偿付 50 万元，怎样算'],
    ['ＬＰＲ', 'LPR 降了，月供为什么没动：看懂重定价日'],
    ['《存款保险条例》', '存款保险最高偿付 50 万元，怎样算'],
    ['手续费 年化利率', '每期手续费 0.6%，折成年化利率是多少'],
    ['年化利率 手续费', '每期手续费 0.6%，折成年化利率是多少'],
  ])('%s', async (query, title) => {
    const { page, status, titles } = await search(browser, server, query);
    expect(status).toMatch(/^找到 \d+ 篇/);
    expect(status).not.toContain('近似');
    expect(titles).toContain(title);
    expect(await page.locator('search-page ol mark').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('a slip of the pen finds what is nearly alike, and says so', async () => {
    const { page, status, titles } = await search(browser, server, '存款保显条例');
    expect(status).toContain('近似结果：没有完全相同的词句，按“存款保险条例”查找');
    expect(titles).toContain('存款保险条例（节选）');
    await page.close();
  });

  test('what is not there is not found, in words, with ways on', async () => {
    const { page, status, titles } = await search(browser, server, '量子纠缠望远镜');
    expect(status).toBe('没有找到“量子纠缠望远镜”。');
    expect(titles).toEqual([]);
    expect(await page.getByRole('link', { name: '银行', exact: true }).count()).toBeGreaterThan(0);
    await page.close();
  });

  test('a draft, a scheduled and a withdrawn article cannot be found', async () => {
    for (const title of ['碳减排支持工具是什么', '哪些可以不给', '某类存款产品的利息比较']) {
      const { page, titles } = await search(browser, server, title);
      expect(titles.filter((found) => found.includes(title))).toEqual([]);
      await page.close();
    }
  });
});

describe('the page', () => {
  test('its address is the search, and Back goes back', async () => {
    const { page } = await search(browser, server, '手续费');
    expect(page.url()).toContain('?q=');
    await page.getByText('筛选与排序').click();
    await page.locator('select[name=channel]').selectOption('信用卡');
    await page.waitForURL(/channel=/);
    await readAnswer(page);
    const narrowed = await page.locator('search-page ol li').count();
    const again = await browser.newPage();
    await again.goto(page.url());
    await readAnswer(again);
    expect(await again.locator('search-page ol li').count()).toBe(narrowed);
    expect(await again.locator('select[name=channel]').inputValue()).toBe('信用卡');
    await page.goBack();
    expect(page.url()).not.toContain('channel=');
    await again.close();
    await page.close();
  });

  test('a result leads to the article, below the base, with the phrase marked', async () => {
    const { page } = await search(browser, server, '手续费');
    await page.locator('search-page ol li a').first().click();
    await page.waitForURL(/\/news\/articles\//);
    await page.waitForSelector('[data-article-body] mark');
    expect(await page.locator('[data-article-body] mark').first().textContent()).toBe('手续费');
    await page.close();
  });

  test('the field on every page is reached with / and sends its words there', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${server.url}channels/banking/`);
    await page.keyboard.press('/');
    await page.keyboard.type('存款保险');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/news\/search\/\?q=/);
    expect((await readAnswer(page)).status).toMatch(/^找到/);
    await page.close();
  });

  test.each(['/', 'Control+k', 'Meta+k'])('%s goes to the field, Escape leaves it', async (key) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    for (const path of ['', 'search/']) {
      await page.goto(`${server.url}${path}`);
      const isInField = () => page.evaluate(() => document.activeElement?.matches('[type=search]'));
      expect(await isInField()).toBe(false);
      await page.keyboard.press(key);
      expect(await isInField()).toBe(true);
      await page.keyboard.type('存款/利率');
      await page.keyboard.press('Escape');
      expect(await isInField()).toBe(false);
      expect(await page.getByRole('searchbox').inputValue()).toBe('存款/利率');
    }
    await page.close();
  });

  test('where the field has no room the key leads to the search page', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(server.url);
    await page.keyboard.press('/');
    await page.waitForURL(/\/news\/search\/$/);
    await page.close();
  });

  test('what it says is read out as it changes, and results stay while others are looked for', async () => {
    const { page } = await search(browser, server, '存款');
    const status = page.getByRole('status');
    expect(await status.getAttribute('hidden')).toBeNull();
    await page.route('**/*.pf_index', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await page.getByRole('searchbox', { name: '搜索词' }).fill('黄金首饰');
    await page.getByText('正在搜索……').waitFor();
    expect(await page.locator('search-page ol li').first().isVisible()).toBe(true);
    expect(await page.locator('search-page').getAttribute('aria-busy')).toBe('true');
    await readAnswer(page);
    expect(await page.locator('search-page').getAttribute('aria-busy')).toBeNull();
    await page.close();
  });

  test('when the index cannot be had it says so', async () => {
    const page = await browser.newPage();
    await page.route('**/search-index/**', (route) => route.abort());
    await page.goto(`${server.url}search/?q=%E5%AD%98%E6%AC%BE`);
    expect((await readAnswer(page)).status).toContain('搜索没有成功');
    expect(await page.getByRole('button', { name: '再试一次' }).isVisible()).toBe(true);
    await page.close();
  });

  test('without JavaScript it offers other ways', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}search/`);
    expect(await page.locator('search-page').textContent()).toContain('搜索要用 JavaScript');
    await context.close();
  });
});
