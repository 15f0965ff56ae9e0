import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identify, slugFor } from '../../../src/import/identity.ts';
import { frontmatterSchema } from '../../../src/news/frontmatter-schema.ts';
import { placeOf } from '../../../src/news/source-path.ts';

const naming = { title: '标题', date: '2026-03-15 09:30' };

describe('id', () => {
  test.each([
    ['0', '0'],
    ['000001', '000001'],
    ['20260315-a', '20260315-a'],
    [' 新闻/1 ', '新闻/1'],
  ])('%j is kept', (given, id) => {
    expect(identify(given, naming)).toBe(id);
  });

  test('what frontmatter does not take keeps its letters and stays apart', () => {
    const ids = ['a b', 'a-b', 'a:b', 'A:b', '🎉', '🎊'].map((id) => identify(id, naming));
    expect(ids[0]).toMatch(/^a-b-[\da-f]{8}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('without one: day and hash, the same again, another for another item', () => {
    const id = identify(undefined, naming);
    expect(id).toMatch(/^20260315-[\da-f]{8}$/);
    expect(identify('  ', { ...naming })).toBe(id);
    expect(identify(undefined, { ...naming, title: '标题二' })).not.toBe(id);
    const source = { name: '新华社', url: 'https://example.com/1' };
    expect(identify(undefined, { ...naming, source })).not.toBe(id);
  });

  test('whatever is given, the schema takes it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (given) => {
        const id = identify(given, naming);
        expect(frontmatterSchema.shape.id.parse(id)).toBe(id);
      }),
    );
  });
});

describe('file name', () => {
  test.each([
    ['0', 'item-0'],
    ['1786', 'item-1786'],
    ['20260315-a', '20260315-a'],
    ['新闻1', '新闻1'],
    ['1.5', '1.5'],
  ])('%s → %s', (id, slug) => {
    expect(slugFor(id)).toBe(slug);
  });

  test.each([
    'BS-014',
    'item-7',
    'con',
    'nul.x',
    'a/b',
    '~$x',
    '.a',
    'a'.repeat(90),
    '保'.repeat(61),
  ])('%s gets a hash', (id) => {
    expect(slugFor(id)).toMatch(/-[\da-f]{8}$/);
    expect(Buffer.byteLength(slugFor(id))).toBeLessThan(200);
  });

  test('two ids never meet, also where case is ignored', () => {
    const pairs = [
      ['a', 'A'],
      ['0', 'item-0'],
      ['0', '00'],
      ['a/b', 'a-b'],
      ['a'.repeat(90), 'a'.repeat(91)],
    ];
    for (const [one = '', other = ''] of pairs) {
      expect(slugFor(one).toLowerCase()).not.toBe(slugFor(other).toLowerCase());
    }
  });

  test('is the slug that Ballast reads from the path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (given) => {
        const slug = slugFor(identify(given, naming));
        expect(placeOf(`articles/2026/${slug}.md`)).toMatchObject({ slug, year: '2026' });
        expect(slug.toLowerCase()).toBe(slug);
      }),
    );
  });
});
