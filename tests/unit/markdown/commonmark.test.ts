import { tests } from 'commonmark-spec';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { cleanSource, markChinese, unmarkChinese } from '../../../src/markdown/chinese-marks.ts';
import { features } from '../../../src/markdown/features.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** All examples of CommonMark 0.31.2; the specification writes tabs as arrows. */
const examples = tests.map(({ number, markdown, html }) => ({
  number,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t'),
}));

/** As a browser reads it: entities, quotes and space between blocks are written in many ways. */
const read = (html: string) =>
  toHtml(fromHtml(html, { fragment: true }))
    .replace(/>\s+</g, '><')
    .trim();

const textOf = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, '');

const plain = (markdown: string) => markdownToHtml(markdown, { features }).html;

test('there are 652 examples', () => {
  expect(examples).toHaveLength(652);
});

test('the parser differs from the specification in these, and why', () => {
  const differing = examples.filter(({ markdown, html }) => read(plain(markdown)) !== read(html));
  expect(differing.map(({ number }) => number)).toEqual([
    // Tags become elements, so that they can be sanitised: what an example leaves open is closed,
    // and the first line end in a <textarea> goes, as in a browser.
    ...[171, 187, 344, 476, 477, 494],
    // Bare addresses are links in GitHub's dialect, which these say are none.
    ...[602, 606, 608, 611, 612],
    // Again tags that are open, or written otherwise.
    ...[613, 614, 615, 616, 630, 631, 642, 643],
  ]);
});

test('the marks for Chinese change none', () => {
  for (const { markdown } of examples) {
    const marked = markChinese(cleanSource(markdown));
    expect(unmarkChinese(markdownToHtml(marked, { features }).html)).toBe(plain(markdown));
  }
});

interface Difference {
  reason: string;
  /** Whether the parser's HTML holds what is changed for it. */
  isShown: (html: string) => boolean;
  examples: number[];
}

/** What no Markdown makes: comments, tables and other elements, attributes; an empty paragraph. */
const WRITTEN_AS_TAGS =
  /<(?!\/?(?:p|h[1-6]|em|strong|code|pre|a|img|ul|ol|li|blockquote|hr|br)[\s>])[a-z!]|<[a-z]+ (?:class="(?!lang)|id=|foo=|bam=|language)|<p><\/p>/i;

/** What we change on purpose; the first that an example shows is its reason. */
const MEANT: readonly Difference[] = [
  {
    reason: 'tags are sanitised, tables scroll',
    isShown: (html) => WRITTEN_AS_TAGS.test(html),
    examples: [
      ...[148, 149, 150, 152, 153, 154, 160, 163, 164, 169, 170, 171, 172, 173, 176, 177, 178],
      ...[179, 180, 182, 183, 190, 191, 201, 308, 309, 491, 524, 536, 613, 614, 615, 616, 617],
      ...[623, 625, 626, 627, 628, 629],
    ],
  },
  {
    reason: 'headings begin at h2, skip no level and have ids; one without words goes',
    isShown: (html) => /<h[1-6]/.test(html),
    examples: [
      ...[10, 59, 62, 66, 67, 68, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 86, 89],
      ...[90, 91, 95, 96, 102, 103, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300, 646, 647],
    ],
  },
  {
    reason: 'pictures are figures, load late and wait for Astro',
    isShown: (html) => /<img/.test(html),
    examples: [
      ...[475, 517, 520, 531, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584],
      ...[585, 586, 587, 588, 589, 591],
    ],
  },
  {
    reason: 'links to other sites say rel',
    isShown: (html) => /<a href="(?:https?:)?\/\//i.test(html),
    examples: [20, 346, 480, 481, 501, 526, 538, 594, 595, 600, 602, 603, 608, 611],
  },
  {
    reason: 'addresses of unknown schemes go',
    isShown: (html) => /<a href="(?!https?:|mailto:|tel:)[\w+)-]+:/i.test(html),
    examples: [500, 596, 598, 599, 601],
  },
  {
    reason: 'code is not coloured and has no class for it',
    isShown: (html) => /<code class="language-/.test(html),
    examples: [24, 34, 142, 143, 144, 146],
  },
];

test('the rendering differs from the parser’s in these, for these reasons, and keeps the words', async () => {
  const found: [reason: string | undefined, number][] = [];
  for (const { number, markdown } of examples) {
    const before = read(plain(markdown));
    const after = read((await renderMarkdown(markdown)).html);
    if (after === before) continue;
    const difference = MEANT.find(({ isShown }) => isShown(before));
    found.push([difference?.reason, number]);
    if (difference === MEANT[0]) continue;
    expect(textOf(after.replace(/<figcaption>.*?<\/figcaption>/gs, ''))).toBe(textOf(before));
  }
  const expected = MEANT.flatMap(({ reason, examples: numbers }) =>
    numbers.map((number): [string, number] => [reason, number]),
  );
  expect(found).toEqual(expected.toSorted(([, a], [, b]) => a - b));
});

test.each(['https://a.cn/', 'Https://a.cn/', 'HTTPS://A.CN/', 'MAILTO:a@b.cn'])(
  'a scheme in capitals is one: %s',
  async (address) => {
    const { html } = await renderMarkdown(`[甲](${address})`);
    expect(html).toContain(`href="${address}"`);
  },
);
