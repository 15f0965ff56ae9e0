import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CHANNELS, generateArchive } from '../../scripts/bench/scale/archive.ts';
import type { Row } from '../../scripts/bench/scale/row.ts';
import { makeTemporaryFolder, run } from './build.ts';

const COUNT = 60;
const archive = generateArchive(COUNT);
const articles = Array.from({ length: COUNT }, (_, index) => archive.at(index));
const work = makeTemporaryFolder();
const ballast = path.join(work, `${COUNT}/ballast/dist`);
const eleventy = path.join(work, `${COUNT}/eleventy/_site`);

let rows: Row[];

/** The benchmark itself on a small archive; of what it measures, only the results are judged. */
beforeAll(async () => {
  const steps = 'first build,full build';
  const args = `scale --size ${COUNT} --only ballast,eleventy --json --work ${work} --steps`;
  const { status, output } = await run('scripts/bench.ts', [...args.split(' '), steps]);
  if (status !== 0) throw new Error(output);
  rows = JSON.parse(output.slice(output.indexOf('[\n'), output.lastIndexOf(']\n') + 1));
});

test('every step has its row, with the phases Ballast names', () => {
  expect(rows.map(({ tool, step }) => `${tool}: ${step}`)).toEqual([
    'Ballast: first build',
    'Eleventy: full build',
  ]);
  for (const row of rows) expect(row.files).toBeGreaterThan(COUNT);
  expect(Object.keys(rows[0]?.phases ?? {})).not.toHaveLength(0);
});

describe.each([
  ['Ballast', ballast],
  ['Eleventy', eleventy],
])('%s’s site', (_, dist) => {
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

  test('has a page for each article and no other, with its title and text', () => {
    const pages = globSync('articles/*/*/index.html', { cwd: dist }).map(path.dirname);
    expect(pages.sort()).toEqual(articles.map((article) => article.path).sort());
    for (const article of articles) {
      const html = toText(read(`${article.path}/index.html`));
      expect(html, article.path).toContain(toText(article.title));
      const sentences = article.body.split(/[。\n]/).filter((part) => /^[^*>|#-]+$/.test(part));
      for (const sentence of sentences) expect(html, article.path).toContain(toText(sentence));
    }
  });

  test('lists each article once in its channel, each day and each of its tags', () => {
    const listed = (pattern: string) =>
      globSync(pattern, { cwd: dist }).flatMap((file) =>
        articles.filter((article) => read(file).includes(`href="/${article.path}/"`)),
      );
    expect(new Set(listed('channels/*/index.html')).size).toBe(COUNT);
    expect(listed('archive/2026/11/*/index.html')).toHaveLength(COUNT);
    const tagged = articles.reduce((sum, { tags }) => sum + tags.length, 0);
    const inTags = [...listed('tags/*/index.html'), ...listed('tags/*/page/*/index.html')];
    expect(inTags).toHaveLength(tagged);
  });

  test('has the newest fifty in its feed, a feed for each channel, and all in its sitemap', () => {
    expect(read('rss.xml').match(/<item>/g)).toHaveLength(50);
    for (const channel of Object.keys(CHANNELS)) {
      const own = articles.filter((article) => article.channel === channel);
      const feed = read(`channels/${channel}/rss.xml`);
      const left = own.filter(({ path: page }) => !feed.includes(`/${page}/</link>`));
      expect(feed.match(/<item>/g)).toHaveLength(own.length - left.length);
      // A story comes once: its other printings stay out.
      for (const article of left) {
        expect(read(`${article.path}/index.html`), article.path).toContain('另有转载');
      }
      expect(left.length).toBeLessThan(own.length / 4);
    }
    const sitemaps = globSync('sitemap*.xml', { cwd: dist }).map(read).join('');
    for (const article of articles) expect(sitemaps).toContain(`/${article.path}/</loc>`);
  });
});

/** Letters, digits and 汉字 alone: not what the two make of tags, breaks and quotation marks. */
function toText(html: string): string {
  return html.replace(/<[^>]*>|&\w+;/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
}
