import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { article, buildSite, makeTemporaryFolder, writeContent } from './build.ts';
import { compareFolders, listFiles } from './folders.ts';

test('the desk comes and goes with its switch, the same bytes each time', async () => {
  const contentDir = writeContent({ 'articles/2026/a.md': article('稿件') });
  const file = path.join(contentDir, 'site.yaml');
  const off = readFileSync(file, 'utf8');
  const on = `${off.trimEnd()}\ncms: { repository: newsroom/site }\n`;
  const work = makeTemporaryFolder();
  const env = { OUT_DIR: path.join(work, 'dist'), CACHE_DIR: path.join(work, 'cache') };
  const build = async (settings: string) => {
    writeFileSync(file, settings);
    const site = await buildSite({ contentDir, env });
    expect(site.status, site.output).toBe(0);
    return site;
  };
  const ofDesk = () => listFiles(env.OUT_DIR).filter((name) => name.startsWith('admin/'));

  const site = await build(on);
  expect(ofDesk()).toEqual(
    expect.arrayContaining(['admin/index.html', 'admin/config.json', 'admin/sveltia-cms.js']),
  );
  expect(site.read('_headers')).not.toMatch(/^\/\*\n(?: {2}.*\n)* {2}Content-Security-Policy/m);
  const first = path.join(work, 'first');
  cpSync(env.OUT_DIR, first, { recursive: true });

  const without = await build(off);
  expect(ofDesk()).toEqual([]);
  expect(without.read('_headers')).toMatch(/^\/\*\n(?: {2}.*\n)* {2}Content-Security-Policy/m);

  await build(on);
  expect(compareFolders(first, env.OUT_DIR)).toEqual([]);
  for (const name of listFiles(env.OUT_DIR).filter((one) => /^sitemap.*\.xml$/.test(one))) {
    expect(site.read(name)).not.toContain('/admin/');
  }
}, 180_000);
