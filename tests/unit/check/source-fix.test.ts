import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/archive/text-encoding.ts';
import { fixSource, formatDiff } from '../../../src/check/source-fix.ts';
import { readArticle } from '../../../src/news/article-reader.ts';
import { isError } from '../../../src/news/problem.ts';
import { beijing } from '../samples.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const fix = (text: string | Uint8Array) =>
  fixSource(typeof text === 'string' ? bytes(text) : text, decodeText);

const RIGHT = '---\ntitle: 央行：降准\ndate: 2026-03-15\n---\n\n正文：“好”。\n';

test.each([
  ['a byte-order mark', `\ufeff${RIGHT}`],
  ['Windows line ends', RIGHT.replaceAll('\n', '\r\n')],
  ['full-width colons', RIGHT.replace('title: ', 'title：').replace('date: ', 'date：')],
  ['no space after a colon', RIGHT.replace('title: ', 'title:')],
  ['characters nobody sees', RIGHT.replace('正', '\u200b正\u0007').replace('好', '好\u202e')],
])('%s: the file comes out whole', (_, wrong) => {
  expect(fix(wrong)?.text).toBe(RIGHT);
});

test('GBK becomes UTF-8', () => {
  // “央行” in GBK.
  const head = bytes('---\ntitle: ');
  const wrong = new Uint8Array([...head, 0xd1, 0xeb, 0xd0, 0xd0, ...bytes('\n---\n')]);
  expect(fix(wrong)).toEqual({ text: '---\ntitle: 央行\n---\n', done: ['编码改为 UTF-8'] });
});

test('what is right, and what nobody can know, stays', () => {
  expect(fix(RIGHT)).toBeUndefined();
  expect(fix(RIGHT.replace('好', '\ufffd'))).toBeUndefined();
  expect(fix(RIGHT.replace('好', '👨‍👩‍👧'))).toBeUndefined();
  expect(fix('没有信息块：只有正文。\n')).toBeUndefined();
});

/** A file with these lines in its frontmatter, and the lines after `--fix`. */
function fixHead(lines: string): string {
  const end = '\n---\n\n正文：[链接]（甲，乙）。\n';
  const text = `---\n${lines}${end}`;
  const fixed = fix(text)?.text ?? text;
  expect(fixed.endsWith(end)).toBe(true);
  return fixed.slice('---\n'.length, -end.length);
}

