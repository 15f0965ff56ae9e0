import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildSite, makeTemporaryFolder, ROOT, run } from './build.ts';
import { expectNoBrokenLinks } from './links.ts';

/** What other programs wrote, see tests/fixtures/import/README.md. */
const SOURCES = ['office', 'pages', 'hexo', 'hugo', 'wordpress/export.xml'];

const reports: string[] = [];
let site: BuiltSite;

beforeAll(async () => {
  const contentDir = makeTemporaryFolder();
  for (const source of SOURCES) {
    const file = path.join(ROOT, 'tests/fixtures/import', source);
    reports.push((await run('scripts/import.ts', [file, '--into', contentDir])).output);
  }
  site = await buildSite({ contentDir });
});

test('every source is taken and the site is built without an error or a dead link', () => {
  expect(reports.map((report) => /新收 +(\d+) 篇/.exec(report)?.[1])).toEqual([
    '1',
    '2',
    '2',
    '3',
    '4',
  ]);
  expect(site.output).not.toMatch(/错误：|外站图片|没有找到|打不开/);
  expect(site.status).toBe(0);
  expect(site.output).toContain('12 个文件 = 已发布 10（其中撤稿 0）+ 待发布 0 + 草稿 2');
});

test.each([
  ['2026/03/15/央行：降准之后，房贷利率怎么变', 'yang-hang-jiang-zhun-zhi-hou'],
  ['2026/03/14/央行：降准之后，房贷利率怎么变', 'yang-hang-jiang-zhun-zhi-hou'],
  ['2026/03/deposit-2025', 'deposit'],
  ['old/deposit.html', 'deposit'],
  ['2026/03/deposit-interest', 'deposit-interest'],
])('the old address /%s leads to the article', (old, slug) => {
  const file = path.join(site.outDir, old);
  const page = existsSync(path.join(file, 'index.html')) ? path.join(file, 'index.html') : file;
  expect(readFileSync(page, 'utf8')).toContain(`/articles/2026/${slug}/`);
});

test('linkinator finds no broken internal link', async () => {
  await expectNoBrokenLinks(site.outDir);
});
