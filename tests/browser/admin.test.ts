import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadArchive } from '../../src/archive/archive.ts';
import { checkContent } from '../../src/check/content-check.ts';
import { writeAdmin } from '../../src/cms/admin-files.ts';
import { formatProblems } from '../../src/news/problem.ts';
import { makeTemporaryFolder, ROOT } from '../site/build.ts';
import { openBrowser, type Server, serveDist } from './browser.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const work = makeTemporaryFolder();
const content = path.join(work, 'content');
/** Written by hand: Chinese names, short forms, a comment, numbers that YAML would change. */
const OLD_FILE = 'content/articles/2026/jiu-gao.md';
const OLD = `---
标题: 老写法的稿件
日期: 2026/3/15 9:30
channel: banking
责任编辑: 沈棠
source: 新华社
codes: [000001] # 平安银行
---

| 存期 | 年利率 |
| :-- | --: |
| 一年 | 1.50% |

5%~7%，**“按年”**计息。
`;

let browser: Browser;
let context: BrowserContext;
let server: Server;
let page: Page;
/** Addresses of other hosts that the page asked for: none of them answers. */
const strangers: string[] = [];

beforeAll(async () => {
  cpSync(path.join(ROOT, 'content'), content, { recursive: true });
  const site = path.join(content, 'site.yaml');
  writeFileSync(site, `${readFileSync(site, 'utf8')}cms: { repository: newsroom/site }\n`);
  writeFileSync(path.join(work, OLD_FILE), OLD);
  const { archive } = loadArchive(environment());
  if (!archive) throw new Error('The sample content does not load.');

  const outDir = makeTemporaryFolder();
  writeFileSync(path.join(outDir, '404.html'), '');
  await writeAdmin(outDir, archive.settings, 'content');
  // Sveltia's own test backend keeps files in the browser; all else is as editors get it.
  const config = path.join(outDir, 'admin/config.json');
  const written = JSON.parse(readFileSync(config, 'utf8'));
  expect(written.backend).toEqual({
    name: 'github',
    repo: 'newsroom/site',
    branch: 'main',
    auth_methods: ['token'],
  });
  writeFileSync(config, JSON.stringify({ ...written, backend: { name: 'test-repo' } }));

  server = await serveDist(outDir);
  browser = await openBrowser();
  // An editor abroad: dates are Beijing's all the same. Fields are drawn as they come into sight.
  const viewport = { width: 1280, height: 3000 };
  context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'America/New_York', viewport });
  await context.route(
    (url) => !url.href.startsWith(server.url),
    (route) => {
      strangers.push(route.request().url());
      return route.abort();
    },
  );
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${server.url}404.html`);
  await page.evaluate(putFile, [OLD_FILE, OLD] as const);
  await page.goto(`${server.url}admin/`);
  await page.getByRole('button', { name: '使用测试仓库' }).click();
  await page.getByRole('radiogroup', { name: '切换页面' }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test('icons are drawn: without their font they would be words', async () => {
  const hasIcons = () => document.fonts.check('24px "Material Symbols Outlined"', 'add');
  expect(await page.evaluate(hasIcons)).toBe(true);
});

test('a new article with a picture is written, saved, and passes the check', async () => {
  await page.goto(`${server.url}admin/#/collections/articles/new`);
  await page.getByRole('textbox', { name: '标题' }).fill('央行 #3号公告：房贷利率怎么变');
  await page.getByRole('combobox', { name: '栏目' }).click();
  await page.getByRole('option', { name: '银行' }).click();
  await page.getByRole('textbox', { name: '正文' }).fill('**“降准”**释放资金。\n\n## 怎么算');
  await addCover();
  const saved = await save('content/articles/2026/yang-hang-3-hao-gong-gao.md');

  expect(saved.text.replace(/^date: .*$/m, 'date:').replace(/^id: [-\da-f]{36}$/m, 'id:')).toBe(
    `---
title: "央行 #3号公告：房贷利率怎么变"
date:
channel: 银行
id:
draft: true
cover: { src: "./li-lv-tu.png", alt: 柱状图：三种利率 }
---

**“降准”**释放资金。

## 怎么算
`,
  );
  const [, date = ''] = /^date: (\d{4}-\d\d-\d\d \d\d:\d\d)$/m.exec(saved.text) ?? [];
  expect(Math.abs(Date.parse(`${date}+08:00`) - Date.now())).toBeLessThan(10 * 60_000);
  expect(saved.files).toContain('content/articles/2026/li-lv-tu.png');
  await expectNoProblems('articles/2026/yang-hang-3-hao-gong-gao.md');
});

