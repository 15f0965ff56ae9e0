import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findArchiveFaults } from '../../src/check/archive-findings.ts';
import { createLinkCheck } from '../../src/check/article-links.ts';
import { checkArchive } from '../../src/news/archive-check.ts';
import { namesInLink, namesMetBy, namesOf, titleKey } from '../../src/news/encounters.ts';
import { placeOf } from '../../src/news/source-path.ts';
import { beijing, sampleArticle } from './samples.ts';

const names = (given: Parameters<typeof sampleArticle>[0]) => namesOf(sampleArticle(given));

test('an article is known by its id, file, old addresses and title', () => {
  const article = {
    id: 'BS-010',
    slug: '央行-3号',
    file: 'articles/2026/央行 3号.md',
    aliases: ['/2019/jiu%20wen/', '/b/index.html'],
    title: 'ＬＰＲ 下调',
  };
  expect(names(article)).toEqual(['bs010', '央行3号', 'jiuwen', 'b', '=lpr下调']);
});

test.each([
  ['./央行 3号.md#一节', '央行3号'],
  ['../2026/%E5%A4%AE%E8%A1%8C-3%E5%8F%B7.mdx', '央行3号'],
  ['..\\2026\\A.md', 'a'],
  ['https://test.example/articles/2026/Caf%C3%A9/?from=x', 'cafe'],
  ['../a/.', 'a'],
])('%s may mean %s', (href, name) => {
  expect(namesInLink(href)).toContain(name);
});

test('titles that differ in case, width and spaces are one', () => {
  expect(titleKey(' ＬＰＲ　下 调')).toBe(titleKey('lpr下调'));
});

/** Names that are one to some comparison and two to others. */
const NAME = fc.constantFrom(
  ...[
    'a',
    'A',
    'á',
    'a\u0301',
    'ａ',
    'a b',
    'a-b',
    '2026',
    'index',
    'a.md',
    '央行',
    '央行 #3',
    '%61',
  ],
);
const ALIAS = fc
  .tuple(
    fc.constantFrom('', '/old', '/articles/2026'),
    NAME,
    fc.constantFrom('', '/', '/index.html'),
  )
  .map(([folder, name, end]) => `${folder}/${name}${end}`);
const PIN = fc
  .tuple(
    fc.constantFrom('', '2026/', '/articles/2026/', '2025/'),
    NAME,
    fc.constantFrom('', '.md', '/'),
  )
  .map((parts) => parts.join(''));
const HREF = fc
  .tuple(
    fc.constantFrom(
      './',
      '../2025/',
      '/articles/2026/',
      'https://test.example/articles/2025/',
      '../',
    ),
    NAME.map((name) => (name.includes('%') ? name : encodeURI(name))),
    fc.constantFrom('.md', '.mdx', '', '/', '/?x=1', '.md#一', '/.'),
  )
  .map((parts) => parts.join(''));
const ARTICLE = fc.record(
  {
    year: fc.constantFrom('2025', '2026'),
    name: NAME,
    id: NAME,
    title: fc.constantFrom('甲', '甲 ', 'LPR', 'ｌｐｒ', '乙'),
    date: fc.constantFrom(...['2026-03-15', '2026-03-18', '2026-12-01'].map(beijing)),
    aliases: fc.array(ALIAS, { maxLength: 2 }),
    related: fc.array(PIN, { maxLength: 2 }),
    draft: fc.boolean(),
  },
  { requiredKeys: ['year', 'name', 'title', 'date', 'aliases', 'related'] },
);

test('an article meets only those that have a name in common with it', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(ARTICLE, {
        minLength: 2,
        maxLength: 8,
        selector: ({ year, name }) => `${year}/${name}`,
      }),
      fc.array(HREF, { maxLength: 3 }),
      (drafts, hrefs) => {
        const archive = drafts.map(({ name, ...rest }) => {
          const file = `articles/${rest.year}/${name}.md`;
          const place = placeOf(file);
          const slug = 'kind' in place ? 'x' : place.slug;
          return sampleArticle({ id: `${rest.year}/${slug}`, ...rest, slug, file });
        });
        for (const one of archive) {
          const met = new Set([...namesMetBy(one), ...hrefs.flatMap(namesInLink)]);
          const near = archive.filter(
            (other) => other === one || namesOf(other).some((name) => met.has(name)),
          );
          const all = problemsOf(one.file, archive, hrefs);
          expect(problemsOf(one.file, near, hrefs)).toEqual(all);
          if (near.length < archive.length) found += all.length;
        }
      },
    ),
    { numRuns: 1000 },
  );
  // Otherwise nothing was compared.
  expect(found).toBeGreaterThan(1000);
});

function problemsOf(
  file: string,
  archive: Parameters<typeof checkArchive>[0],
  hrefs: readonly string[],
) {
  const now = beijing('2026-11-25');
  const settings = { channels: [{ id: 'banking', name: '银行' }], topics: [], pages: [] };
  const lineOf = () => 1;
  const { articles, problems } = checkArchive(archive, settings as never, now, lineOf);
  const checkLinks = createLinkCheck(articles, {
    ...{ files: archive.map((one) => one.file), origin: 'https://test.example', now },
  });
  const links = hrefs.map((href) => ({ href, line: 1, column: 1 }));
  return [
    ...problems,
    ...checkLinks(file, links),
    ...findArchiveFaults(articles, [], { lineOf }),
  ].filter((found) => found.file === file);
}
