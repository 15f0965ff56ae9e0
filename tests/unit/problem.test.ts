import { describe, expect, test } from 'vitest';
import {
  ContentError,
  formatProblems,
  isError,
  listProblemKinds,
  problem,
  sortProblems,
} from '../../src/news/problem.ts';

const late = problem('empty-body', { file: 'articles/2026/b.md', line: 10 });
const early = problem(
  'bad-date',
  { file: 'articles/2026/b.md', line: 9 },
  { key: 'date', value: '昨天' },
);
const whole = problem('empty-file', { file: 'articles/2026/a.md' });

test('a problem is filled in and keeps no empty line', () => {
  expect(early).toEqual({
    kind: 'bad-date',
    severity: 'error',
    file: 'articles/2026/b.md',
    line: 9,
    message: '“date”不是能读懂的日期：昨天',
    hint: '请写成 2026-03-15 或 2026-03-15 09:30（北京时间）。',
  });
  expect(whole).not.toHaveProperty('line');
  expect([late, early].map(isError)).toEqual([false, true]);
});

test('the report is by file, then line, with the remedy below each problem', () => {
  expect(formatProblems([late, early, whole])).toBe(
    [
      'articles/2026/a.md',
      '  articles/2026/a.md  错误：文件是空的。',
      '    → 请补上开头的信息块（--- 之间）和正文，或删除这个文件。（docs/checks.zh.md#empty-file）',
      '',
      'articles/2026/b.md',
      '  articles/2026/b.md:9  错误：“date”不是能读懂的日期：昨天',
      '    → 请写成 2026-03-15 或 2026-03-15 09:30（北京时间）。（docs/checks.zh.md#bad-date）',
      '  articles/2026/b.md:10  提醒：没有正文。',
      '    → 请补上正文；只有标题的快讯请写好摘要和来源网址。（docs/checks.zh.md#empty-body）',
    ].join('\n'),
  );
  expect(formatProblems([])).toBe('');
});

test('line 9 comes before line 10, and order does not depend on how files were read', () => {
  expect(sortProblems([late, early, whole])).toEqual([whole, early, late]);
  expect(sortProblems([whole, late, early])).toEqual([whole, early, late]);
  const at = (line: number, value: string) =>
    problem('bad-date', { file: 'a.md', line }, { key: 'date', value });
  expect(sortProblems([at(10, '甲'), at(9, '乙'), at(9, '丙')])).toEqual([
    at(9, '丙'),
    at(9, '乙'),
    at(10, '甲'),
  ]);
});

describe('what an author pasted cannot tear the report', () => {
  const report = (value: string) =>
    formatProblems([problem('bad-date', { file: 'a.md', line: 2 }, { key: 'date', value })]);

  test.each(['一\n二\r\n三', '一\u001b[31m二', '一\u2028二\u2029三'])('%j', (value) => {
    expect(report(value).split(/[\n\r\u2028\u2029]/)).toHaveLength(3);
    expect(report(value)).not.toContain('\u001b');
  });

  test('braces in a value are not blanks', () => {
    expect(report('{key} 与 {value}')).toContain('日期：{key} 与 {value}');
  });

  test('a value of megabytes is shortened between characters', () => {
    const shown = report('🎉'.repeat(1_000_000));
    expect(shown.length).toBeLessThan(2_000);
    expect(shown.isWellFormed()).toBe(true);
    expect(shown).toContain('🎉…');
  });
});

test('a content error counts errors only and holds everything', () => {
  const error = new ContentError([late, early, whole]);
  expect(error.problems).toHaveLength(3);
  expect(error.message).toMatch(/^内容有 2 处错误，没有生成网站：\n\narticles\/2026\/a\.md\n/);
  expect(error.message).toContain('提醒：没有正文。');
});

test.each(listProblemKinds())('%s says what happened and what to do, in Chinese', (kind) => {
  const { message, hint } = problem(kind, { file: 'a.md' });
  for (const text of [message, hint]) {
    expect(text).toMatch(/^(?:[\u4e00-\u9fff“]|articles |\{advice\}$|\{text\})/);
    expect(text).not.toMatch(/undefined|null|TODO/);
  }
});