describe('values of the frontmatter', () => {
  test.each([
    ['title: 央行 #3号公告', 'title: "央行 #3号公告"'],
    ['title: #消保#周', 'title: "#消保#周"'],
    ['title: 央行: 公告', 'title: "央行: 公告"'],
    ['title：央行: 公告', 'title: "央行: 公告"'],
    ['title: 央行:', 'title: "央行:"'],
    ['title: *ST国华', 'title: "*ST国华"'],
    ['title: @某人', 'title: "@某人"'],
    ['title: %折', 'title: "%折"'],
    ['title: `甲`', 'title: "`甲`"'],
    ['title: [图解] 一文看懂', 'title: "[图解] 一文看懂"'],
    ['title: [图解]', 'title: "[图解]"'],
    ['title: {甲}乙', 'title: "{甲}乙"'],
    ['title: > 甲', 'title: "> 甲"'],
    ['title: !重要', 'title: "!重要"'],
    ['title: &公告 全文', 'title: "&公告 全文"'],
    ['title: - 甲', 'title: "- 甲"'],
    ['title: "央行" 降准', 'title: "“央行” 降准"'],
    ['title: "甲\ndate: 2026-03-15', 'title: "甲"\ndate: 2026-03-15'],
    ['title: "C:\\路径"', 'title: "C:\\\\路径"'],
    ['title: 0730', 'title: "0730"'],
    ['id: 000001', 'id: "000001"'],
    ['id: 1e3', 'id: "1e3"'],
    ['id: 2026-03-15', 'id: "2026-03-15"'],
    ['channel: 银行: 甲', 'channel: "银行: 甲"'],
    ['summary: 1.10', 'summary: "1.10"'],
    ['codes: [000001, 600519]', 'codes: ["000001", 600519]'],
    ['codes:\n  - 000001', 'codes:\n  - "000001"'],
    [
      'corrections:\n  - date: 2026/3/16\n    reason: 第 #3 段',
      'corrections:\n  - date: 2026-03-16\n    reason: "第 #3 段"',
    ],
  ])('quotes: %j → %j', (wrong, right) => {
    expect(fixHead(wrong)).toBe(right);
  });

  test.each([
    ['tags: [消保，金融]', 'tags: [消保, 金融]'],
    ['tags: 【消保，金融、利率】', 'tags: [消保, 金融, 利率]'],
    ['标签：［消保，000001］', '标签: [消保, "000001"]'],
    ['tags: 消保、金融 # 两个', 'tags: [消保, 金融] # 两个'],
    ['tags: [消保，金融】', 'tags: [消保, 金融]'],
    ['tags: [消保, 金融', 'tags: [消保, 金融]'],
    ['tags: [消保, 金融 #3号]', 'tags: [消保, "金融 #3号"]'],
    ['byline: 【周砚，林知夏】', 'byline: [周砚, 林知夏]'],
    [
      'source: ｛名称：新华社，网址：https://www.news.cn/｝',
      'source: { 名称: 新华社, 网址: "https://www.news.cn/" }',
    ],
    [
      'source: {name：新华社，url：https://www.news.cn/}',
      'source: { name: 新华社, url: "https://www.news.cn/" }',
    ],
    [
      'source: { name: 新华社，url: https://www.news.cn/ }',
      'source: { name: 新华社, url: "https://www.news.cn/" }',
    ],
    ['byline: [{name: 周砚，role: 记者}]', 'byline: [{ name: 周砚, role: 记者 }]'],
  ])('brackets and commas: %j → %j', (wrong, right) => {
    expect(fixHead(wrong)).toBe(right);
  });

  test.each([
    ['**标题**：央行', '标题: 央行'],
    ['**标题：** 央行', '标题: 央行'],
    ['**标题：央行**', '标题: 央行'],
    ['**标题**: **央行**降准', '标题: "**央行**降准"'],
    ['“title”: 央行', 'title: 央行'],
    ['【标题】：央行', '标题: 央行'],
    ['source:\n\tname: 甲\n\t网址：https://a.cn/', 'source:\n  name: 甲\n  网址: https://a.cn/'],
    [
      'corrections:\n\t- date: 2026-03-16\n\t  reason: 甲\n\t- date: 2026-03-17\n\t  reason：乙',
      'corrections:\n  - date: 2026-03-16\n    reason: 甲\n  - date: 2026-03-17\n    reason: 乙',
    ],
    ['tags:\n\t- 甲\n\t- 乙', 'tags:\n  - 甲\n  - 乙'],
    ['channel: 银行\n\ttags: [甲]', 'channel: 银行\ntags: [甲]'],
    ['summary: |\n\t第一行：甲\n\t第二行', 'summary: |\n  第一行：甲\n  第二行'],
    [
      'corrections:\n- reason: 甲\n  date：2026-03-16\n  from：乙',
      'corrections:\n- reason: 甲\n  date: 2026-03-16\n  from: 乙',
    ],
    ['tags: [“消保”，“金融”]', 'tags: [消保, 金融]'],
    ['date: “2026-03-15 09:30”', 'date: 2026-03-15 09:30'],
    ['date: 20260315', 'date: 2026-03-15'],
    ['date: 2026年3月15日下午3点半', 'date: 2026-03-15 15:30'],
  ])('keys, indents and quotes of other programs: %j → %j', (wrong, right) => {
    expect(fixHead(wrong)).toBe(right);
  });

  test.each([
    ['date: 2026年3月5日', 'date: 2026-03-05'],
    ['date: 2026/3/5', 'date: 2026-03-05'],
    ['date：２０２６年３月５日　０９：３０', 'date: 2026-03-05 09:30'],
    ['date: 2026-3-5 9:30', 'date: 2026-03-05 09:30'],
    ['date: "2026.3.5 9:30:15"', 'date: 2026-03-05 09:30:15'],
    ['date: 2026-03-05T09:30', 'date: 2026-03-05 09:30'],
    ['updated: 2026/3/5 9:30 +0000 # 备注', 'updated: 2026-03-05 17:30 # 备注'],
    [
      'withdrawn: { date: 2026年3月5日 9:30, reason: 甲 }',
      'withdrawn: { date: 2026-03-05 09:30, reason: 甲 }',
    ],
  ])('dates: %j → %j', (wrong, right) => {
    expect(fixHead(wrong)).toBe(right);
  });

  test.each([
    'title: 央行降准 # 待改',
    'title: “央行”降准',
    'title: 央行#3号：公告，【图解】',
    "title: 'it''s'",
    'title: 315',
    'title: 3·15',
    'summary: |\n  2026年3月5日：【甲，乙】\n  *乙 #丙',
    'summary: "第一行\n  第二行: 乙"',
    'summary: 甲\n  乙 #丙',
    'tags: [消保, 金融]',
    'tags: #甲 #乙',
    'tags:\n  - 甲\n  - 乙',
    'byline: 周砚、林知夏',
    'source: 新华社，人民日报',
    'date: 2026-03-05 00:30:00',
    'date: 2026-03-05T09:30:00+08:00',
    'date: 2026-03-05T01:30:00Z',
    'date: 3月5日',
    'date: 2026-02-30',
    'date: 2026-03-15 9:5',
    'date: 2026-03-15 晚上12点',
    'summary: “一句话”',
    'summary: |\n  **标题**：甲',
    'draft: yes',
    'ai: no',
    '不认识: @甲',
  ])('stays: %j', (lines) => {
    expect(fixHead(lines)).toBe(lines);
  });
});

