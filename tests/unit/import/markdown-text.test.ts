import { satteri } from '@astrojs/markdown-satteri';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { toLink, toMarkdown } from '../../../src/import/markdown-text.ts';
import { splitParagraphs } from '../../../src/import/source-text.ts';

/** Astro's own processor without additions: the strictest reader of what is written. */
const renderer = await satteri({ features: { smartPunctuation: false } }).createRenderer({
  syntaxHighlight: false,
});

describe('only what would be read as a mark is escaped', () => {
  test.each([
    ['# 标题', '\\# 标题'],
    ['#消保周#', '\\#消保周#'],
    ['> 引文', '\\> 引文'],
    ['- 一', '\\- 一'],
    ['+ 一', '\\+ 一'],
    ['* 一', '\\* 一'],
    ['-5%', '-5%'],
    ['1. 一', '1\\. 一'],
    ['2026. 年度报告', '2026\\. 年度报告'],
    ['3) 三', '3\\) 三'],
    ['1.5亿元', '1.5亿元'],
    ['---', '\\---'],
    ['***', '\\***'],
    ['_ _ _', '\\_ _ _'],
    ['+++', '\\+++'],
    ['===', '==='],
    ['| 项目 | 金额 |', '| 项目 | 金额 |'],
    ['*ST国华公告', '*ST国华公告'],
    ['*ST国华与*ST海', '\\*ST国华与\\*ST海'],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['5%~7%，期限3~12个月', '5%\\~7%，期限3\\~12个月'],
    ['约5~7年', '约5~7年'],
    ['~~~', '\\~\\~\\~'],
    ['snake_case_name', 'snake_case_name'],
    ['_斜_', '\\_斜\\_'],
    ['一个`反引号', '一个`反引号'],
    ['`代码`', '\\`代码\\`'],
    ['```', '\\`\\`\\`'],
    ['见[链接](https://example.com)', '见[链接\\](<https://example.com>)'],
    ['![图](tu.png)', '![图\\](tu.png)'],
    ['公报[1]与[注]', '公报[1]与[注]'],
    ['[注]: 见附录', '\\[注]: 见附录'],
    ['[^1]: 注', '\\[^1]: 注'],
    ['<50% 与 a<b', '<50% 与 a\\<b'],
    ['</script><!-- -->', '\\</script>\\<!-- -->'],
    ['AT&T、P&G', 'AT&T、P&G'],
    ['IRIS&sup2;', 'IRIS\\&sup2;'],
    ['C:\\temp 与 \\*', 'C:\\temp 与 \\\\*'],
    ['末尾\\', '末尾\\\\'],
    ['100%（含）——“引”……《书》', '100%（含）——“引”……《书》'],
  ])('%j', (text, markdown) => {
    expect(toMarkdown([text])).toBe(`${markdown}\n`);
  });
});

describe('addresses', () => {
  test.each([
    ['见 https://example.com/a?b=1 页', '见 https://example.com/a?b=1 页'],
    ['见https://example.com/a，谢谢。', '见<https://example.com/a>，谢谢。'],
    ['https://example.com/a_b_c*d*', '<https://example.com/a_b_c*d>\\*'],
    ['(https://example.com/a(b))', '(<https://example.com/a(b)>)'],
    ['https://example.com/?a=1&copy;2', '<https://example.com/?a=1>\\&copy;2'],
    ['www.example.com。官网', 'www\\.example.com。官网'],
    ['www.example.com 官网', 'www.example.com 官网'],
    ['_甲a_https://a.cn', '\\_甲a\\_https://a.cn'],
    ['https://中文.example/*a*b*', 'https\\://中文.example/\\*a\\*b\\*'],
  ])('%j', (text, markdown) => {
    expect(toMarkdown([text])).toBe(`${markdown}\n`);
  });

  test('a link survives brackets and entities in its address', async () => {
    const html = await render(toLink('阅读原文', 'https://example.com/a(b)?x=1&copy;=2'));
    expect(html).toContain('href="https://example.com/a%28b%29?x=1&amp;copy;=2"');
  });
});

describe('text → Markdown → HTML gives the text again', () => {
  test('a blank line between paragraphs', () => {
    expect(toMarkdown(['甲', '乙'])).toBe('甲\n\n乙\n');
    expect(toMarkdown([])).toBe('');
  });

  test('whatever the text holds', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPiece, { maxLength: 14 }), async (pieces) => {
        const paragraphs = splitParagraphs(pieces.join(''));
        expect(await renderedText(toMarkdown(paragraphs))).toBe(paragraphs.join('\n'));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Marks next to each other and to every kind of neighbour are where escaping goes wrong. */
const anyPiece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'*_~`#>+-=|\\[](){}<>&;:!?.,^$"\'@/%') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...['中', '文', '，', '。', '“', '”', '（', '）', '—', 'a', 'B', '7', 'é', '🎉', '€', '±'],
      ...[' ', ' ', '\n', '　', '\t', '\u00A0', '\u200B', '\u0007', '\uD83C', '\r\n'],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['**', '__', '~~', '~~~', '```', '---', '***', '+++', '    ', '](', '![', '[^1]', '[x]: '],
      ...['<b>', '</b>', '<!--', '<?', '<!A', '&amp;', '&#35;', '&copy', '1. ', '12) ', '- ', '# '],
      ...[
        'http://',
        'https://a.cn/b',
        'https://a.cn',
        'www.',
        'www.a.cn/',
        'HTTP://A.CN/',
        'ftp://',
      ],
      ...['a_b@c.cn', 'mailto:', '|---|', '| a |', '- [ ] ', ':::', '$$', '[[', ']]', 'xmpp:'],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

async function render(markdown: string): Promise<string> {
  return (await renderer.render(markdown)).code;
}

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

async function renderedText(markdown: string): Promise<string> {
  const tree: Node = fromHtml(await render(markdown), { fragment: true });
  return textOf(tree).replace(/^\n|\n$/g, '');
}

function textOf({ type, value, children = [] }: Node): string {
  return type === 'text' ? (value ?? '') : children.map(textOf).join('');
}
