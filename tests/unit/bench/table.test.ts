import { expect, test } from 'vitest';
import { readPhases } from '../../../scripts/bench/scale/ballast.ts';
import { measure } from '../../../scripts/bench/scale/measure.ts';
import type { Row } from '../../../scripts/bench/scale/row.ts';
import { formatTable } from '../../../scripts/bench/scale/table.ts';

const row = (fields: Partial<Row>): Row => ({
  size: '1000',
  tool: 'Ballast',
  step: 'no change',
  load: 0.25,
  seconds: 3,
  searchSeconds: 0,
  cpu: 4,
  peakMb: 500,
  files: 20,
  bytes: 2_500_000,
  phases: {},
  ...fields,
});

test('the ratio is to Eleventy on the same articles, without search', () => {
  const table = formatTable([
    row({ tool: 'Eleventy', size: '10000', seconds: 100 }),
    row({ tool: 'Eleventy', step: 'full build', seconds: 2, cpu: 8 }),
    row({ seconds: 9, searchSeconds: 4, made: 7, phases: { 生成页面: 5 } }),
    {
      size: '1000',
      tool: 'Ballast',
      step: 'dev server',
      load: 1,
      seconds: 3,
      searchSeconds: 0,
      phases: {},
    },
  ]).split('\n');
  expect(table[4]).toBe(
    '| 1000 | Ballast | no change | 0.3 | 9.0 | 5.0 | 2.50 | 4.0 | 0.50 | 500 | 7 | 20 | 2.5 | 生成页面 5.0 |',
  );
  expect(table[5]).toBe('| 1000 | Ballast | dev server | 1.0 | 3.0 |  |  |  |  |  |  |  |  |  |');
});

test('phases come from the summary of a build', () => {
  const summary =
    '完成：dist\n  页面  12\n  用时  61.5 秒（读取与检查 1.0 秒，搜索索引 60.5 秒）\n  提醒  0';
  expect(readPhases(summary)).toEqual({ 读取与检查: 1, 搜索索引: 60.5 });
  expect(readPhases('')).toEqual({});
});

test('a measured command: its output, and its children’s processor time', async () => {
  const burn =
    'const end = performance.now() + 500; while (performance.now() < end); console.log(7)';
  const command = { args: [process.execPath, '-e', burn] as [string, ...string[]], cwd: '.' };
  const { output, cpu, seconds } = await measure(command);
  expect(output).toBe('7\n');
  expect(cpu).toBeGreaterThan(0);
  expect(cpu).toBeLessThan(seconds * 64);
});

test('a command that fails is an error with what it printed', async () => {
  const args = [process.execPath, '-e', 'console.error("no"); process.exit(3)'];
  await expect(measure({ args: args as [string, ...string[]], cwd: '.' })).rejects.toThrow('no');
});
