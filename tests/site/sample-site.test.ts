import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, buildSite, makeTemporaryFolder, ROOT } from './build.ts';
import { compareFolders, listFiles } from './folders.ts';
import { expectNoBrokenLinks } from './links.ts';

const CONTENT = path.join(ROOT, 'content');

let site: BuiltSite;

beforeAll(async () => {
  site = await buildSite({ contentDir: CONTENT });
  if (site.status !== 0) throw new Error(site.output);
});

describe('the shipped newsroom', () => {
  test('every source file is published, scheduled, draft or expired', () => {
    const sources = listFiles(path.join(CONTENT, 'articles')).filter((f) => /\.mdx?$/.test(f));
    const pages = listFiles(path.join(site.outDir, 'articles'));
    expect(sources.length).toBeGreaterThanOrEqual(42);
    expect(pages.length).toBe(sources.length - 2);
    expect(site.output).toContain(`${sources.length} 个文件 = 已发布 ${sources.length - 2}`);
    expect(site.output).toContain('待发布 1 + 草稿 1 + 已下线 0');
  });

  test('a draft, a scheduled and a withdrawn article are absent where they must be', () => {
    const everywhere = listFiles(site.outDir)
      .filter((file) => /\.(?:html|xml|txt)$/.test(file))
      .map((file) => site.read(file))
      .join('\n');
    expect(everywhere).not.toContain('碳减排支持工具是什么，钱怎样到企业手里');
    expect(everywhere).not.toContain('金融 App 要这么多授权');
    const withdrawn = site.read('articles/2026/withdrawn-sample/index.html');
    expect(withdrawn).toContain('name="robots" content="noindex"');
    expect(withdrawn).toContain('示例数据有误');
    expect(withdrawn).not.toContain('data-related');
    expect(site.read('sitemap-2026.xml')).not.toContain('withdrawn-sample');
    expect(site.read('channels/banking/index.html')).not.toContain('withdrawn-sample');
    expect(site.read('corrections/index.html')).toContain('withdrawn-sample');
    expect(site.read('rss.xml')).toContain('【撤稿】');
  });

  test('a reprint’s canonical is the original, and ours are ours', () => {
    const reprint = site.read('articles/2026/deposit-insurance-regulation-excerpt/index.html');
    expect(canonicalOf(reprint)).toBe('https://www.gov.cn/');
    expect(site.read('sitemap-2026.xml')).not.toContain('deposit-insurance-regulation-excerpt');
    const own = 'articles/2026/deposit-insurance-500k';
    expect(canonicalOf(site.read(`${own}/index.html`))).toBe(`https://ballast.example/${own}/`);
  });

  test('an old address leads to the article', () => {
    const page = site.read('2026/apr.html');
    expect(page).toContain('url=/articles/2026/installment-fee-apr/');
    expect(site.read('_redirects')).toContain(
      '/2026/apr.html /articles/2026/installment-fee-apr/ 301',
    );
  });

  test('the footer of every page has the records, the years and the ways on', () => {
    for (const file of listFiles(site.outDir).filter(isPage)) {
      const html = site.read(file);
      expect(html, file).toContain('href="https://beian.miit.gov.cn/"');
      expect(html, file).toContain('code=00000000000000');
      expect(html, file).toContain('Copyright © 2024–2026');
      for (const name of ['网站地图', '订阅', '关于我们']) expect(html, file).toContain(name);
    }
  });

  test('MDX shows its component, and a feed its text', () => {
    expect(site.read('articles/2026/installment-fee-apr/index.html')).toContain('13.03');
    const feed = site.read('rss.xml');
    expect(feed).toContain('13.03');
    expect(feed).not.toMatch(/LoanCost|import /);
  });

  test('an article page weighs at most 25 KB compressed, HTML and CSS', () => {
    const css = listFiles(site.outDir)
      .filter((file) => file.endsWith('.css'))
      .map((file) => ({ file: `/${file}`, size: gzipSync(site.read(file)).length }));
    for (const file of listFiles(site.outDir).filter((f) => f.startsWith('articles/'))) {
      const html = site.read(file);
      const styles = css.filter((sheet) => html.includes(sheet.file));
      expect(styles.length, file).toBeGreaterThan(0);
      const weight = gzipSync(html).length + styles.reduce((sum, { size }) => sum + size, 0);
      expect(weight, file).toBeLessThanOrEqual(25 * 1024);
    }
  });

  test('pages name no other host to load from', () => {
    for (const file of listFiles(site.outDir).filter(isPage)) {
      const loads = [
        ...site
          .read(file)
          .matchAll(
            /<(?:script|img|source|iframe|video)[^>]+src(?:set)?="([^"]+)"|<link rel="(?:stylesheet|icon|preload|modulepreload)"[^>]+href="([^"]+)"/g,
          ),
      ];
      for (const [, src, href] of loads) expect(src ?? href, file).toMatch(/^(?:\/(?!\/)|data:)/);
    }
  });
});

