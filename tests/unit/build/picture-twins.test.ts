import { expect, test } from 'vitest';
import { findPictureTwins } from '../../../src/build/picture-twins.ts';
import { sampleArticle } from '../samples.ts';

const show = (slug: string, ...images: string[]) =>
  sampleArticle({
    ...{ id: `2026/${slug}`, slug, images },
    file: `articles/2026/${slug}.md`,
  });
const first = show('a', './tu.png');
const second = show('b', './zu.png');
const third = show('c', './x.png');
const assets = new Map(
  [
    ['tu', 'red'],
    ['zu', 'red'],
    ['x', 'blue'],
  ].map(([name, digest]) => [`articles/2026/${name}.png`, { signature: '', digest: digest ?? '' }]),
);

test('a picture goes with all its names, and with who shows it under another', () => {
  const { assetsOf, withTwins } = findPictureTwins([first, second, third], assets);
  expect(assetsOf(first)).toEqual(['red articles/2026/tu.png articles/2026/zu.png']);
  expect(assetsOf(third)).toEqual(['blue articles/2026/x.png']);
  expect(withTwins([first.id])).toEqual(new Set([first.id, second.id]));
  expect(withTwins([third.id, 'no-such-article'])).toEqual(new Set([third.id, 'no-such-article']));
});

test('one file shown twice has no twin', () => {
  const other = show('d', './x.png');
  const { assetsOf, withTwins } = findPictureTwins([third, other], assets);
  expect(assetsOf(other)).toEqual(['blue articles/2026/x.png']);
  expect(withTwins([third.id])).toEqual(new Set([third.id]));
});
