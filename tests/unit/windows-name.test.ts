import { expect, test } from 'vitest';
import { proposeSlug } from '../../src/news/proposed-slug.ts';
import { findWindowsFault } from '../../src/news/windows-name.ts';

test.each([
  ['*ST国华.md', '里面有“*”'],
  ['降准？还是降息?.md', '里面有“?”'],
  ['a:b.md', '里面有“:”'],
  ['甲\\乙.md', '里面有“\\”'],
  ['甲.', '末尾是空格或点'],
  ['甲 ', '末尾是空格或点'],
  ['Con.md', '“Con”是 Windows 自己的名字'],
  ['com1.tar.gz', '“com1”是 Windows 自己的名字'],
])('%j: %s', (name, reason) => {
  expect(findWindowsFault(name)).toBe(reason);
});

test.each(['央行：降准？.md', 'console.md', 'aux-1.md', '（终稿）.md', '.gitkeep'])(
  '%j is a name',
  (name) => {
    expect(findWindowsFault(name)).toBeUndefined();
  },
);

test.each(['CON', 'Aux', 'nul', 'com1'])('%j gives no address', (title) => {
  expect(proposeSlug(title)).toBe('');
});
