import { describe, expect, test } from 'vitest';
import { composeArticleFile, readArticleFile } from '../../../src/cms/article-file.ts';

const NAMES = {
  channels: { banking: '银行', 银行: '银行' },
  topics: { borrowing: 'borrowing', 借款: 'borrowing' },
};
const read = (text: string) => readArticleFile(text, NAMES);
const change = (text: string, values: object) =>
  composeArticleFile({ ...read(text), ...values }, NAMES);

const file = (frontmatter: string) => `---\n${frontmatter}---\n\n正文。\n`;
const KEYS = 'title: 甲\ndate: 2026-03-15\nchannel: 银行\n';

describe('a form knows one shape of each field', () => {
  test.each([
    ['编辑是一个名字', 'editor: 沈棠', 'editor', [{ name: '沈棠' }]],
    ['来源是一个名字', '来源: 新华社', 'source', { name: '新华社' }],
    ['是', '草稿: 是', 'draft', true],
    ['没有写草稿', 'kind: 解读', 'draft', false],
    ['中文的类型', '类型: 解读', 'kind', 'explainer'],
    ['前面的 0', 'codes: 000001', 'codes', ['000001']],
    ['专题的名字', 'topics: [借款]', 'topics', ['borrowing']],
    ['带时区的时间', 'updated: 2026-03-15T01:30:00Z', 'updated', '2026-03-15 09:30'],
    [
      '一条更正',
      '更正: [{ 日期: 2026年3月16日, 原因: 数字 }]',
      'corrections',
      [{ date: '2026-03-16 00:00', reason: '数字' }],
    ],
  ])('%s', (_, line, name, value) => {
    expect(read(file(`${KEYS}${line}\n`))[name]).toEqual(value);
  });

  test('a channel may be called by its id', () => {
    expect(read(file(KEYS.replace('银行', 'banking')))['channel']).toBe('银行');
  });

  test.each([
    ['a full-width colon', 'title：甲\n'],
    ['text lost behind a #', `${KEYS}summary: 央行 #3号\n`],
    ['an unknown name', `${KEYS}bianji: 沈棠\n`],
    ['a name written twice', `${KEYS}标题: 乙\n`],
  ])('a file with %s is not for the form', (_, frontmatter) => {
    expect(() => read(file(frontmatter))).toThrow(/\p{Script=Han}/u);
  });
});

describe('what was not changed stays as it was written', () => {
  const SOURCES = {
    'block and flow': `${KEYS}# 备注\ntags:\n  - 存款\n  - 利率\nbyline: [{ name: 周砚, role: 记者 }] # 两位\n`,
    'short forms': `${KEYS}editor: 沈棠\nsource: 新华社\ncodes: [000001]\nid: bs-001\n`,
    'Chinese names': '标题: 甲\n日期: 2026年3月15日\n栏目: banking\n',
    'nothing filled in': `${KEYS}summary:\ntags: []\ndraft: true\n`,
    'several lines': `${KEYS}summary: |\n  第一行\n  第二行\n`,
  };
  test.each(Object.entries(SOURCES))('%s', (_, frontmatter) => {
    const text = file(frontmatter);
    expect(change(text, {})).toBe(text);
    expect(change(text, { title: '乙' })).toBe(text.replace(/^(?:title|标题): 甲$/m, 'title: 乙'));
  });

  test.each([
    ['spaces that make code', '    IRR(…)\n'],
    ['a full-width indent', '　　第一段\n\n　　第二段\n'],
    ['a line end with two spaces', '第一行  \n第二行\n'],
    ['a rule that looks like a fence', '正文\n\n---\n\n尾\n'],
  ])('the body with %s', (_, body) => {
    const text = `---\n${KEYS}---\n\n${body}`;
    expect(change(text, {})).toBe(text);
    expect(change(text, { body: `\n \n${body}\n` })).toBe(text);
  });

  test('fields in brackets on one line are all written anew', () => {
    const flow = '{ title: 甲, date: 2026-03-15, channel: banking, tags: [存款], draft: 是 }\n';
    const fields = 'title: 乙\ndate: 2026-03-15 00:00\nchannel: 银行\ndraft: true\ntags: [存款]\n';
    expect(change(file(flow), { title: '乙' })).toBe(file(fields));
  });

  test('the id a form proposes does not become that of an article known by its address', () => {
    expect(change(file(KEYS), { id: 'new' })).toBe(file(KEYS));
  });
});

test.each([
  ['set', { draft: true }, `${KEYS}draft: true\n`],
  ['filled in', { tags: ['存款', 'A, B'] }, `${KEYS}tags: [存款, "A, B"]\n`],
  ['emptied', { channel: '' }, 'title: 甲\ndate: 2026-03-15\n'],
  [
    'with empty parts',
    { cover: { src: './a.png', alt: ' ', caption: null } },
    `${KEYS}cover: { src: "./a.png" }\n`,
  ],
  ['on two lines', { summary: '一\n二' }, `${KEYS}summary: 一 二\n`],
  [
    'of maps',
    { corrections: [{ reason: '错', date: '2026-03-16 10:00' }] },
    `${KEYS}corrections: [{ date: 2026-03-16 10:00, reason: 错 }]\n`,
  ],
  ['with YAML’s marks', { title: '*ST：甲 #1: "乙"' }, KEYS.replace('甲', `'*ST：甲 #1: "乙"'`)],
])('a field %s', (_, values, frontmatter) => {
  expect(change(file(KEYS), values)).toBe(file(frontmatter));
});

test('a new article has what says something', () => {
  const values = {
    ...{ title: '甲', date: '2026-03-15 09:30', channel: '银行', tags: [], draft: false },
    ...{ pinned: false, kind: 'news', ai: 'none', cover: {}, id: 'x', body: '\n正文。\n\n' },
  };
  expect(composeArticleFile(values, NAMES)).toBe(
    '---\ntitle: 甲\ndate: 2026-03-15 09:30\nchannel: 银行\nid: x\n---\n\n正文。\n',
  );
});
