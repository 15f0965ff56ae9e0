import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { loadArchive } from '../../src/archive/archive.ts';
import { checkContent } from '../../src/check/content-check.ts';
import { writeAdmin } from '../../src/cms/admin-files.ts';
import { formatProblems } from '../../src/news/problem.ts';
import { makeTemporaryFolder, ROOT } from '../site/build.ts';
import { openBrowser, type Server, serveDist } from './browser.ts';

/** The desk at /admin/ in a real browser, on a copy of the sample content. */
export class Desk {
  readonly page: Page;
  readonly server: Server;
  /** Addresses of other hosts that the page asked for: none of them answers. */
  readonly strangers: string[];
  readonly #browser: Browser;
  readonly #work: string;

  private constructor(page: Page, { browser, server, work, strangers }: Parts) {
    this.page = page;
    this.server = server;
    this.strangers = strangers;
    this.#browser = browser;
    this.#work = work;
  }

  /** @param files of the repository, by path, besides those of the sample that the check reads */
  static async open(files: Readonly<Record<string, string>>): Promise<Desk> {
    const work = makeTemporaryFolder();
    const outDir = await writeDesk(work);
    const server = await serveDist(outDir);
    const browser = await openBrowser();
    // An editor abroad: dates are Beijing's all the same. Fields are drawn as they come into sight.
    const viewport = { width: 1280, height: 3000 };
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'America/New_York',
      viewport,
    });
    const strangers: string[] = [];
    await context.route(
      (url) => !url.href.startsWith(server.url),
      (route) => {
        strangers.push(route.request().url());
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const desk = new Desk(page, { browser, server, work, strangers });
    await page.goto(`${server.url}404.html`);
    for (const [file, text] of Object.entries(files)) {
      await page.evaluate(putFile, [file, text] as const);
      desk.#write(file, text);
    }
    await page.goto(`${server.url}admin/`);
    await page.getByRole('button', { name: '使用测试仓库' }).click();
    await page.getByRole('radiogroup', { name: '切换页面' }).waitFor();
    return desk;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
  }

  /** Begins a new article with what it must have. */
  async begin(title: string, body: string): Promise<void> {
    await this.page.goto(`${this.server.url}admin/#/collections/articles/new`);
    await this.page.getByRole('textbox', { name: '标题' }).fill(title);
    await this.page.getByRole('combobox', { name: '栏目' }).click();
    await this.page.getByRole('option', { name: '银行' }).click();
    await this.page.getByRole('textbox', { name: '正文' }).fill(body);
  }

  /** Opens an article by its path below `articles/`, without extension. */
  async edit(name: string): Promise<void> {
    const entry = encodeURIComponent(name);
    await this.page.goto(`${this.server.url}admin/#/collections/articles/entries/${entry}`);
    await this.page.getByRole('textbox', { name: '标题' }).waitFor();
  }

  /** A field with its parts. */
  field(label: string) {
    return this.page.getByRole('group', { name: new RegExp(`^「.?${label}.?」字段$`) });
  }

  /** Picks a picture for the cover and waits until the form has it. */
  async addCover(picture: Picture): Promise<void> {
    await this.pickCover(picture);
    // The dialog hands the picture over when it has closed.
    await this.page.getByRole('button', { name: '浏览' }).waitFor({ state: 'detached' });
  }

  /** Picks a picture for the cover, as from a folder of the computer, up to the press on 插入. */
  async pickCover(picture: Picture): Promise<void> {
    await this.page.getByRole('checkbox', { name: /封面/ }).click();
    await this.page.getByRole('button', { name: '浏览' }).click();
    const dialog = this.page.getByRole('dialog');
    const chooser = this.page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: '上传' }).click();
    await (await chooser).setFiles(picture);
    await dialog.getByRole('button', { name: '插入' }).click();
  }

  /** Presses Save once, waits until the form closes, and puts all saved bytes into the content. */
  async save(file: string): Promise<{ text: string; files: string[] }> {
    await this.page.getByRole('button', { name: '保存' }).click();
    await this.page.getByRole('button', { name: '创建新条目' }).waitFor();
    const saved = await this.page.evaluate(readFiles);
    for (const [name, bytes] of saved) this.#write(name, Uint8Array.from(bytes));
    const bytes = saved.find(([name]) => name === file)?.[1] ?? [];
    return { text: Buffer.from(bytes).toString(), files: saved.map(([name]) => name) };
  }

  /** What the check says of a file of the content. */
  async check(file: string): Promise<string> {
    const { problems } = await checkContent(environment(this.#work));
    return formatProblems(problems.filter((problem) => `content/${problem.file}` === file));
  }

  #write(name: string, bytes: string | Uint8Array): void {
    const target = path.join(this.#work, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

interface Picture {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

interface Parts {
  browser: Browser;
  server: Server;
  work: string;
  strangers: string[];
}

/** The desk as editors get it but for the repository: Sveltia's test backend, files in the browser. */
async function writeDesk(work: string): Promise<string> {
  const content = path.join(work, 'content');
  cpSync(path.join(ROOT, 'content'), content, { recursive: true });
  const site = path.join(content, 'site.yaml');
  writeFileSync(site, `${readFileSync(site, 'utf8')}cms: { repository: newsroom/site }\n`);
  const { archive } = loadArchive(environment(work));
  if (!archive) throw new Error('The sample content does not load.');
  const outDir = makeTemporaryFolder();
  writeFileSync(path.join(outDir, '404.html'), '');
  await writeAdmin(outDir, archive.settings, 'content');
  const config = path.join(outDir, 'admin/config.json');
  const written = JSON.parse(readFileSync(config, 'utf8'));
  expect(written.backend).toEqual({
    name: 'github',
    repo: 'newsroom/site',
    branch: 'main',
    auth_methods: ['token'],
  });
  writeFileSync(config, JSON.stringify({ ...written, backend: { name: 'test-repo' } }));
  return outDir;
}

function environment(work: string) {
  return {
    root: work,
    contentDir: path.join(work, 'content'),
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
