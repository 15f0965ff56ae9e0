import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeHostFiles } from '../../src/build/host-files.ts';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import { sampleArticle } from './samples.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-hosts-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function write(
  articles: Partial<Article>[],
  siteUrl = 'https://test.example',
  pages: string[] = [],
  hasDesk = false,
) {
  const outDir = path.join(mkdtempSync(path.join(work, 'site-')), 'dist');
  mkdirSync(outDir);
  const taken = new Set(['index.html', ...pages]);
  const links = createLinks(siteUrl);
  const problems = writeHostFiles(outDir, articles.map(sampleArticle), links, taken, hasDesk);
  const text = (file: string) => readFileSync(path.join(outDir, file), 'utf8');
  const list = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();
  return { outDir, problems, text, list };
}

describe('a page at each old address leads on', () => {
  test.each([
    ['/news/1234.html', 'news/1234.html'],
    ['/news/1234.HTM', 'news/1234.HTM'],
    ['/news/1234', 'news/1234/index.html'],
    ['/news/1234/', 'news/1234/index.html'],
    ['/a.asp', 'a.asp/index.html'],
    ['/旧/稿.html', '旧/稿.html'],
    ['/%E6%97%A7/', '旧/index.html'],
    ['/100%25/', '100%/index.html'],
  ])('%s is %s', (alias, file) => {
    const { text, problems } = write([{ slug: '新', aliases: [alias] }]);
    expect(problems).toEqual([]);
    const target = '/articles/2026/%E6%96%B0/';
    expect(text(file)).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`);
    expect(text(file)).toContain(`<a href="${target}">`);
    expect(text(file)).toContain(`<link rel="canonical" href="https://test.example${target}">`);
    expect(text(file)).toContain('<meta name="robots" content="noindex">');
  });

  test('a title of markup is text', () => {
    const { text } = write([{ title: '</title><script>alert(1)</script>', aliases: ['/old/'] }]);
    expect(text('old/index.html')).not.toContain('<script>');
  });

  test('under a base path', () => {
    const { text } = write([{ aliases: ['/old/'] }], 'https://test.example/news/');
    expect(text('old/index.html')).toContain('url=/news/articles/2026/a/"');
    expect(text('_redirects')).toBe('/news/old/ /news/articles/2026/a/ 301\n');
    expect(text('redirects.nginx.map')).toBe('"/news/old/" "/news/articles/2026/a/";\n');
    expect(text('_headers')).toContain(
      '\n/news/_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n',
    );
  });
});

describe('maps for hosts', () => {
  test('are by article, encoded for one, decoded for the other', () => {
    const { text } = write([
      { id: 'b', slug: 'b', aliases: ['/z/', '/旧/'] },
      { id: 'a', slug: 'a', aliases: ['/y.html'] },
    ]);
    expect(text('_redirects')).toBe(
      '/y.html /articles/2026/a/ 301\n/z/ /articles/2026/b/ 301\n/%E6%97%A7/ /articles/2026/b/ 301\n',
    );
    expect(text('redirects.nginx.map')).toBe(
      '"/y.html" "/articles/2026/a/";\n"/z/" "/articles/2026/b/";\n"/旧/" "/articles/2026/b/";\n',
    );
  });

  test('do not depend on the order of articles', () => {
    const articles = [
      { slug: 'a', aliases: ['/2', '/1'] },
      { slug: 'b', aliases: ['/3'] },
    ];
    const [first, second] = [write(articles), write(articles.toReversed())];
    for (const file of ['_redirects', 'redirects.nginx.map', '_headers']) {
      expect(second.text(file)).toBe(first.text(file));
    }
  });

  test('are there without a single old address', () => {
    const { text } = write([{}]);
    expect(text('_redirects')).toBe('');
    expect(text('redirects.nginx.map')).toBe('');
    expect(text('_headers')).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/);
    expect(text('_headers')).toContain("frame-ancestors 'none'");
  });
});

describe('a site with an editors’ desk', () => {
  const pages = ['404.html', 'articles/2026/a/index.html', 'channels/x/index.html', 'a.txt'];

  test('names the policy for each part of the site but the desk', () => {
    const headers = write([{}], 'https://test.example/news/', pages, true).text('_headers');
    const withPolicy = [...headers.matchAll(/^(\S+)\n {2}Content-Security-Policy: default-src/gm)];
    expect(withPolicy.map(([, name]) => name)).toEqual([
      '/news/',
      '/news/404.html',
      '/news/articles/*',
      '/news/channels/*',
      '/news/index.html',
    ]);
    expect(headers).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/);
  });

  test('an old address may not be the desk’s', () => {
    const { problems } = write([{ aliases: ['/admin/'] }], undefined, [], true);
    expect(problems).toMatchObject([{ kind: 'alias-meets-page' }]);
  });
});

describe('an old address never overwrites or breaks anything', () => {
  test.each([
    ['/about/', 'about/index.html'],
    ['/about', 'about/index.html'],
    ['/404.html', '404.html'],
    ['/index.html', 'index.html'],
    // A file stands where a folder is needed.
    ['/robots.txt', 'robots.txt'],
    ['/robots.txt/a/b', 'robots.txt'],
    ['/rss.xml/', 'rss.xml'],
  ])('%s', (alias, page) => {
    const { problems, text, outDir } = write([{ aliases: [alias] }], undefined, [page]);
    expect(problems).toMatchObject([
      { kind: 'alias-meets-page', severity: 'error', file: 'articles/2026/a.md' },
    ]);
    expect(existsSync(path.join(outDir, page))).toBe(false);
    expect(text('_redirects')).toBe('');
  });

  test('two of them, one below the other', () => {
    const { problems } = write([{ aliases: ['/a.html', '/a.html/b/'] }]);
    expect(problems).toHaveLength(1);
  });

  // The archive check refuses these; should it ever not, nothing is written outside the site.
  test.each(['/../x', '/%2e%2e/x', '/a/../../x/y', '/..%2fx', '/../../../x.html'])(
    '%s stays inside',
    (alias) => {
      const { outDir, problems, list } = write([{ aliases: [alias] }]);
      const outside = list(path.dirname(outDir)).filter(
        (file) => file !== 'dist' && !file.startsWith('dist/'),
      );
      expect(outside).toEqual([]);
      expect(existsSync(path.join(outDir, '..', '..', 'x.html'))).toBe(false);
      expect(problems).toHaveLength(1);
    },
  );
});