test.each([
  ['———\ntitle: 甲\n———\n\n正文。\n', '---\ntitle: 甲\n---\n\n正文。\n'],
  ['---\ntitle：甲\n……\n\n正文。\n', '---\ntitle: 甲\n---\n\n正文。\n'],
  ['……\n正文：甲\n……\n', undefined],
  ['---\ntitle：甲\n——\n\n正文。\n\n---\n', '---\ntitle: 甲\n---\n\n正文。\n\n---\n'],
  ['***\n正文：甲\n***\n', undefined],
])('fences: %j', (wrong, right) => {
  expect(fix(wrong)?.text).toBe(right);
});

const source = fc
  .array(
    fc.constantFrom(
      '---',
      '\n',
      '\r\n',
      '\ufeff',
      'title',
      '：',
      ': ',
      ':',
      '央行',
      ' ',
      '\u200b',
      'a',
      '# ',
      '“',
      '- ',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('fixing twice is fixing once, and only what is named changes', () => {
  const bare = (text: string) => text.replace(/[\ufeff\u200b\r\n：:\s]/g, '');
  fc.assert(
    fc.property(source, (text) => {
      const once = fix(text);
      if (!once) return;
      expect(fix(once.text)).toBeUndefined();
      expect(bare(once.text)).toBe(bare(text));
    }),
    { numRuns: 2_000 },
  );
});

describe('what an article says', () => {
  const join = (parts: readonly string[]) => parts.join('').trim();
  const piece = fc.constantFrom(
    ...[
      '央行',
      '*ST国华',
      ' #3号',
      '#消保',
      '@',
      '%',
      '[图解]',
      '{甲}',
      ': ',
      ':',
      '“引”',
      '>',
      '- ',
    ],
    ...[
      '&',
      '!',
      '|',
      '?',
      'A',
      ' ',
      '000001',
      '1e3',
      '0x1F',
      'yes',
      '~',
      ',',
      '，',
      '：',
      '`',
      '\\',
    ],
  );
  const words = fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map(join)
    .filter((text) => !/^(?:[|>][-+\d]*(?:\s|$)|$)/.test(text));
  const tag = fc.constantFrom(
    '消保',
    '000001',
    '1e3',
    '3·15',
    '*ST',
    'C#',
    '#利率',
    '@',
    '2026',
    'no',
  );
  const day = fc.record({
    year: fc.integer({ min: 1990, max: 2030 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    time: fc.constantFrom('', ' 9:30', ' 09:30', ' 23:59:59', ' ０９：３０'),
  });
  const date = fc.tuple(day, fc.constantFrom('-', '/', '.', '年')).map(([one, mark]) => {
    const [between, end] = mark === '年' ? ['月', '日'] : [mark, ''];
    return `${one.year}${mark}${one.month}${between}${one.day}${end}${one.time}`;
  });
  const list = fc.tuple(
    fc.uniqueArray(tag, { minLength: 2, maxLength: 4 }),
    fc.constantFrom('，', '、', '， '),
    fc.constantFrom(['[', ']'], ['【', '】'], ['［', '］'], ['', '']),
  );
  const colon = fc.constantFrom(': ', '：', ':');

  test('comes out of the fix as it was typed', () => {
    fc.assert(
      fc.property(words, words, date, list, colon, (title, summary, when, tags, mark) => {
        const [items, comma, [open, close]] = tags;
        const body = `\n${summary}：正文，${title} # [甲]（乙）\n`;
        const head = [
          `title: ${title}`,
          `summary: ${summary}`,
          `date${mark}${when}`,
          'channel: 银行',
          `tags: ${open}${items.join(comma)}${close}`,
        ];
        const text = `---\n${head.join('\n')}\n---\n${body}`;
        const fixed = fix(text)?.text ?? text;
        expect(fix(fixed)).toBeUndefined();
        expect(fixed.endsWith(`\n---\n${body}`)).toBe(true);
        const { article, problems } = readArticle(fixed, 'articles/2026/a.md');
        // A `#` alone may begin a note, a bracket or a `#` at the start something else.
        const isOpen = [title, summary].some((one) => /(^|\s)#(\s|$)/.test(one));
        const isLoose = /^#/.test(items[0] ?? '') && open === '';
        const isCut = items.some((item) => item.startsWith('#')) && (comma === '， ' || isLoose);
        if (isOpen || isLoose || isCut) return;
        expect(problems.filter(isError)).toEqual([]);
        expect(article).toMatchObject({
          title: title.replace(/\s+/g, ' '),
          summary: summary.replace(/\s*\n\s*/g, ' '),
          date: beijing(when),
          tags: items,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('is not changed where it could be read', () => {
    const line = fc.oneof(
      words.map((text) => `summary: ${text}`),
      words.map((text) => `editor: ${text}`),
      words.map((text) => `source: { name: ${text}, author: ${text} }`),
      words.map((text) => `id: ${text}`),
      words.map((text) => `summary: |\n  ${text}\n  ${text}`),
      words.map((text) => `corrections:\n  - reason: ${text}\n    date: 2026/3/16`),
      date.map((text) => `updated: ${text}`),
      tag.map((text) => `codes: [${text}, "${text}，乙"]`),
      list.map(([items, comma]) => `tags: ${items.join(comma)} # 备注`),
      fc.constantFrom('draft: yes', 'pinned: 否', 'ai: no', 'kind: 推广', '# 备注：甲', ''),
    );
    fc.assert(
      fc.property(words, fc.array(line, { maxLength: 5 }), (title, lines) => {
        const head = [`title: ${title}`, 'date: 2026年3月15日', 'channel: 银行', ...lines];
        const text = `---\n${head.join('\n')}\n---\n\n正文。\n`;
        const fixed = fix(text)?.text ?? text;
        expect(fix(fixed)).toBeUndefined();
        const before = readArticle(text, 'articles/2026/a.md').article;
        if (before) expect(readArticle(fixed, 'articles/2026/a.md').article).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

test('a diff names the lines', () => {
  expect(formatDiff('甲\r\n乙：1\n丙', '甲\n乙: 1\n丙')).toBe('  2 - 乙：1\n  2 + 乙: 1');
});
