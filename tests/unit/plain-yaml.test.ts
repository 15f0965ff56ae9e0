import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineCounter, parseDocument } from 'yaml';
import { readPlainYaml } from '../../src/news/plain-yaml.ts';
import { repairLines } from '../../src/news/yaml-lines.ts';

test.each([
  ['title: 存款保险最高偿付 50 万元，怎样算', { title: '存款保险最高偿付 50 万元，怎样算' }],
  ['标题: 甲', { 标题: '甲' }],
  ['id: 000001', { id: '000001' }],
  ['draft: true', { draft: 'true' }],
  ['date: 2026-03-15 09:30', { date: '2026-03-15 09:30' }],
  ['title:  “甲”：乙', { title: '“甲”：乙' }],
  ['id: "1000"', { id: '1000' }],
  ['id: ""', { id: '' }],
  ['tags: [存款, 利率 表,LPR]', { tags: ['存款', '利率 表', 'LPR'] }],
  ['codes: ["000001", 000002]', { codes: ['000001', '000002'] }],
  [
    'source: { name: 甲, url: "https://a.cn/1,2.html" }',
    { source: { name: '甲', url: 'https://a.cn/1,2.html' } },
  ],
  [
    'source: { name: FT中文网, url: https://www.ftchinese.com/story/001110153 }',
    { source: { name: 'FT中文网', url: 'https://www.ftchinese.com/story/001110153' } },
  ],
  [
    'byline: [{ name: 沈棠, role: 记者 }, { name: 周砚 }]',
    { byline: [{ name: '沈棠', role: '记者' }, { name: '周砚' }] },
  ],
])('%s', (line, data) => {
  expect(readPlainYaml([line])).toEqual({ data, lines: new Map([[Object.keys(data)[0], 0]]) });
});

test('each key has its line', () => {
  const lines = ['title: 甲', 'date: 2026-03-15', 'tags: [乙]'];
  expect(readPlainYaml(lines)?.lines).toEqual(
    new Map([
      ['title', 0],
      ['date', 1],
      ['tags', 2],
    ]),
  );
});

test.each([
  [''],
  ['title:'],
  ['title: '],
  ['title: |'],
  ['title: 甲 # 备注'],
  ['title: 央行 #3号'],
  ['title: 甲: 乙'],
  ['title: 甲:'],
  ['title: 甲 '],
  ['title: *ST国华'],
  ['title: &公告'],
  ['title: - 甲'],
  ['title: @央行'],
  [String.raw`title: "甲\n"`],
  ['title: "甲" 乙'],
  ["title: '甲'"],
  ['title:甲'],
  ['标题：甲'],
  ['- title: 甲'],
  [' title: 甲'],
  ['# 备注'],
  ['1: 甲'],
  ['__proto__: 甲'],
  ['tags: [甲, 乙'],
  ['tags: [甲, [乙]]'],
  ['tags: [甲: 乙]'],
  ['tags: []'],
  ["tags: ['甲']"],
  ['tags: ["甲, 乙"]'],
  ['tags: [ 甲]'],
  ['source: { name: 甲, name: 乙 }'],
  ['source: { name }'],
  ['title: 甲\u0007'],
])('left to YAML: %j', (line) => {
  expect(readPlainYaml([line])).toBeUndefined();
});

test.each([[['title: 甲', 'title: 乙']], [['title: 甲', '  乙']], [['title: 甲', '']], [[]]])(
  'left to YAML: %j',
  (lines) => {
    expect(readPlainYaml(lines)).toBeUndefined();
  },
);

/** Pieces whose order decides what YAML makes of a line. */
const PIECE = fc.constantFrom(
  ...['title', '标题', 'a', '甲', '乙', '1', 'x-y', 'https://a.b/c', '09:30', '2026-03-15'],
  ...[': ', ':', ' :', ', ', ',', '[', ']', '[{ ', ' }]', '{ ', ' }', '{', '}', '}, {', '# ', ' #'],
  ...[
    '#',
    '"',
    '""',
    "'",
    '-',
    '- ',
    '? ',
    '?',
    '!',
    '&',
    '*',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\\',
    '\t',
  ],
  ...[
    ' ',
    '  ',
    '\u3000',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\u0085',
    '\ufeff',
    '...',
    '---',
    '：',
    '，',
  ],
  ...['<<', 'null', '~', 'true', '\ud800', '😀', '=', '__proto__', 'constructor'],
);
const VALUE = fc.array(PIECE, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''));
const ITEMS = fc.array(VALUE, { minLength: 1, maxLength: 3 });
const LINE = fc.oneof(
  VALUE,
  fc.tuple(fc.constantFrom('title', '标题', 'b'), VALUE).map(([key, text]) => `${key}: ${text}`),
  VALUE.map((text) => `c: "${text}"`),
  ITEMS.map((items) => `d: [${items.join(', ')}]`),
  ITEMS.map((items) => `e: { ${items.map((text, at) => `k${at}: ${text}`).join(', ')} }`),
  ITEMS.map((items) => `f: [${items.map((text) => `{ k: ${text} }`).join(', ')}]`),
);

/** So that the comparison below is one: how often the reader took what it was given. */
let taken = 0;

test('whatever is read is what the YAML library reads, on the same lines, and no trap', () => {
  fc.assert(
    fc.property(fc.array(LINE, { minLength: 1, maxLength: 3 }), (lines) => {
      const plain = readPlainYaml(lines);
      if (!plain) return;
      taken++;
      const counter = new LineCounter();
      const document = parseDocument(lines.join('\n'), {
        schema: 'failsafe',
        lineCounter: counter,
      });
      expect(document.errors).toEqual([]);
      expect(document.warnings).toEqual([]);
      expect(JSON.stringify(document.toJS())).toBe(JSON.stringify(plain.data));
      expect(repairLines(lines, 'a.md', 1)).toEqual({ lines, problems: [] });
      expect(plain.lines.size).toBe(lines.length);
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(500);
});
