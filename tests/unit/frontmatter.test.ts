import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYamlBlock, splitSource } from '../../src/news/frontmatter.ts';
import { BASICS, outline, read, readGood } from './samples.ts';

const FILE = 'articles/2026/a.md';

function split(text: string) {
  const found = splitSource(text, FILE);
  return 'kind' in found ? `${found.line ?? '-'} ${found.kind}` : found;
}

describe('splitSource', () => {
  const right = { frontmatter: 'title: 甲', frontmatterLine: 2, body: '正文', bodyLine: 4 };

  test.each([
    ['plain', '---\ntitle: 甲\n---\n正文', right],
    ['byte-order mark', '\ufeff---\ntitle: 甲\n---\n正文', right],
    ['two byte-order marks', '\ufeff\ufeff---\ntitle: 甲\n---\n正文', right],
    ['CRLF', '---\r\ntitle: 甲\r\n---\r\n正文', right],
    ['CR', '---\rtitle: 甲\r---\r正文', right],
    ['spaces behind the fences', '--- \ntitle: 甲\n---\t\n正文', right],
    ['a full-width space behind the fence', '---　\ntitle: 甲\n---　\n正文', right],
    ['an invisible character before the fence', '\u200b---\ntitle: 甲\n---\u200b\n正文', right],
    ['no body', '---\ntitle: 甲\n---', { ...right, body: '' }],
    ['no frontmatter lines', '---\n---\n正文', { ...right, frontmatter: '', bodyLine: 3 }],
    [
      'blank lines first',
      '\n \n　\n---\ntitle: 甲\n---\n正文',
      { ...right, frontmatterLine: 5, bodyLine: 7 },
    ],
    [
      'a rule in the body',
      '---\ntitle: 甲\n---\n上\n\n---\n\n下',
      { ...right, body: '上\n\n---\n\n下' },
    ],
    [
      'an indented rule in a text',
      '---\nsummary: |\n  一\n  ———\n  二\n---\n正文',
      { ...right, frontmatter: 'summary: |\n  一\n  ———\n  二', bodyLine: 7 },
    ],
    [
      'a comment',
      '---\n# 备注\n\n# 又一条\ntitle: 甲\n---\n正文',
      { ...right, frontmatter: '# 备注\n\n# 又一条\ntitle: 甲', bodyLine: 7 },
    ],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test.each([
    ['', '- empty-file'],
    ['\ufeff', '- empty-file'],
    [' \r\n\t\n　\n', '- empty-file'],
    ['# 标题\n正文', '1 no-frontmatter'],
    ['\n\ntitle: 甲\n---\n正文', '3 no-frontmatter'],
    ['———\ntitle: 甲\n———\n正文', '1 wrong-fence'],
    ['----\ntitle: 甲\n----\n正文', '1 wrong-fence'],
    ['－－－\ntitle: 甲\n－－－\n正文', '1 wrong-fence'],
    ['***\ntitle: 甲\n***\n正文', '1 wrong-fence'],
    ['---\ntitle: 甲\n———\n正文', '3 wrong-fence'],
    ['---\ntitle: 甲\n———\n正文\n\n---\n\n下', '3 wrong-fence'],
    ['---\ntitle: 甲\n...\n正文', '3 wrong-fence'],
    ['---\ntitle: 甲\n...\n正文\n\n---\n\n下', '3 wrong-fence'],
    ['---\ntitle: 甲\n ---\n正文', '3 wrong-fence'],
    ['---\ntitle: 甲\n\n正文', '1 unclosed-frontmatter'],
    // YAML takes the heading for a comment: it would vanish without a word.
    ['---\ntitle: 甲\n\n## 小标题\n\n---\n\n下', '4 unclosed-frontmatter'],
  ])('%j is %s', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  test('no line of the file is lost or moved', () => {
    const line = fc
      .stringMatching(/^[a-z\u4e00-\u4e20:# -]{0,8}$/)
      .filter((text) => !/^\s*[-—]+\s*$/.test(text) && !text.startsWith('##'));
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (head, body) => {
        const text = ['---', ...head, '---', ...body].join('\n');
        const found = splitSource(text, FILE);
        if ('kind' in found) throw new Error(found.message);
        const lines = text.split('\n');
        expect(found.frontmatter).toBe(head.join('\n'));
        expect(found.body).toBe(body.join('\n'));
        expect(lines.slice(found.bodyLine - 1).join('\n')).toBe(found.body);
      }),
    );
  });
});

describe('scalars stay as written', () => {
  test.each([
    ['000001', '000001'],
    ['002142', '002142'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['1.10', '1.10'],
    ['+8', '+8'],
    ['2026-03-15', '2026-03-15'],
    ['2026-03-15 00:30:00', '2026-03-15 00:30:00'],
    ['true', 'true'],
    ['No', 'No'],
    ['~', '~'],
    ['12:30', '12:30'],
    ['“央行”公告', '“央行”公告'],
    ['央行：公告', '央行：公告'],
    ['央行#3号', '央行#3号'],
    ['C#', 'C#'],
    ['a:b', 'a:b'],
    ['"甲: 乙 #丙"', '甲: 乙 #丙'],
    ["'it''s'", "it's"],
    ['"\\u592E\\t行"', '央\t行'],
  ])('%s', (written, value) => {
    const { block, problems } = parseYamlBlock(`key: ${written}`, FILE);
    expect(problems).toEqual([]);
    expect(block.data).toEqual({ key: value });
  });
});

describe('what YAML would misread is reported on its line', () => {
  test.each([
    ['标题：甲', '2 fullwidth-colon'],
    ['标题 ： 甲', '2 fullwidth-colon'],
    ['title:甲', '2 no-space-after-colon'],
    ['title:\u00a0甲', '2 no-space-after-colon'],
    ['title:　甲', '2 no-space-after-colon'],
    ['title: 央行: 公告', '2 bad-yaml'],
    ['title: 央行:', '2 bad-yaml'],
    ['title: *ST国华', '2 bad-yaml'],
    ['title: @某人', '2 bad-yaml'],
    ['title: %折', '2 bad-yaml'],
    ['title: `甲`', '2 bad-yaml'],
    ['title: [图解] 一文看懂', '2 bad-yaml'],
    ['title: [图解]', '2 bad-value'],
    ['title: {甲}', '2 bad-value'],
    ['title: {甲}乙', '2 bad-yaml'],
    ['title: > 甲', '2 bad-yaml'],
    ['title: | 甲', '2 bad-yaml'],
    ['title: !重要', '2 bad-yaml'],
    ['title: ! 重要', '2 bad-yaml'],
    ['title: &公告 全文', '2 bad-yaml'],
    ['title: - 甲', '2 bad-yaml'],
    ['title: ? 甲', '2 bad-yaml'],
    ['title: "甲" 乙', '2 bad-yaml'],
    ["title: 'it's'", '2 bad-yaml'],
    ['title: "C:\\路径"', '2 bad-yaml'],
    // The mark is missing on line 2; YAML notices at the end.
    ['title: "甲', '2 bad-yaml'],
    ['title: 央行 #3号公告', '2 lost-after-hash'],
    ['title: #消保#周', '2 lost-after-hash'],
    ['title: 甲 # 备注', '2 lost-after-hash'],
    ['title: "甲" #乙', '2 lost-after-hash'],
  ])('%s → %s', (title, expected) => {
    const { article, problems } = read(`${title}\ndate: 2026-03-15\nchannel: 银行`);
    expect(article).toBeUndefined();
    // The key itself is known to be meant: `缺少 title` on top would send the author astray.
    expect(outline(problems)).toEqual([expected]);
  });

  test.each([
    ['title: 重复', '5 duplicate-key'],
    ['标题: 重复', '5 duplicate-key'],
    ['source: { name: 甲, 名称: 乙 }', '5 duplicate-key'],
    ['\ttags: [甲]', '5 bad-yaml'],
    ['tags:\n\t- 甲', '6 bad-yaml'],
    ['tags: [甲, 乙', '5 bad-yaml'],
    ['tags: [甲, 乙 #丙]', '5 bad-yaml'],
    ['tags: #甲 #乙', '5 lost-after-hash'],
    ['tags: [甲] #乙', '5 lost-after-hash'],
    ['source: { name: 甲 } #乙', '5 lost-after-hash'],
    ['tags:\n  - 甲 #乙\n  - 丙', '6 lost-after-hash'],
    ['tags:\n  - #甲\n  - 丙', '6 lost-after-hash'],
    ['corrections:\n  - date: 2026-03-16\n    reason: 第 #3 段', '7 lost-after-hash'],
    ['corrections:\n  - 日期：2026-03-16\n    reason: 甲', '6 fullwidth-colon'],
    ['source:\n  名称：新华社', '6 fullwidth-colon'],
    ['source: # 备注\n  名称：新华社', '6 fullwidth-colon'],
    ['summary: 甲\n  乙 #丙', '5 lost-after-hash'],
    ['corrections:\n  - date: 2026-03-16\n    reason：甲', '7 fullwidth-colon'],
    ['corrections:\n  - reason: 甲\n    date: 2026-03-16\n    from：乙', '8 fullwidth-colon'],
    ['source:\n\tname: 甲\n\turl: https://a.cn/', '6 bad-yaml'],
    ['**标签**：甲', '5 bad-yaml'],
    ['**标签：** 甲', '5 bad-yaml'],
    ['**标签：甲**', '5 bad-yaml'],
    ['“tags”: 甲', '5 bad-yaml'],
    ['【标签】甲：乙', '5 bad-yaml'],
    ['正文一段。', '5 bad-yaml'],
    ['- 甲', '5 bad-yaml'],
    ['related: *a', '5 bad-yaml'],
    ['summary: &x 甲\ncover: *x', '5 bad-yaml'],
  ])('%j → %s', (line, expected) => {
    const { article, problems } = read(`${BASICS}\n${line}`);
    expect(article).toBeUndefined();
    expect(outline(problems)[0]).toBe(expected);
  });

  test.each(['你好', '- 甲\n- 乙', 'title：甲 乙', '"甲"'])(
    'a block that is no map: %j',
    (block) => {
      const { article, problems } = read(block);
      expect(article).toBeUndefined();
      expect(problems.length).toBeGreaterThan(0);
      for (const { message, hint } of problems)
        expect(message + hint).not.toMatch(/[a-z]{4,} [a-z]{4,}/);
    },
  );
});

describe('what is right is not reported', () => {
  test.each([
    ['a colon in the title', 'summary: 央行：公告', '央行：公告'],
    ['a time in the text', 'summary: 9:30 开市，15:00 收市', '9:30 开市，15:00 收市'],
    ['an address', 'summary: 见 https://example.com/a#b', '见 https://example.com/a#b'],
    ['a block of lines', 'summary: |\n  要点：甲\n\n  其次：乙', '要点：甲 其次：乙'],
    ['a deeper line in it', 'summary: |\n  一\n    子项：甲', '一 子项：甲'],
    ['a hash in it', 'summary: |\n  一 #二\n  # 三', '一 #二 # 三'],
    ['a folded block', 'summary: >-\n  要点：甲\n  key:value', '要点：甲 key:value'],
    ['a quoted text over lines', 'summary: "一\n  二：三"', '一 二：三'],
    ['a plain text over lines', 'summary: 一\n  二：三', '一 二：三'],
    ['a comment line', '# 备注：甲\nsummary: 乙', '乙'],
    ['a comment behind a date', 'updated: 2026-03-16 # 已核对\nsummary: 乙', '乙'],
    ['a tab behind the colon', 'summary:\t乙', '乙'],
    ['spaces around', 'summary:    乙   ', '乙'],
    ['a full-width space around', 'summary: 　乙　', '乙'],
  ])('%s', (_, lines, summary) => {
    expect(readGood(`${BASICS}\n${lines}`).summary).toBe(summary);
  });

  test.each(['tags:\n  - 专题：养老\n  - 比分3:2', 'tags:\n- 专题：养老\n- 比分3:2'])(
    'tags with colons: %j',
    (lines) => {
      expect(readGood(`${BASICS}\n${lines}`).tags).toEqual(['专题：养老', '比分3:2']);
    },
  );
});

test('all problems of a file come at once, each on its line', () => {
  const { article, problems } = read(
    [
      'titel: 甲',
      '日期：2026-02-30',
      'draft: 也许',
      'ai: robot',
      'id: a b',
      'title: 央行 #3号',
      'source:',
      '  url: www.example.com',
      'corrections:',
      '  - date: 昨天',
      '    resaon: 改字',
      'kind:转载',
      'kind: news',
    ].join('\n'),
  );
  expect(article).toBeUndefined();
  expect(outline(problems)).toEqual([
    '2 missing-key',
    '2 unknown-key',
    '3 bad-date',
    '3 fullwidth-colon',
    '4 bad-value',
    '5 bad-value',
    '6 bad-value',
    '7 lost-after-hash',
    '8 missing-key',
    '9 bad-value',
    '11 bad-date',
    '11 missing-key',
    '12 unknown-key',
    '13 no-space-after-colon',
    '14 duplicate-key',
  ]);
});

describe('advice can be copied as it stands', () => {
  test.each([
    ['title: 央行: 公告', 'title: "央行: 公告"'],
    ['title: *ST国华', 'title: "*ST国华"'],
    ['title: "甲" 乙', 'title: "“甲” 乙"'],
    ["title: 'it's'", 'title: "it\'s"'],
    ['title: "C:\\路径"', 'title: "C:\\\\路径"'],
    ['title: "甲', 'title: "甲"'],
    ['title：央行：公告', 'title: 央行：公告'],
    ['title:　甲', 'title: 甲'],
    ['title: 他说"好" #3', 'title: "他说“好” #3"'],
  ])('%s → %s', (wrong, right) => {
    const { problems } = read(`${wrong}\ndate: 2026-03-15\nchannel: 银行`);
    expect(problems[0]?.hint).toContain(right);
    expect(read(`${right}\ndate: 2026-03-15\nchannel: 银行`).problems).toEqual([]);
  });
});

describe('any title in double quotes reads back exactly', () => {
  const nasty = fc.constantFrom(
    '"',
    "'",
    '：',
    ': ',
    ' #',
    '# ',
    '\\',
    '</script>',
    '🎉',
    '👨‍👩‍👧',
    'e\u0301',
    '\u0007',
    '---',
    '{',
    '[',
    '*',
    '&',
    '!',
    '%',
    '@',
    '~',
    'null',
    'true',
    '000001',
    '　',
    '央行',
  );
  const title = fc
    .array(
      fc.oneof(
        nasty,
        fc.string({ unit: 'grapheme', maxLength: 6 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(''))
    // White space is one space in a headline, by contract.
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');

  test('whatever it holds', () => {
    fc.assert(
      fc.property(title, (text) => {
        expect(
          readGood(`title: ${JSON.stringify(text)}\ndate: 2026-03-15\nchannel: 银行`).title,
        ).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  test('a plain title is kept whole or reported, never cut', () => {
    fc.assert(
      fc.property(title, (text) => {
        const { article, problems } = read(`title: ${text}\ndate: 2026-03-15\nchannel: 银行`);
        if (!article) expect(problems.length).toBeGreaterThan(0);
        // A title in quotes of its own is YAML's way to write it: they are not part of it.
        else if (!/^["']/.test(text)) expect(article.title).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