describe('judged by others', () => {
  test('html-validate has nothing to say', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        // Astro and Markdown write these; none of them is a fault of the page.
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'attr-quotes': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        // Titles are whole headlines: Chinese search results cut by width, not by 70 characters.
        'long-title': 'off',
        // HTML allows any id without a space; headings' ids are their Chinese words, `50-万元…`.
        'valid-id': ['error', { relaxed: true }],
        // A scrolling table is a focusable region of its own, not a section of the article.
        'prefer-native-element': ['error', { exclude: ['region'] }],
        // `tel:`-like numbers in Chinese text are not telephone links.
        'tel-non-breaking': 'off',
      },
    });
    const found: string[] = [];
    for (const file of listFiles(site.outDir).filter(isPage)) {
      const report = await validator.validateString(site.read(file), file);
      for (const { messages } of report.results) {
        found.push(
          ...messages.map(({ ruleId, message, line }) => `${file}:${line} ${ruleId} ${message}`),
        );
      }
    }
    expect([...new Set(found)].slice(0, 20)).toEqual([]);
  });

  test('linkinator finds no broken internal link', async () => {
    const links = await expectNoBrokenLinks(site.outDir);
    expect(links.length).toBeGreaterThan(1000);
  });

  const xmlFiles = () => listFiles(site.outDir).filter((file) => file.endsWith('.xml'));

  test('xmllint takes every feed and sitemap', ({ skip }) => {
    const isHere = hasXmllint();
    if (!isHere && process.env['XMLLINT_REQUIRED'] !== '1') skip('xmllint is not installed');
    for (const file of xmlFiles()) {
      execFileSync('xmllint', ['--noout', path.join(site.outDir, file)]);
    }
  });

  test('a feed has what readers need, read back by a parser', () => {
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });
    for (const file of xmlFiles().filter((name) => name.endsWith('rss.xml'))) {
      const { rss } = parser.parse(site.read(file)) as { rss: Feed };
      const items = [rss.channel.item ?? []].flat();
      expect(rss.channel['atom:link']['@_href'], file).toBe(`https://ballast.example/${file}`);
      expect(new Set(items.map(({ guid }) => guid['#text'])).size).toBe(items.length);
      for (const item of items) {
        expect(item.guid['@_isPermaLink']).toBe('false');
        expect(item.guid['#text']).toMatch(/^tag:ballast\.example,2024:bs-\d{3}$/);
        expect(item.link).toMatch(/^https:\/\/ballast\.example\/articles\//);
        expect(Number.isNaN(Date.parse(item.pubDate))).toBe(false);
        expect(item['content:encoded'].length).toBeGreaterThan(20);
        expect(item['content:encoded']).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)/);
      }
    }
  });

  test('the sitemaps list each indexed page once, with the day it changed', () => {
    const index = site.read('sitemap-index.xml');
    const files = [...index.matchAll(/<loc>https:\/\/ballast\.example\/([^<]+)<\/loc>/g)];
    expect(files.length).toBeGreaterThanOrEqual(2);
    const urls = files.flatMap(([, file = '']) =>
      [...site.read(file).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url),
    );
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) {
      const file = decodeURIComponent(url.replace('https://ballast.example/', ''));
      expect(existsSync(path.join(site.outDir, file, 'index.html')), url).toBe(true);
    }
    expect(site.read('sitemap-2026.xml')).toMatch(/<lastmod>2026-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00</);
  });
});

describe('the same content gives the same bytes', () => {
  test('in another folder, another zone and another language', async () => {
    const root = path.join(makeTemporaryFolder(), '另一个 目录');
    for (const name of [
      'src',
      'scripts',
      'content',
      'public',
      'astro.config.mjs',
      'package.json',
      'tsconfig.json',
    ]) {
      cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    const other = await buildSite({
      contentDir: path.join(root, 'content'),
      root,
      env: { TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'C' },
    });
    expect(other.status, other.output).toBe(0);
    expect(compareFolders(other.outDir, site.outDir)).toEqual([]);
  });
});

interface Feed {
  channel: {
    'atom:link': { '@_href': string };
    item?: FeedEntry | FeedEntry[];
  };
}

interface FeedEntry {
  guid: { '#text': string; '@_isPermaLink': string };
  link: string;
  pubDate: string;
  'content:encoded': string;
}

/** A page of the site, not a redirect left at an old address. */
function isPage(file: string): boolean {
  return (
    file.endsWith('.html') && !file.startsWith('search-index/') && !/^(?:2026|news)\//.test(file)
  );
}

function canonicalOf(html: string): string | undefined {
  return /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
}

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
