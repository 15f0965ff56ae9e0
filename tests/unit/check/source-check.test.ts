import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type DeskRule, type HouseRules, readHouseRules } from '../../../src/check/desk-rule.ts';
import { checkSource } from '../../../src/check/source-check.ts';
import { BASICS } from '../samples.ts';

const RULE: DeskRule = {
  id: 'promised-returns',
  name: '承诺收益',
  advice: '请删去。',
  basis: '《广告法》第二十五条',
  in: '全部',
  words: ['稳赚'],
  with: [],
  without: [],
  except: ['不是稳赚'],
  about: ['警惕'],
  unless_ai: 'false',
};

const HOUSE: HouseRules = { rules: [RULE], hasEvenSpacing: true };

/** Kinds with their columns on the body's first line, which is line 7. */
function check(body: string, { head = '', file = 'articles/2026/a.md' } = {}): string[] {
  const source = `---\n${BASICS}\n${head}---\n\n${body}\n`;
  return checkSource(source, file, HOUSE).problems.map(
    ({ kind, line, column }) => `${kind} ${line}:${column}`,
  );
}

describe('good prose is left in peace', () => {
  test.each([
    '**重要提示：**请注意，见https://example.com/a，谢谢。利率5%~7%，期限3~12个月。',
    '招联**“消费者权益”**工作；**央行**：降准。***要点***',
    '被告人张**、李*与王**签订合同。',
    '银行卡号6222****1234。',
    '他说：“等等……再看。”共——三处，1.5倍，3:2，09:30。',
    '#央行降准# 是微博话题。',
    '#1 位置。',
    '见`a,b`与https://example.com/x,y?z=1,2。',
    'Yahoo!、Inc.、C++,Java，e.g. 例如 3,000元。',
    '投入15000000000元，编号110101199001011234567。',
    '```\n等等...\n    **未闭合\n```',
    '电话010-88888888，热线95588、96110。',
    '> 引用\n\n- 第一\n    - 第二层\n\n1. 一\n2. 二',
    '👨‍👩‍👧 一家人',
    '| a | b |\n| - | - |\n| 一 | 二 |',
    '第一行，\n第二行 ~~删除~~。',
    '警惕稳赚的说法。所谓“稳赚”不可信。这不是稳赚。',
  ])('%j', (body) => {
    expect(check(body)).toEqual([]);
  });
});

test.each([
  '央行今天降准，市场\n反应平静。专家表示，\n影响有限。银行的利\n率不变。居民的存款。\n再过一年才',
  '央行今天降准。  \n市场反应平静。',
  '央行今天降准。\\\n市场反应平静。',
  '央行今天降准。<br>\n市场反应平静。',
  '央行今天降准。\n\n　　市场反应平静。',
  '- 央行今天降准。\n- 市场反应平静。',
  '甲：\t存期一年',
  '1.\t甲\n2.\t乙',
  '```\n甲。\n乙。\n```',
])('lines that are one paragraph, or break where they end: %j', (body) => {
  expect(check(body)).toEqual([]);
});

