import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

// Each case starts a process.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'ballast-command-'));

afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/import.ts', ...args], { encoding: 'utf8' });

test('a good file: the report, status 0', () => {
  const { status, stdout, stderr } = run('tests/fixtures/import/news.jsonl', '--into', folder);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/新收 {6}5 篇，其中只有标题、没有正文的 1 篇/);
});

test.each([
  ['help', ['--help'], 0, /^用法：npm run import/m],
  ['items left out', ['tests/fixtures/import/faulty.jsonl', '--into', `${folder}/x`], 1, /没有收/],
  ['no such file', ['nowhere.jsonl', '--into', folder], 1, /^找不到文件：nowhere\.jsonl\n→ /],
  ['an option that is none', ['nowhere.jsonl', '--chanel', '甲'], 1, /^没有 --chanel 这个选项/],
  [
    'a file in the way',
    ['tests/fixtures/import/news.jsonl', '--into', 'package.json/x'],
    1,
    /^读写 .*是文件，不是文件夹/,
  ],
])('%s', (_, args, status, output) => {
  const result = run(...args);
  expect(result.status).toBe(status);
  expect(result.stdout + result.stderr).toMatch(output);
  expect(result.stderr).not.toMatch(/\n {4}at /);
});
