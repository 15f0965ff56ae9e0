import { expect, test } from 'vitest';
import { finding, formatFindings, formatLines } from '../../../src/import/finding.ts';

test.each([
  [[1], '1'],
  [[1, 2, 3, 7, 9, 10], '1–3、7、9–10'],
])('lines %j', (lines, text) => {
  expect(formatLines(lines)).toBe(text);
});

test('many findings of one kind: a few in full, every line named', () => {
  const found = Array.from({ length: 9 }, (_, index) =>
    finding('bad-date', { file: 'a.jsonl', line: index + 1 }, { value: `第${index}天` }),
  );
  expect(formatFindings(found).split('\n')).toEqual([
    'a.jsonl:1  没有收：date（日期）读不懂：第0天',
    expect.stringContaining('    → 请写成 2026-03-15'),
    ...Array.from({ length: 8 }, () => expect.any(String)),
    '  另有 4 处同样的问题：第 6–9 行',
  ]);
});

test('braces in what the source says stay as they are', () => {
  expect(finding('bad-date', { file: 'a' }, { value: '{value}{x}' }).message).toContain(
    '{value}{x}',
  );
});
