import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { toFeedHtml } from '../../../src/markdown/feed-html.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { listElements } from '../../../src/markdown/tree.ts';

const htmlOf = async (markdown: string) => (await renderMarkdown(markdown)).html;

describe('gone', () => {
  test.each([
    ['a <script>alert(1)</script>b', '<p>a b</p>'],
    ['<script>\nalert(1)\n</script>\n\n甲', '<p>甲</p>'],
    ['<style>p{color:red}</style>\n\n甲', '<p>甲</p>'],
    ['<iframe src="https://example.com">文</iframe>\n\n甲', '<p>甲</p>'],
    ['<object data="a.swf"><p>文</p></object>\n\n甲', '<p>甲</p>'],
    ['a<svg><script>alert(1)</script></svg>', '<p>a</p>'],
    ['a<math><mi>x</mi></math>', '<p>a</p>'],
    ['<b onclick="x()" style="color:red" class="y" data-z="1">甲</b>', '<p><b>甲</b></p>'],
    ['<form action="/x"><input name="a"><button>交</button></form>', '交'],
    ['<a href="javascript:alert(1)">甲</a>', '<p><a>甲</a></p>'],
    ['<a href="JaVa&#10;Script:alert(1)">甲</a>', '<p><a>甲</a></p>'],
    ['<a href="&#106;avascript&colon;alert(1)">甲</a>', '<p><a>甲</a></p>'],
    ['[甲](javascript:alert(1))', '<p><a>甲</a></p>'],
    ['[甲](<java\tscript:alert(1)>)', '<p><a>甲</a></p>'],
    ['[甲](data:text/html,x)', '<p><a>甲</a></p>'],
    ['[甲](vbscript:x)', '<p><a>甲</a></p>'],
    ['<javascript:alert(1)>', '<p><a>javascript:alert(1)</a></p>'],
    ['甲![乙](data:image/png;base64,AA)', '<p>甲<span>乙</span></p>'],
    ['<!-- 批注 -->\n\n甲', '<p>甲</p>'],
    ['<td>甲</td>', '甲'],
    ['<center>甲</center>', '甲'],
  ])('%j', async (markdown, html) => {
    expect((await htmlOf(markdown)).trim()).toBe(html);
  });
});

describe('kept', () => {
  test.each([
    'H<sub>2</sub>O 10<sup>2</sup> <u>线</u> <mark>标</mark> <kbd>Ctrl</kbd> <s>旧</s>',
    '<abbr title="消费价格指数">CPI</abbr><br>第二行',
    '<ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>',
    '<time datetime="2026-03-15">三月</time> <del>甲</del><ins>乙</ins>',
  ])('%s', async (markdown) => {
    expect(await htmlOf(markdown)).toBe(`<p>${markdown}</p>`);
  });

  test('details with Markdown inside, figures, tables with spans', async () => {
    expect(await htmlOf('<details open>\n<summary>问</summary>\n\n**答：**是\n\n</details>')).toBe(
      '<details open>\n<summary>问</summary>\n<p><strong>答：</strong>是</p>\n</details>',
    );
    const table = '<table><tbody><tr><td colspan="2" rowspan="2">甲</td></tr></tbody></table>';
    expect(await htmlOf(table)).toContain(table);
    const figure = '<figure><p>甲</p><figcaption>乙</figcaption></figure>';
    expect(await htmlOf(figure)).toBe(figure);
  });
});

describe('whatever is put together', () => {
  const piece = fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<a href="',
      'javascript:',
      '">',
      '<img src=x onerror=',
      '<svg',
      '/>',
    ],
    ...[
      '<style>',
      '<iframe ',
      '[甲](',
      ')',
      '&#58;',
      '&Tab;',
      '\u0001',
      '`',
      '```\n',
      '\n',
      '\n\n',
    ],
    ...[
      '<!--',
      '-->',
      "'",
      '"',
      ' style="',
      '<math><',
      '<template>',
      '<p ',
      '>',
      '<noscript>',
      '甲',
      '|',
    ],
    ...[
      '<table><td>',
      '<textarea>',
      '<title>',
      'data:text/html,',
      '<base href=',
      '<b ',
      'onclick="a"',
    ],
  );
  const source = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));

  test('no element, attribute or address outside the list, on the page and in the feed', async () => {
    await fc.assert(
      fc.asyncProperty(source, async (markdown) => {
        const html = await htmlOf(markdown);
        for (const output of [html, toFeedHtml(html, 'https://example.com/a/')]) {
          const tree = fromHtml(output, { fragment: true });
          expect(JSON.stringify(tree)).not.toContain('"type":"comment"');
          for (const { element } of listElements(tree)) {
            expect(element.tagName).not.toMatch(
              /^(?:script|style|iframe|svg|math|template|textarea|title|base|noscript|object|form)$/,
            );
            for (const [name, value] of Object.entries(element.properties)) {
              expect(name).not.toMatch(/^(?:on|style|srcDoc)/i);
              if (name === 'href' || name === 'src') {
                expect(String(value)).not.toMatch(/^[^/?#]*:(?<!^(?:https?|mailto|tel):)/i);
              }
            }
          }
        }
      }),
      { numRuns: 2000, seed: 20261125 },
    );
  });
});
