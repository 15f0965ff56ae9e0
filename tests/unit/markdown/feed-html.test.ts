import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { toFeedHtml } from '../../../src/markdown/feed-html.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

const page = 'https://example.com/news/articles/2026/a/';

test.each([
  ['<a href="/news/b/">甲</a>', '<a href="https://example.com/news/b/">甲</a>'],
  [
    '<a href="../c/?a=1&b=2">甲</a>',
    '<a href="https://example.com/news/articles/2026/c/?a=1&#x26;b=2">甲</a>',
  ],
  ['<a href="#body-fn-1">1</a>', `<a href="${page}#body-fn-1">1</a>`],
  ['<a href="//cdn.example.com/x">甲</a>', '<a href="https://cdn.example.com/x">甲</a>'],
  ['<a href="http://[">甲</a>', '<a>甲</a>'],
  ['<a href="javascript:x">甲</a>', '<a>甲</a>'],
  [
    '<picture><source srcset="/a.avif"><img src="/_astro/a.webp" srcset="/b 2x" sizes="1px" alt="甲" width="2" height="1" loading="lazy" class="x"></picture>',
    '<img src="https://example.com/_astro/a.webp" alt="甲" width="2" height="1" />',
  ],
  [
    '<video src="v.mp4" poster="p.png" controls></video>',
    `<video src="${page}v.mp4" poster="${page}p.png" controls></video>`,
  ],
  [
    '<blockquote cite="/q">甲</blockquote>',
    '<blockquote cite="https://example.com/q">甲</blockquote>',
  ],
  ['<h2 id="x" class="sr-only">脚注</h2>', '<h2>脚注</h2>'],
  [
    '<b onclick="x" style="y" data-z>甲</b><script type="module" src="/x.js"></script>',
    '<b>甲</b>',
  ],
  ['<svg role="img"><title>图</title></svg>甲', '甲'],
  ['甲\u0008乙\ufffe丙\ud800', '甲乙丙\ufffd'],
  ['甲<br>乙<hr>', '甲<br />乙<hr />'],
])('%s', (html, feed) => {
  expect(toFeedHtml(html, page)).toBe(feed);
});

test('a table leaves its scroller and keeps alignment as an attribute', () => {
  const cells =
    '<td class="align-start num">1</td><td class="align-center">2</td><td class="align-end">3</td><td class="num">4</td><td>5</td>';
  const html = `<div class="scroller" role="region" tabindex="0" aria-label="表"><table><tbody><tr>${cells}</tr></tbody></table></div>`;
  expect(toFeedHtml(html, page)).toBe(
    '<table><tbody><tr><td align="left">1</td><td align="center">2</td><td align="right">3</td><td align="right">4</td><td>5</td></tr></tbody></table>',
  );
});

test('a whole body comes out as well-formed XML', async () => {
  const { html } = await renderMarkdown(
    '# 题 & <br> "引"\n\n甲[^1]\u0008\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n> 引\n\n```\n<x> & ]]>\n```\n\n<details open><summary>问</summary>答</details>\n\n[^1]: 注',
  );
  const feed = toFeedHtml(html, page);
  // HTML allows attributes without a value, XML does not.
  expect(XMLValidator.validate(`<div>${feed.replace(' open>', ' open="">')}</div>`)).toBe(true);
  expect(feed).not.toMatch(/ (?:class|style|role|tabindex|id|aria-\w+|data-\w+)=/);
});