test.each([
  ['这里** 没有加粗** 的字', 'literal-stars 7:3'],
  ['＊＊重要＊＊的字', 'literal-stars 7:1'],
  ['＃标题', 'heading-without-space 7:1'],
  ['＃＃ 标题', 'heading-without-space 7:1'],
  ['见![甲]（a.png）', 'fullwidth-link 7:3'],
  ['见[甲](https://a.example/）', 'fullwidth-link 7:2'],
  ['见[甲](a b.md)', 'space-in-address 7:2'],
  ['![利率表](D:\\我的 图片\\利率 表.png)', 'unreachable-address 7:1'],
  ['见[甲](file:///C:/我的 文档/a b.docx)', 'unreachable-address 7:2'],
  ['```\n没有结束的代码', 'unclosed-code 7:1'],
  ['甲。\n\n1.先看\n2.再看', 'joined-lines 9:1'],
  ['一、先看\n二、再看', 'joined-lines 7:1'],
  ['①先看\n②再看', 'joined-lines 7:1'],
  ['（一）先看\n（二）再看', 'joined-lines 7:1'],
  ['第一条 总则\n第二条 分则', 'joined-lines 7:1'],
  ['央行今天降准。\n市场反应平静。\n专家表示有限', 'joined-lines 7:1'],
  ['小标题\n央行今天说：“降准。”\n市场反应平静，\n专家', 'joined-lines 8:1'],
  ['　　央行今天降准\n　　市场反应平静', 'joined-lines 7:1'],
  ['> 央行今天降准。\n> 市场反应平静。', 'joined-lines 7:1'],
  ['存期\t年利率\n一年\t1.50%', 'broken-table 7:1'],
  ['利率[^1]。', 'unmatched-footnote 7:3'],
  ['利率。\n\n[^甲]: 注。', 'unmatched-footnote 9:1'],
  ['锟斤拷', 'damaged-text 7:1'],
  ['电话138 1234 5678', 'mobile-number 7:3'],
  ['身份证11010119900101123７。', 'id-card-number 7:4'],
  ['**只有开头。', 'literal-stars 7:1'],
  ['#标题', 'heading-without-space 7:1'],
  ['见[甲]（./a.md）', 'fullwidth-link 7:2'],
  ['见[甲] (https://a.example/)', 'fullwidth-link 7:2'],
  ['见[甲](https://a.example/，)', 'address-with-marks 7:2'],
  ['一。\n\n    四个空格开头。', 'indented-code 9:1'],
  ['| 甲 ｜ 乙 ｜\n| -- | -- |', 'broken-table 7:1'],
  ['2026. 年度报告', 'year-as-list 7:1'],
  ['5%~~7%，3~~12', 'accidental-strike 7:3'],
  ['央行降准,市场反应积极。', 'half-width-mark 7:5'],
  ['等等...', 'wrong-ellipsis 7:3'],
  ['等等…再看', 'wrong-ellipsis 7:3'],
  ['甲\u202e乙', 'invisible-character 7:2'],
  ['甲\u0007乙', 'invisible-character 7:2'],
  ['甲\ufffd乙', 'damaged-text 7:2'],
  ['![](./a.png)', 'missing-alt 7:1'],
  ['![图](https://a.example/a.png)', 'remote-image 7:1'],
  ['![利率](https://mmbiz.qpic.cn/a/640)', 'wechat-image 7:1'],
  ['电话13812345678', 'mobile-number 7:3'],
  ['这只基金稳赚。', 'desk-rule 7:5'],
])('%j', (body, expected) => {
  expect(check(body)).toContain(expected);
});

test('marks put in for the parser move no column', () => {
  expect(check('**重要：**请见**文**[甲]（./a.md）')).toEqual(['fullwidth-link 7:15']);
});

test('a title counts for the desk’s rules, and a promotion’s findings are errors', () => {
  const source = `---\n${BASICS.replace('甲', '稳赚的基金')}\nkind: 推广\n---\n\n警惕稳赚。\n`;
  const { problems } = checkSource(source, 'articles/2026/a.md', HOUSE);
  expect(problems.map(({ kind, line, severity }) => [kind, line, severity])).toEqual([
    ['promotion-rule', 2, 'error'],
    ['promotion-rule', 8, 'error'],
  ]);
});

test('what the authors’ manual says not to write in promotions is found there', () => {
  const manual = readFileSync('docs/authors.zh.md', 'utf8');
  const lines = [...manual.matchAll(/^- \*\*写(?:贷款|投资).*$/gm)]
    .map(([line]) => line)
    .join('\n');
  const named = [...lines.matchAll(/“([^”]+)”/g)].map(([, word]) => word);
  // 第一季度, 第一条: alone it is no superlative.
  const words = named.filter((word) => word !== '第一');
  expect(words).toContain('秒批');
  const { rules } = readHouseRules(
    new Map([['finance.yaml', readFileSync('content/rules/finance.yaml', 'utf8')]]),
  );
  for (const word of words) {
    const source = `---\n${BASICS}\nkind: 推广\n---\n\n本产品${word}。\n`;
    const { problems } = checkSource(source, 'articles/2026/a.md', {
      rules,
      hasEvenSpacing: false,
    });
    expect(problems.map(({ message }) => message).join()).toContain(`“${word}”不能出现在推广里`);
  }
});

