import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainText } from '../../src/news/plain-text.ts';

describe('marks of Markdown', () => {
  test.each([
    ['**重要提示：**请注意', '重要提示：请注意'],
    ['招联**“消费者权益”**工作', '招联“消费者权益”工作'],
    ['粗**体*斜*体**与***两者***', '粗体斜体与两者'],
    ['__x__ 与 snake_case_name', 'x 与 snake_case_name'],
    ['5%~7%，期限3~12个月', '5%~7%，期限3~12个月'],
    ['~~删除~~保留', '删除保留'],
    ['*ST甲：预亏，*ST乙与***ST丙**，*STEP*', '*ST甲：预亏，*ST乙与*ST丙，STEP'],
    ['2**3 与 \\*\\*字面\\*\\*', '2**3 与 **字面**'],
    ['`**原样** \\*`', '**原样** \\*'],
    ['# 标题 #\n正文', '标题\n正文'],
    ['标题\n===\n正文', '标题\n正文'],
    ['> 引文\n> 续行\n>\n> 第二段', '引文续行\n第二段'],
    ['前文\n> 引文', '前文\n引文'],
    ['- 一\n- 二\n\n3. 三\n- [x] 四', '一\n二\n三\n四'],
    ['前\n\n***\n\n后', '前\n后'],
    ['```js\nconst a = **b**;\n```', 'const a = **b**;'],
    ['2026. 年度报告', '年度报告'],
  ])('%j', (markdown, text) => {
    expect(toPlainText(markdown)).toBe(text);
  });
});

describe('line ends', () => {
  test.each([
    ['第一行\n第二行', '第一行第二行'],
    ['第一行\r\n第二行', '第一行第二行'],
    ['他说：\n“好”\n——完', '他说：“好”——完'],
    ['English\nline', 'English line'],
    ['中文\nEnglish', '中文 English'],
    ['硬换行  \n下一行', '硬换行 下一行'],
    ['\ufeff开头', '开头'],
  ])('%j', (markdown, text) => {
    expect(toPlainText(markdown)).toBe(text);
  });
});

describe('links, images, notes, tables, HTML', () => {
  test.each([
    ['见[公告](https://example.com/a_(b) "题")。', '见公告。'],
    ['见[公告][1]。\n\n[1]: https://example.com', '见公告。'],
    ['前![图表](./图.png "图注")后', '前后'],
    ['[![图](a.png)](b.html)后', '后'],
    [
      '<https://example.com/_a_>与 https://example.com/a_b_c',
      'https://example.com/_a_与 https://example.com/a_b_c',
    ],
    ['利率[^1]下调\n\n[^1]: 年化。', '利率下调\n年化。'],
    ['| 项 | 值 |\n|---|--:|\n| **甲** | 1 |\n| a\\|b | 2 |', '项 值\n甲 1\na|b 2'],
    ['<u>下划线</u>H<sub>2</sub>O<br>换行', '下划线H2O 换行'],
    ['<!-- 批\n\n注 -->正文', '正文'],
    ['<script>alert(1)</script>正文', '正文'],
    ['3<5 且 a>b，{x}', '3<5 且 a>b，{x}'],
    ['A&amp;B&nbsp;&#8212;&#x4e2d;&bogus;', 'A&B —中&bogus;'],
    ['坏引用&#xd800;&#0;', '坏引用\ufffd\ufffd'],
  ])('%j', (markdown, text) => {
    expect(toPlainText(markdown)).toBe(text);
  });
});

test('MDX: statements, component tags and expressions are no text', () => {
  const source = [
    "import Chart from '../chart.astro';",
    'export const rows = [',
    '  { a: 1 },',
    '];',
    '',
    '<Chart',
    '  data={rows.map((row) => ({ ...row }))}',
    '  title="a > b"',
    '/>',
    '',
    '正文{1 + 1}与 `{代码}`。{/* 批注 */}',
  ].join('\n');
  expect(toPlainText(source, 'mdx')).toBe('正文与 {代码}。');
});

test('every 汉字 outside images and comments survives whatever marks surround it', () => {
  const mark = fc.constantFrom(
    '*',
    '**',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '\n',
    '\n\n',
    '# ',
    '- ',
    '|',
    ' ',
    '\\',
    '<',
    '5',
    '“',
    '。',
  );
  const word = fc.constantFrom('银行', '利率', '监管', '消费');
  fc.assert(
    fc.property(fc.array(fc.oneof(mark, word), { maxLength: 40 }), (parts) => {
      const words = (text: string) => text.replace(/[^\p{Script=Han}]/gu, '');
      expect(words(toPlainText(parts.join('')))).toBe(words(parts.join('')));
    }),
    { numRuns: 2000, seed: 20261125 },
  );
});

test.each(['*', '[', '`` ` ', '<a "', '![', '**a ', '<!--', '{', '\\', '| '])(
  'a line of 20,000 times %j is read in one go',
  (piece) => {
    expect(toPlainText(`${piece.repeat(20_000)}\n\n结尾`, 'mdx')).toMatch(/结尾$/);
  },
);
