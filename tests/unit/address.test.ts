import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLinks, listPagePath, paths, tagKey, tagSegment } from '../../src/news/address.ts';

describe('tagKey', () => {
  test.each([
    [['LPR', 'lpr', 'ＬＰＲ', ' Lpr '], 'lpr'],
    [['A  B', 'a　b', 'A\u00a0B'], 'a b'],
    [['caf\u00e9', 'CAFE\u0301'], 'caf\u00e9'],
    [['C＋＋', 'c++'], 'c++'],
    [['①', '1'], '1'],
  ])('%j are one tag', (tags, key) => {
    for (const tag of tags) expect(tagKey(tag)).toBe(key);
  });

  test('of a key is the key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (tag) => {
        expect(tagKey(tagKey(tag))).toBe(tagKey(tag));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('tagSegment', () => {
  test.each([
    ['C++', 'c~2b~2b'],
    ['C#', 'c~23'],
    ['C', 'c'],
    ['A/B', 'a~2f-b'],
    ['AB', 'ab'],
    ['🎉', '~1f389'],
    ['银行', '银行'],
    ['ＬＰＲ', 'lpr'],
    ['a b', 'a_b'],
    ['a_b', 'a~5f-b'],
    ['a-b', 'a-b'],
    ['.', '~2e'],
    ['..', '~2e~2e'],
    ['100%', '100~25'],
    ['~', '~7e'],
    ['page', 'page'],
  ])('%s → %s', (tag, segment) => {
    expect(tagSegment(tag)).toBe(segment);
    expect(paths.tag(tag)).toBe(`/tags/${encodeURIComponent(segment)}/`);
  });

  // Without an end to the code, `+0c` and `⬌` (U+2B0C) would be one folder, and `a/b` and `a˻`.
  const tricky = fc.constantFrom(
    '+',
    '/',
    '#',
    '-',
    '~',
    '_',
    ' ',
    '.',
    '0',
    'c',
    'b',
    'f',
    'a',
    '⬌',
    '˻',
    '⌀',
    '🎉',
    '银',
    '2',
    '%',
    '＋',
    'A',
    '\u0301',
  );
  const anyTag = fc.oneof(
    fc.array(tricky, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
  );

  test.each([
    ['+0c', '⬌'],
    ['a/b', 'a˻'],
    ['#00', '⌀'],
    ['+-', '+'],
    ['+-a', '+a'],
    ['~2b', '+'],
  ])('%s and %s have addresses of their own', (a, b) => {
    expect(tagSegment(a)).not.toBe(tagSegment(b));
  });

  test('two tags share an address only if they are one tag', () => {
    fc.assert(
      fc.property(anyTag, anyTag, (a, b) => {
        expect(tagSegment(a) === tagSegment(b)).toBe(tagKey(a) === tagKey(b));
      }),
      { numRuns: 2000 },
    );
  });

  test('can be read back', () => {
    const decode = (segment: string) =>
      segment
        .replaceAll('_', ' ')
        .replace(/~([\da-f]+)-?/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
    fc.assert(
      fc.property(anyTag, (tag) => {
        expect(decode(tagSegment(tag))).toBe(tagKey(tag));
      }),
      { numRuns: 1000 },
    );
  });

  test('is one safe path segment, the same from a tag and from its key', () => {
    fc.assert(
      fc.property(
        anyTag.filter((tag) => tagKey(tag) !== ''),
        (tag) => {
          expect(tagSegment(tag)).toMatch(/^[\p{L}\p{N}_~-]+$/u);
          expect(tagSegment(tagKey(tag))).toBe(tagSegment(tag));
          expect(new URL(paths.tag(tag), 'https://a.example').pathname).toBe(paths.tag(tag));
        },
      ),
    );
  });

  test('thirty of the longest characters still fit a folder’s name', () => {
    for (const char of ['🎉', '𠮷', '\u{e0001}', '长', '+']) {
      expect(new TextEncoder().encode(tagSegment(char.repeat(30))).length).toBeLessThanOrEqual(255);
    }
  });
});

describe('paths', () => {
  test.each([
    [
      paths.article({ year: '2026', slug: '中文-名' }),
      '/articles/2026/%E4%B8%AD%E6%96%87-%E5%90%8D/',
    ],
    [paths.channel('gold'), '/channels/gold/'],
    [listPagePath(paths.channel('gold'), 3), '/channels/gold/page/3/'],
    [paths.channelFeed('gold'), '/channels/gold/rss.xml'],
    [listPagePath(paths.topic('retirement'), 1), '/topics/retirement/page/1/'],
    [listPagePath(paths.tag('C++'), 2), '/tags/c~2b~2b/page/2/'],
    [paths.person('zhou-yan'), '/people/zhou-yan/'],
    [paths.year('2026'), '/archive/2026/'],
    [paths.month('2026', '03'), '/archive/2026/03/'],
    [paths.day('2026', '03', '05'), '/archive/2026/03/05/'],
    [paths.page('about'), '/about/'],
  ])('%s', (path, expected) => {
    expect(path).toBe(expected);
  });
});

describe('createLinks', () => {
  test.each([
    ['https://example.com', '/', '/rss.xml', 'https://example.com/rss.xml'],
    ['https://example.com/', '/', '/rss.xml', 'https://example.com/rss.xml'],
    ['https://example.com/news', '/news/', '/news/rss.xml', 'https://example.com/news/rss.xml'],
    ['https://example.com/news/', '/news/', '/news/rss.xml', 'https://example.com/news/rss.xml'],
    ['https://example.com/a/b//', '/a/b/', '/a/b/rss.xml', 'https://example.com/a/b/rss.xml'],
    ['http://localhost:4321/x?y=1#z', '/x/', '/x/rss.xml', 'http://localhost:4321/x/rss.xml'],
    [
      'https://例子.cn/新/',
      '/%E6%96%B0/',
      '/%E6%96%B0/rss.xml',
      'https://xn--fsqu00a.cn/%E6%96%B0/rss.xml',
    ],
  ])('%s', (siteUrl, base, to, absolute) => {
    const links = createLinks(siteUrl);
    expect(links.base).toBe(base);
    expect(links.to(paths.feed)).toBe(to);
    expect(links.absolute(paths.feed)).toBe(absolute);
    expect(links.to(paths.home)).toBe(base);
    expect(new URL(links.to('/a/'), links.origin).href).toBe(links.absolute('/a/'));
  });
});
