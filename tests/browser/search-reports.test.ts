import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser, type Server } from './browser.ts';
import { readAnswer, search, searchable, serveArchive } from './search-reader.ts';

/**
 * What readers and authors reported of other searches in Chinese, each with its right answer here.
 * Articles hold the words as those reports quote them; queries are typed, never read from an index.
 */
const ARTICLES = [
  searchable('JavaScript 的 for 迴圈', ['用迴圈走訪陣列。']),
  searchable('while 迴圈的寫法', ['另一種迴圈。']),
  searchable('测试页面', ['这是一段简单的文字，用来测试。']),
  searchable('我的存錢筒', ['我每個月都會存一點錢。']),
  searchable('个人养老金账户怎样开', ['个人养老金账户可以在银行开立。']),
  searchable('王小波《寻找无双》', ['一部小说。']),
  searchable('部署说明', ['说明文档写在段落中间的词也要找得到']),
  searchable('网络用语', ['他一下子懵逼了，不知道说什么。']),
  searchable('甲公司起诉乙公司', ['因新产品线纠纷，提起诉讼。']),
  searchable('理财产品说明书', ['该产品的风险等级为二级。']),
  searchable('产品经理手记', ['与起诉无关。']),
  searchable('零宽空格', ['存\u200b款\u200b保\u200b险的正文带着零宽空格。']),
  searchable('AI 与个人发展', ['随笔。']),
  searchable('请求配置', ['这些是创建请求时可以用的配置选项。', '请求配置里的超时时间。']),
  searchable('工单状态', ['状态分为待处理与处理中。', '安装简单，开箱即用。']),
  searchable('蒙牛牛奶上市新包装', ['蒙牛牛奶。']),
  searchable('蒙牛推出鲜奶', ['公司称新牛奶下月上市。']),
  searchable('快速排序的实现', ['分而治之。']),
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

test('initials of a title in pinyin, when no text has the letters', async () => {
  const { page, status, titles } = await search(browser, server, 'kspx');
  expect(titles).toEqual(['快速排序的实现']);
  expect(status).toBe('找到 1 篇（标题的拼音首字母）。');
  await page.close();
});

describe('reports', () => {
  test.each([
    ['Pagefind/pagefind#1237', '迴圈', ['JavaScript 的 for 迴圈', 'while 迴圈的寫法']],
    ['Pagefind/pagefind#987', '段简', ['测试页面']],
    ['Pagefind/pagefind#987', '是一段', ['测试页面']],
    ['Pagefind/pagefind#659', '每個月都', ['我的存錢筒']],
    ['Pagefind/pagefind#659, in Simplified', '每个月都', ['我的存錢筒']],
    ['Pagefind/pagefind#889', '养老金账户', ['个人养老金账户怎样开']],
    ['Pagefind/pagefind#817', '个人养老金账户怎样开', ['个人养老金账户怎样开']],
    ['shenxiangzhuang.github.io#355', '无双', ['王小波《寻找无双》']],
    ['vuejs/vitepress#3507', '中间的词', ['部署说明']],
    ['vuejs/vitepress#4350', '明文档写', ['部署说明']],
    ['lucaong/minisearch#201', '懵逼', ['网络用语']],
    ['lucaong/minisearch#201', '懵逼了', ['网络用语']],
    [
      'squidfunk/mkdocs-material#3915',
      '产品',
      ['甲公司起诉乙公司', '理财产品说明书', '产品经理手记'],
    ],
    ['squidfunk/mkdocs-material#3915', '起诉', ['甲公司起诉乙公司', '产品经理手记']],
    ['lvyufeng/PocketLLM#224, EverMind-AI/Raven#518', '存款保险', ['零宽空格']],
    ['FeeiCN/FEEI.CN#176', '个人', ['AI 与个人发展', '个人养老金账户怎样开']],
    ['axios/axios#11097', '请求配置', ['请求配置']],
    ['meilisearch/meilisearch#4874', '处理', ['工单状态']],
    ['meilisearch/meilisearch#4874', '待处理', ['工单状态']],
    ['meilisearch/meilisearch#2499', '简单', ['工单状态', '测试页面']],
    ['infinilabs/analysis-ik#548', '奶', ['蒙牛牛奶上市新包装', '蒙牛推出鲜奶']],
    ['infinilabs/analysis-ik#548', '蒙牛牛奶', ['蒙牛牛奶上市新包装']],
    ['infinilabs/analysis-ik#548', '蒙牛 牛奶', ['蒙牛牛奶上市新包装', '蒙牛推出鲜奶']],
    ['tinysearch/tinysearch#179', '排序', ['快速排序的实现']],
  ])('%s: %s', async (_report, query, expected) => {
    const { page, status, titles } = await search(browser, server, query);
    expect(titles.toSorted()).toEqual(expected.toSorted());
    expect(status).toContain(`找到 ${expected.length} 篇`);
    expect(status).not.toContain('近似');
    await page.close();
  });

  test('saicaca/fuwari#63: the language of the page decides nothing', async () => {
    const page = await browser.newPage();
    await page.route('**/search/', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('lang="zh-CN"', 'lang="en"');
      await route.fulfill({ response, body });
    });
    await page.goto(`${server.url}search/`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('searchbox', { name: '搜索词' }).fill('是一段');
    expect((await readAnswer(page)).titles).toEqual(['测试页面']);
    await page.close();
  });

  test('amir20/dozzle#5223: what the build can index the browser can ask, without an error', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    for (const query of [
      '"',
      '“',
      '()',
      '\\',
      '*',
      '👍🏽',
      'e\u0301',
      '一'.repeat(300),
      '存款 -保险',
    ]) {
      await page.goto(`${server.url}search/?q=${encodeURIComponent(query)}`);
      expect((await readAnswer(page)).status).toMatch(/^(?:没有找到|找到)/);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  test('emersonbottero/vitepress-plugin-search#24: before a query nothing of the index is loaded', async () => {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(`${server.url}search/`, { waitUntil: 'networkidle' });
    expect(loaded.filter((url) => url.includes('search-index'))).toEqual([]);
    await page.close();
  });

  test('meilisearch/meilisearch#894: marks stand where the words are', async () => {
    const { page } = await search(browser, server, '每个月都');
    expect(await page.locator('search-page ol .brief').textContent()).toBe(
      '我每個月都會存一點錢。',
    );
    expect(await page.locator('search-page ol mark').allTextContents()).toEqual(['每個月都']);
    await page.close();
  });

  test('tobi/qmd#976: one absent word does not void the others, and is owned up to', async () => {
    const { page, status, titles } = await search(browser, server, '个人养老金账户 火星');
    expect(status).toContain('近似结果');
    expect(titles).toContain('个人养老金账户怎样开');
    await page.close();
  });

  test('iissnan/hexo-theme-next#1198: an index that is not there is said, not passed over', async () => {
    const page = await browser.newPage();
    await page.route('**/search-index/catalog.json', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${server.url}search/?q=${encodeURIComponent('产品')}`);
    const { status } = await readAnswer(page);
    expect(status).toContain('搜索没有成功');
    expect(await page.getByRole('link', { name: '网站地图' }).first().isVisible()).toBe(true);
    await page.close();
  });

  test('TriliumNext/Notes#1598, shuding/nextra#2124: nothing is asked while a word is composed', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}search/`);
    await page.getByRole('searchbox', { name: '搜索词' }).focus();
    const input = await page.context().newCDPSession(page);
    for (const text of ['p', 'pa', 'paixu']) {
      await input.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await page.waitForTimeout(700);
    expect(new URL(page.url()).search).toBe('');
    await input.send('Input.insertText', { text: '排序' });
    expect((await readAnswer(page)).titles).toEqual(['快速排序的实现']);
    await page.close();
  });
});
