import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paths } from '../../src/news/address.ts';
import { placeOf, toSlug } from '../../src/news/source-path.ts';

describe('placeOf', () => {
  test.each([
    ['articles/2026/a.md', { year: '2026', slug: 'a', format: 'md' }],
    ['articles/2026/03/深/a.mdx', { year: '2026', slug: 'a', format: 'mdx' }],
    ['articles/2026/Upper.MD', { year: '2026', slug: 'Upper', format: 'md' }],
    ['articles/2026/中文 名#1?.md', { year: '2026', slug: '中文-名-1', format: 'md' }],
    ['articles/2026/v1.0.md', { year: '2026', slug: 'v1.0', format: 'md' }],
    ['articles/2026/caf\u0065\u0301.md', { year: '2026', slug: 'caf\u00e9', format: 'md' }],
    ['articles/2026/index.md', { year: '2026', slug: 'index', format: 'md' }],
    [`articles/2026/${'长'.repeat(84)}.md`, { year: '2026', slug: '长'.repeat(84), format: 'md' }],
  ])('%s', (file, expected) => {
    expect(placeOf(file)).toEqual({ file, ...expected });
  });

  test.each([
    ['articles/a.md', 'no-year-folder'],
    ['articles/2026年/a.md', 'no-year-folder'],
    ['articles/26/a.md', 'no-year-folder'],
    ['articles/草稿/2026/a.md', 'no-year-folder'],
    ['articles/2026/---.md', 'unusable-name'],
    ['articles/2026/？？.md', 'unusable-name'],
    ['articles/2026/🎉.md', 'unusable-name'],
    ['articles/2026/..md', 'unusable-name'],
  ])('%s: %s', (file, kind) => {
    expect(placeOf(file)).toMatchObject({ kind, file });
  });
});

describe('toSlug', () => {
  test.each([
    ['a b', 'a-b'],
    ['a  &  b', 'a-b'],
    ['-a-', 'a'],
    ['.a.', 'a'],
    ['100%', '100'],
    ['“引号”：副题', '引号-副题'],
    ['C++', 'C'],
    ['a/../b', 'a-..-b'],
    ['ガ', 'ガ'],
    ['a_b~c', 'a_b~c'],
  ])('%s → %s', (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });

  test('a slug is its own slug, in one form of Unicode, and a safe path segment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const slug = toSlug(name);
        expect(toSlug(slug)).toBe(slug);
        expect(toSlug(name.normalize('NFD'))).toBe(toSlug(name.normalize('NFC')));
        expect(slug).not.toMatch(/[\s/\\#?%&"'<>:*|]|^\.|\.$/);
        if (slug.isWellFormed() && slug !== '') {
          const url = new URL(paths.article({ year: '2026', slug }), 'https://a.example');
          expect(decodeURIComponent(url.pathname)).toBe(`/articles/2026/${slug}/`);
        }
      }),
    );
  });
});
