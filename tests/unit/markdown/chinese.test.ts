import fc from 'fast-check';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { cleanSource, markChinese, unmarkChinese } from '../../../src/markdown/chinese-marks.ts';
import { features } from '../../../src/markdown/features.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** HTML of one paragraph, without its tag. */
async function inline(markdown: string): Promise<string> {
  const { html } = await renderMarkdown(markdown);
  return html.replace(/^<p>|<\/p>$/g, '').replaceAll(' rel="noopener noreferrer"', '');
}

describe('emphasis beside Chinese marks', () => {
  test.each([
    ['**重要提示：**请注意', '<strong>重要提示：</strong>请注意'],
    ['**“中文”**文字', '<strong>“中文”</strong>文字'],
    ['这是**“重点”**。', '这是<strong>“重点”</strong>。'],
    ['招联**“消费者权益”**工作', '招联<strong>“消费者权益”</strong>工作'],
    ['**招联金融（招联）**表示', '<strong>招联金融（招联）</strong>表示'],
    ['前文**（括号）**后文', '前文<strong>（括号）</strong>后文'],
    ['央行**《公告》**与**《通知》**', '央行<strong>《公告》</strong>与<strong>《通知》</strong>'],
    ['**结论。**因此**“稳”**字', '<strong>结论。</strong>因此<strong>“稳”</strong>字'],
    ['**真，**她', '<strong>真，</strong>她'],
    ['*注意：*后文', '<em>注意：</em>后文'],
    ['***很重要！***后文', '<em><strong>很重要！</strong></em>后文'],
    ['**甲：*乙。*丙**丁', '<strong>甲：<em>乙。</em>丙</strong>丁'],
    ['**你好**“世界”', '<strong>你好</strong>“世界”'],
    ['**[链接](/a)**后文', '<strong><a href="/a">链接</a></strong>后文'],
    ['涨幅**5.2%**左右', '涨幅<strong>5.2%</strong>左右'],
    ['**含`代码：`**文字', '<strong>含<code>代码：</code></strong>文字'],
    ['**<u>重点：</u>**文字', '<strong><u>重点：</u></strong>文字'],
    ['**很好👍**文字', '<strong>很好👍</strong>文字'],
    ['~~删除“线”~~文字', '<del>删除“线”</del>文字'],
    ['\\*\\*转义：\\*\\*文字', '**转义：**文字'],
    ['2**3、4**5：文字', '2<strong>3、4</strong>5：文字'],
    ['**没有收尾：后文', '**没有收尾：后文'],
  ])('%s', async (markdown, html) => {
    expect(await inline(markdown)).toBe(html);
  });

  test('in lists, quotations and tables', async () => {
    const { html } = await renderMarkdown(
      '- **项：**一\n\n> **引：**二\n\n| 栏 |\n|---|\n|**值：**三|',
    );
    expect(html).toContain('<li><strong>项：</strong>一</li>');
    expect(html).toContain('<p><strong>引：</strong>二</p>');
    expect(html).toContain('<td><strong>值：</strong>三</td>');
  });
});

describe('shares at risk, ranges, bare addresses, quotes', () => {
  test.each([
    ['*ST甲：预亏，*ST乙公告', '*ST甲：预亏，*ST乙公告'],
    ['（ST、*ST）与（ST、*ST）', '（ST、*ST）与（ST、*ST）'],
    ['***ST丙**公告', '<strong>*ST丙</strong>公告'],
    ['*STEP* 与 `*ST`', '<em>STEP</em> 与 <code>*ST</code>'],
    ['5%~7%，期限3~12个月', '5%~7%，期限3~12个月'],
    ['~删~ 与 ~~删~~', '~删~ 与 <del>删</del>'],
    // A `~` is punctuation to what stands beside it, as it is to the parser alone.
    ['*国际法)***~数国', '<em>国际法)</em>**~数国'],
    ['甲~_~乙（丙_', '甲~<em>~乙（丙</em>'],
    [
      '见 https://example.com/a，谢谢。',
      '见 <a href="https://example.com/a">https://example.com/a</a>，谢谢。',
    ],
    [
      '（https://example.com/b?x=1&y=~2）后文',
      '（<a href="https://example.com/b?x=1&#x26;y=~2">https://example.com/b?x=1&#x26;y=~2</a>）后文',
    ],
    [
      '官网（www.example.com/a）、**（www.example.com）**后',
      '官网（<a href="http://www.example.com/a">www.example.com/a</a>）、<strong>（<a href="http://www.example.com">www.example.com</a>）</strong>后',
    ],
    ['网址 www.example.com。', '网址 <a href="http://www.example.com">www.example.com</a>。'],
    [
      '**见 https://example.com/**，下同',
      '<strong>见 <a href="https://example.com/">https://example.com/</a></strong>，下同',
    ],
    [
      'https://example.com/a**重点：**说',
      '<a href="https://example.com/a">https://example.com/a</a><strong>重点：</strong>说',
    ],
    [
      '[文](https://example.com/中，~a)',
      '<a href="https://example.com/%E4%B8%AD%EF%BC%8C~a">文</a>',
    ],
    [
      '<https://example.com/~中>',
      '<a href="https://example.com/~%E4%B8%AD">https://example.com/~中</a>',
    ],
    ['他说"你好"...结束--好', '他说"你好"...结束--好'],
    ['{x} 3<5 & a>b', '{x} 3&#x3C;5 &#x26; a>b'],
  ])('%s', async (markdown, html) => {
    expect(await inline(markdown)).toBe(html);
  });
});

