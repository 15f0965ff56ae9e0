import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

// Each case runs git many times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SCRIPT = path.resolve('.ci/changed');
const folder = mkdtempSync(path.join(tmpdir(), 'ballast-changed-'));
const origin = path.join(folder, 'origin');

const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

function write(file: string, text: string): void {
  const absolute = path.join(origin, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}

function commit(message: string): void {
  git(origin, 'add', '-A');
  git(origin, 'commit', '-qm', message);
}

beforeAll(() => {
  mkdirSync(origin);
  git(origin, 'init', '-q', '-b', 'main');
  for (const name of ['旧稿.md', '删掉.md']) write(`content/articles/2026/${name}`, '一');
  commit('first');
  git(origin, 'checkout', '-qb', '稿件/降准');
  write('content/articles/2026/央行 降准.md', '二');
  write('content/articles/2026/旧稿.md', '改过');
  write('src/a.ts', '');
  rmSync(path.join(origin, 'content/articles/2026/删掉.md'));
  commit('change');
  git(origin, 'checkout', '-q', 'main');
  // The branch is behind by more than a shallow clone holds.
  for (let number = 0; number < 3; number++) {
    write(`content/articles/2026/另一篇${number}.md`, '三');
    commit(`main ${number}`);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a whole clone', []],
  ['a shallow clone', ['--depth=1']],
])('%s: what the branch changed, names in Chinese, nothing deleted, no program', (name, depth) => {
  const clone = path.join(folder, name);
  const url = `file://${origin}`;
  git(folder, 'clone', '-q', ...depth, '-b', '稿件/降准', url, clone);
  const listed = execFileSync(SCRIPT, ['main'], { cwd: clone, encoding: 'utf8' });
  expect(listed.split('\0').sort()).toEqual([
    '',
    'content/articles/2026/央行 降准.md',
    'content/articles/2026/旧稿.md',
  ]);
});

test('a detached merge commit, as a pull request is checked out', () => {
  const clone = path.join(folder, 'merge');
  git(folder, 'clone', '-q', `file://${origin}`, clone);
  git(clone, 'checkout', '-q', '--detach', 'origin/main');
  git(clone, 'merge', '-q', '--no-edit', 'origin/稿件/降准');
  const listed = execFileSync(SCRIPT, ['main'], { cwd: clone, encoding: 'utf8' });
  expect(listed.split('\0')).toHaveLength(3);
});
