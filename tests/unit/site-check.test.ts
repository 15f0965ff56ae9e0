import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBuiltFile } from '../../src/build/built-file.ts';
import { createLinkFinder } from '../../src/build/link-finder.ts';
import { describeBuilt, findDeadLinks } from '../../src/build/site-assembly.ts';
import { checkSite } from '../../src/build/site-check.ts';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import { sampleArticle } from './samples.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-check-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Sources that links are looked for in. */
const contentDir = path.join(work, 'content');
mkdirSync(path.join(contentDir, 'articles/2026'), { recursive: true });

function check(
  files: Record<string, string>,
  articles: Partial<Article>[] = [],
  siteUrl = 'https://test.example/',
) {
  const outDir = mkdtempSync(path.join(work, 'dist-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
    writeFileSync(path.join(outDir, file), content);
  }
  const links = createLinks(siteUrl);
  const made = Object.keys(files).map((file) => readBuiltFile(outDir, file, links));
  const site = new Map(
    made.map((built) => [built.file, { ...describeBuilt(built), staged: outDir }] as const),
  );
  const dead = findDeadLinks(site, made);
  const findLine = createLinkFinder(contentDir, links);
  const found = checkSite({ made, files: site }, dead, articles.map(sampleArticle), findLine);
  return found.map(({ file, line, kind }) => `${line ? `${file}:${line}` : file} ${kind}`);
}

describe('every published article has its page', () => {
  test.each([
    ['a', 'articles/2026/a/index.html'],
    ['中文-名', 'articles/2026/中文-名/index.html'],
    ['v1.0', 'articles/2026/v1.0/index.html'],
  ])('%s', (slug, file) => {
    const lost = `articles/2026/${slug}.md lost-article`;
    expect(check({ [file]: '' }, [{ slug }])).toEqual([]);
    expect(check({ 'index.html': '' }, [{ slug }])).toEqual([lost]);
    expect(check({ [file.replace('/index.html', '.html')]: '' }, [{ slug }])).toEqual([lost]);
  });

  test('a withdrawn one too', () => {
    expect(check({ 'index.html': '' }, [{ withdrawn: { date: 1, reason: '甲' } }])).toHaveLength(1);
  });
});

describe('links inside the site', () => {
  const site = (html: string) => ({
    'index.html': '',
    'articles/2026/a/index.html': html,
    'articles/2026/中文/index.html': '',
    'tags/c~2b~2b/index.html': '',
    'rss.xml': '',
    'a b.png': '',
    'files/x.pdf': '',
  });
  const links = (href: string, siteUrl?: string) =>
    check(site(`<p id="x"><a id="脚注" href="${href}">一</a>`), [], siteUrl);

  test.each([
    '/',
    '/rss.xml',
    '/files/x.pdf',
    '../%E4%B8%AD%E6%96%87/',
    '../中文/',
    '/articles/2026/a/%2e%2e/%E4%B8%AD%E6%96%87/',
    '/articles/./2026/a/../%E4%B8%AD%E6%96%87/',
    '/articles/2026/%E4%B8%AD%E6%96%87/?from=rss#top',
    '/tags/c~2b~2b/',
    '/a%20b.png',
    '/a b.png',
    '',
    '#',
    '#x',
    '#脚注',
    '#%E8%84%9A%E6%B3%A8',
    '#top',
    '#:~:text=央行',
    '?page=2',
    './',
    'https://test.example/rss.xml',
    'https://other.example/nowhere',
    '//other.example/nowhere',
    'mailto:a@b.cn',
    'tel:12363',
  ])('%s leads somewhere', (href) => {
    expect(links(href)).toEqual([]);
  });

  test.each([
    '/nowhere/',
    '/articles/2026/b/',
    'b/',
    // Without its slash the address is another one on many hosts.
    '/articles/2026/a',
    '/files/',
    '/files/x.PDF',
    '#nowhere',
    '/100%',
    '/%zz/',
    '#100%',
    '/a%00b',
    `/${'a'.repeat(300)}/`,
    'http://[',
    'https://test.example/nowhere',
  ])('%s leads nowhere', (href) => {
    expect(links(href)).toEqual(['网页 /articles/2026/a/index.html dead-link']);
  });

  test.each([
    ['/news/rss.xml', true],
    ['https://test.example/news/', true],
    ['/news/nowhere/', false],
    // Outside the base another site may stand.
    ['/rss.xml', true],
    ['/other/nowhere', true],
  ])('below a base path: %s', (href, leads) => {
    expect(links(href, 'https://test.example/news/')).toHaveLength(leads ? 0 : 1);
  });

  test('a missing image or script counts as well', () => {
    expect(
      check({
        'index.html': '<img src="/no.png"><script src="/no.js"></script><link href="/no.css">',
      }),
    ).toHaveLength(3);
  });

  test('one link on many pages is told once', () => {
    const page = '<a href="/nowhere/">一</a>';
    expect(check({ 'index.html': page, 'a/index.html': page, 'b/index.html': page })).toEqual([
      '网页 /a/index.html dead-link',
    ]);
  });

  test('a link is shown as its author reads it', () => {
    const [problem] = checkSite(
      { made: [], files: new Map() },
      new Map([['a/index.html', [['#%E9%99%84%E8%A1%A8', null]]]]),
      [],
      () => undefined,
    );
    expect(problem?.message).toContain('#附表');
  });

  test('what led nowhere when a page was made is told again when others are', () => {
    const html = '<a href="#nowhere">一</a><a href="b/">二</a><a href="c/">三</a>';
    mkdirSync(path.join(work, 'kept/b'), { recursive: true });
    writeFileSync(path.join(work, 'kept/index.html'), html);
    const made = [
      readBuiltFile(path.join(work, 'kept'), 'index.html', createLinks('https://test.example/')),
    ];
    const files = new Map(
      made.map((built) => [
        built.file,
        { ...describeBuilt(built), staged: work as string | undefined },
      ]),
    );
    findDeadLinks(files, made);
    const page = files.get('index.html');
    if (page) page.staged = undefined;
    files.set('b/index.html', { hash: '', assets: [], targets: [], dead: [], staged: work });
    const dead = findDeadLinks(files, []);
    expect(dead.get('index.html')).toEqual([
      ['#nowhere', null],
      ['c/', 'c/'],
    ]);
  });

  test.each([
    ['/about-us/', '[关于](/about-us/)', undefined],
    ['/news/about-us/', '[关于](/about-us/)', 'https://test.example/news/'],
    ['/channels/%E9%93%B6%E8%A1%8C/', '[银行](/channels/银行/)', undefined],
    ['b/', '[下一篇](b/)', undefined],
  ])('%s is told where its author wrote it', (href, written, siteUrl) => {
    writeFileSync(path.join(contentDir, 'articles/2026/a.md'), `---\n---\n\n正文\n${written}。\n`);
    const page = `<a href="${href}">一</a>`;
    const files = { 'index.html': page, 'articles/2026/a/index.html': page };
    expect(check(files, [{ slug: 'a' }], siteUrl)).toContain('articles/2026/a.md:5 dead-link');
    rmSync(path.join(contentDir, 'articles/2026/a.md'));
  });
});

test('a broken related list is an error of its page', () => {
  const block =
    '<div data-article-path="/articles/2026/a/"><ol data-related><li><a href="/articles/2026/a/">自己</a></li></ol></div>';
  expect(check({ 'articles/2026/a/index.html': block })).toEqual([
    '网页 /articles/2026/a/index.html broken-related',
  ]);
});