describe('line ends inside a paragraph', () => {
  test.each([
    ['第一行中文\n第二行中文', '第一行中文第二行中文'],
    ['第一行\r\n第二行', '第一行第二行'],
    ['第一行**加粗**\n第二行', '第一行<strong>加粗</strong>第二行'],
    ['第一行\n**加粗**\n[链接](/a)', '第一行<strong>加粗</strong><a href="/a">链接</a>'],
    ['他说：\n“好”\n——完', '他说：“好”——完'],
    ['用`代码`\n中文', '用<code>代码</code>中文'],
    ['<u>甲</u>\n乙', '<u>甲</u>乙'],
    ['English line\nnext line', 'English line\nnext line'],
    ['中文\nEnglish\n中文', '中文\nEnglish\n中文'],
    ['한국어\n띄어쓰기', '한국어\n띄어쓰기'],
    ['硬换行  \n第二行', '硬换行<br>\n第二行'],
  ])('%j', async (markdown, html) => {
    expect(await inline(markdown)).toBe(html);
  });

  test('code keeps its lines', async () => {
    const { html } = await renderMarkdown('```\n第一行\n第二行\n```');
    expect(html).toBe('<pre><code>第一行\n第二行\n</code></pre>');
  });
});

/** What the parser alone makes of the same source. */
const plain = (source: string) => markdownToHtml(source, { features }).html;
const marked = (source: string) =>
  unmarkChinese(markdownToHtml(markChinese(source), { features }).html);
const piecesOf = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text]) => text);
const toText = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(toText).join('') : '';
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

const run = { numRuns: 3000, seed: 20261125 };
const sourceOf = (...parts: string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((list) => list.join(''));
const anything = sourceOf(
  ...[
    '**',
    '*',
    '***',
    '~',
    '~~',
    '`',
    '``',
    '```\n',
    '    ',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '| ',
    '\\',
  ],
  ...['甲', '银行', '：', '。', '“', '”', '（', '）', 'a', '5%', ' ', '*ST'],
  ...['[', ']', '](/甲~)', '<b>', '</b>', '<https://a.cn/中>', '[甲]: /乙\n', '`*甲：*~`', '&amp;'],
);

describe('properties of the marks', () => {
  test('none is left, and code is what the parser alone makes of it', () => {
    fc.assert(
      fc.property(anything, (source) => {
        const html = marked(source);
        expect(html).not.toMatch(/[\ufdd0-\ufdd2\u1680\u169b]|%EF%B7%9[0-2]|%E1%9A%(?:80|9B)/);
        expect(piecesOf(html, 'code')).toEqual(piecesOf(plain(source), 'code'));
      }),
      run,
    );
  });

  test('every character besides `*` and `~` stays, in order', () => {
    fc.assert(
      fc.property(anything, (source) => {
        const words = (html: string) => textOf(html).replace(/[*~\s]/g, '');
        expect(words(marked(source))).toBe(words(plain(source)));
      }),
      run,
    );
  });

  test('written links lead where the parser alone lets them lead', () => {
    // Not the bare address that an escape makes of `\\<https://a.cn/中>`: it ends elsewhere.
    const targets = (html: string) => [...html.matchAll(/ href="(\/[^"]*)"/g)].map(([, to]) => to);
    fc.assert(
      fc.property(anything, (source) => {
        const [alone, ours] = [targets(plain(source)), targets(marked(source))];
        // A star that closes may free a bracket: a link may come, none goes or leads elsewhere.
        expect(ours.filter((to) => alone.includes(to))).toEqual(alone);
      }),
      run,
    );
  });

  test('the whole rendering has the words of the parser’s, whatever is malformed', async () => {
    const broken = sourceOf(
      ...[
        '**',
        '*',
        '***',
        '~~',
        '~',
        '`',
        '```\n',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '|',
        '\\',
        '# ',
      ],
      ...['甲', '银行', '：', '。', '“', '”', '（', '）', 'a', '5%', ' ', '*ST', '_', '!['],
      ...['[', ']', '](/a)', '(', ')', '<https://a.cn>', '[^1]', '[^1]: ', '&amp;', '--', '=='],
    );
    const words = (html: string) =>
      toText(fromHtml(html.replace(/<h[1-6][^>]*><\/h[1-6]>/g, ''), { fragment: true })).replace(
        /[*~\s]/g,
        '',
      );
    await fc.assert(
      fc.asyncProperty(broken, async (source) => {
        const { html } = await renderMarkdown(source);
        expect(words(html)).toBe(words(plain(source)));
      }),
      run,
    );
  });

  test('words around bare addresses stay, in order', () => {
    const address = sourceOf(
      'https://a.cn/x',
      'www.a.cn',
      '**',
      '*',
      '甲',
      'a',
      '，',
      '（',
      '）',
      ' ',
    );
    fc.assert(
      fc.property(address, (source) => {
        const words = (html: string) => textOf(html).replace(/[*\s]/g, '');
        expect(words(marked(source))).toBe(words(plain(source)));
      }),
      run,
    );
  });

  test('a source without Chinese, single `~` and *ST is left alone', () => {
    const latin = sourceOf(
      '**',
      '*',
      '~~',
      '`',
      '\n',
      'a',
      '5%',
      ' ',
      '.',
      '(',
      ')',
      '[x](https://a.cn)',
    );
    fc.assert(
      fc.property(latin, (source) => {
        expect(markChinese(cleanSource(source))).toBe(source);
      }),
      run,
    );
  });

  test('bold that the parser alone understands stays bold', () => {
    const words = sourceOf('甲', '银行', 'a', '5', '，', '。', '“', '”', ' ');
    fc.assert(
      fc.property(words, words, words, (before, inside, after) => {
        const source = `${before}**${inside}**${after}`;
        const alone = piecesOf(plain(source), 'strong');
        if (alone.length > 0) expect(piecesOf(marked(source), 'strong')).toEqual(alone);
      }),
      run,
    );
  });
});