describe('an excuse', () => {
  test.each([
    ['on the line', '电话13812345678 <!-- 放行 mobile-number：公开热线 -->'],
    ['above the line', '<!-- 放行 mobile-number：公开热线 -->\n电话13812345678'],
    ['above, with a blank line', '<!-- 放行 mobile-number 公开热线 -->\n\n电话13812345678'],
    ['by the id of a rule', '<!-- 放行 promised-returns：引用原文 -->\n稳赚。'],
  ])('%s', (_, body) => {
    expect(check(body)).toEqual([]);
  });

  test('of MDX', () => {
    const body = '{/* 放行 mobile-number：公开热线 */}\n电话13812345678';
    expect(check(body, { file: 'articles/2026/a.mdx' })).toEqual([]);
  });

  test('of the frontmatter', () => {
    const source = `---\n# 放行 promised-returns：引用书名\ntitle: 稳赚\ndate: 2026-03-15\nchannel: 银行\n---\n\n正文。\n`;
    expect(checkSource(source, 'articles/2026/a.md', HOUSE).problems).toEqual([]);
  });

  test('without a reason excuses nothing', () => {
    expect(check('<!-- 放行 mobile-number -->\n电话13812345678')).toEqual([
      'mobile-number 8:3',
      'excuse-without-reason 7:undefined',
    ]);
  });

  test('covers no other kind and no other line', () => {
    const body = '<!-- 放行 mobile-number：公开热线 -->\n等等...13812345678\n另一个13812345679';
    expect(check(body)).toEqual(['wrong-ellipsis 8:3', 'mobile-number 9:4']);
  });
});

test('spaces between 汉字 and Latin are the house’s affair: not told unless it asks', () => {
  const body = `${'共3家、5家。'.repeat(20)}另有 9家。`;
  const source = `---\n${BASICS}\n---\n\n${body}\n`;
  const told = (hasEvenSpacing: boolean) =>
    checkSource(source, 'articles/2026/a.md', { rules: [], hasEvenSpacing }).problems;
  expect(told(true).map(({ kind }) => kind)).toEqual(['uneven-spacing']);
  expect(told(false)).toEqual([]);
});

describe('what a page will not have of a body', () => {
  test.each([
    ['甲<font color=red>乙</font>', ['changed-body 7:2']],
    ['<script>x</script>', ['changed-body 7:1']],
    ['<u onclick="x()">甲</u>', ['changed-body 7:1']],
    ['<img src="https://a.cn/x.png">', ['remote-image 7:1']],
    ['<img alt="甲" src="//mmbiz.qpic.cn/x">', ['wechat-image 7:1']],
    ['![利率表](//a.cn/x.png)', ['remote-image 7:1']],
    ['<b>甲</b><br><img src="/x.png" alt="图">', []],
    ['<b>甲</b><br><img src="./x.png" alt="图">', ['changed-body 7:13']],
    ['![表](data:image/png;base64,AA)', ['unreachable-address 7:1']],
    ['![表][甲]\n\n[甲]: C:/图.png', ['unreachable-address 7:1']],
    ['[表](\\\\服务器\\图.png)', ['unreachable-address 7:1']],
    ['[甲]()，[乙](mailto:a@a.cn)，[丙](tel:010)', ['unreachable-address 7:1']],
    ['甲<!-- <iframe> --> `<iframe>` <https://a.cn/x>', []],
  ])('%s', (body, expected) => {
    expect(check(body)).toEqual(expected);
  });

  test('MDX is code, and may have any but pictures elsewhere', () => {
    const mdx = { file: 'articles/2026/a.mdx' };
    expect(check('![图表](https://a.cn/x.png)', mdx)).toEqual(['remote-image 7:1']);
    expect(
      check('<Chart />\n\n<iframe src="x"></iframe>', { file: 'articles/2026/a.mdx' }),
    ).toEqual([]);
  });
});

test.each([
  '见[甲](./a.md "第 二 篇")和[乙](<./a b.md>)',
  '见[甲](https://a.example/a(b).html)',
  '他说[注](见附录 甲)。',
  '`[甲](a b.md)`',
  '```\n[甲](a b.md)\n1、甲\n2、乙\n```',
  '> ```\n> 央行公布的代码\n> ```',
  '1、先看年利率。\n\n2、再看还款方式。',
  '1、先看年利率。  \n2、再看还款方式。',
  '1.5%的利率\n2.5%的利率',
  '利率[^1]。\n\n[^1]: 注。',
  '利率 `[^1]` 和 \\[^1]',
  '订单号 2026-1381-2345-6789',
])('nothing is said of %j', (body) => {
  expect(check(body)).toEqual([]);
});