test('an old article keeps every line its editor did not change', async () => {
  await page.goto(`${server.url}admin/#/collections/articles/entries/2026%2Fjiu-gao`);
  await page.getByRole('textbox', { name: '标题' }).fill('新标题');
  const { text } = await save(OLD_FILE, OLD);
  expect(text).toBe(OLD.replace('标题: 老写法的稿件', 'title: 新标题'));
  await expectNoProblems('articles/2026/jiu-gao.md');
});

test('no other host was asked for anything, and nothing was missing here', () => {
  expect(strangers).toEqual([]);
  expect(server.missing.filter((file) => file !== '/favicon.ico')).toEqual([]);
});

/** Picks a picture for the cover, as from a folder of the computer. */
async function addCover(): Promise<void> {
  await page.getByRole('checkbox', { name: /封面/ }).click();
  await page.getByRole('button', { name: '浏览' }).click();
  const dialog = page.getByRole('dialog');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: '上传' }).click();
  const buffer = readFileSync(path.join(ROOT, 'tests/fixtures/import/hugo/static/images/rate.png'));
  await (await chooser).setFiles({ name: '利率 图.PNG', mimeType: 'image/png', buffer });
  await dialog.getByRole('button', { name: '插入' }).click();
  await page.locator('img[src^="blob:"]').first().waitFor();
  await page.getByRole('textbox', { name: '替代文字' }).fill('柱状图：三种利率');
}

/** Saves, waits until `file` is another than `before`, and puts all saved bytes into the content. */
async function save(file: string, before?: string): Promise<{ text: string; files: string[] }> {
  const button = page.getByRole('button', { name: '保存' });
  const read = async () => {
    const saved = await page.evaluate(readFiles);
    const bytes = saved.find(([name]) => name === file)?.[1];
    const text = bytes && Buffer.from(bytes).toString();
    return text === undefined || text === before ? undefined : { text, saved };
  };
  // What was typed reaches Sveltia's draft a little later, and is then only saved by a second press.
  await expect
    .poll(
      async () => {
        // The form closes when it is saved.
        if ((await button.count()) > 0)
          await button.click({ timeout: 1000 }).catch(() => undefined);
        return (await read()) !== undefined;
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true);
  const { text = '', saved = [] } = (await read()) ?? {};
  for (const [name, bytes] of saved) {
    const target = path.join(work, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, Uint8Array.from(bytes));
  }
  return { text, files: saved.map(([name]) => name) };
}

async function expectNoProblems(file: string): Promise<void> {
  const { problems } = await checkContent(environment());
  expect(formatProblems(problems.filter((problem) => problem.file === file))).toBe('');
}

function environment() {
  return {
    root: work,
    contentDir: content,
    outDir: path.join(work, 'dist'),
    cacheDir: path.join(work, 'cache'),
    siteUrl: undefined,
    now: Date.now(),
  };
}

/** Runs in the page: a file of the test backend. */
async function putFile([file, text]: readonly [string, string]): Promise<void> {
  let folder = await navigator.storage.getDirectory();
  const steps = ['sveltia-cms-test', ...file.split('/')];
  for (const step of steps.slice(0, -1)) {
    folder = await folder.getDirectoryHandle(step, { create: true });
  }
  const handle = await folder.getFileHandle(steps.at(-1) ?? '', { create: true });
  const writer = await handle.createWritable();
  await writer.write(text);
  await writer.close();
}

/** Runs in the page: every file of the test backend, with its bytes. */
async function readFiles(): Promise<[file: string, bytes: number[]][]> {
  const found: [string, number[]][] = [];
  const walk = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
    for await (const [name, handle] of folder as unknown as AsyncIterable<
      [string, FileSystemHandle]
    >) {
      // Chromium keeps what is being written beside the file until it is whole.
      if (name.endsWith('.crswap')) continue;
      if (handle.kind === 'directory') {
        await walk(handle as FileSystemDirectoryHandle, `${prefix}${name}/`);
      } else {
        const file = await (handle as FileSystemFileHandle).getFile();
        found.push([prefix + name, [...new Uint8Array(await file.arrayBuffer())]]);
      }
    }
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle('sveltia-cms-test'), '');
  return found;
}
