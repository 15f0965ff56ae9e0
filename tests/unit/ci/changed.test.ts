import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git, Origin } from './repository.ts';

// Each case runs git many times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SCRIPT = path.resolve('.ci/changed');
const folder = mkdtempSync(path.join(tmpdir(), 'ballast-changed-'));
const origin = new Origin(path.join(folder, 'origin'));

beforeAll(() => {
  for (const name of ['旧稿.md', '删掉.md']) origin.write(`content/articles/2026/${name}`, '一');
  origin.commit('first');
  git(origin.folder, 'checkout', '-qb', '稿件/降准');
  origin.write('content/articles/2026/央行 降准.md', '二');
  origin.write('content/articles/2026/旧稿.md', '改过');
  origin.write('src/a.ts', '');
  rmSync(path.join(origin.folder, 'content/articles/2026/删掉.md'));
  origin.commit('change');
  git(origin.folder, 'branch', 'fork');
  git(origin.folder, 'checkout', '-q', 'main');
  // The branch is behind by more than a shallow clone holds.
  for (let number = 0; number < 3; number++) {
    origin.write(`content/articles/2026/另一篇${number}.md`, '三');
    origin.commit(`main ${number}`);
  }
  origin.request('fork', 1);
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a whole clone', []],
  ['a shallow clone', ['--depth=1']],
])('%s: what the branch changed, names in Chinese, nothing deleted, no program', (name, depth) => {
  const clone = path.join(folder, name);
  const url = `file://${origin.folder}`;
  git(folder, 'clone', '-q', ...depth, '-b', '稿件/降准', url, clone);
  const listed = execFileSync(SCRIPT, ['main'], { cwd: clone, encoding: 'utf8' });
  expect(listed.split('\0').sort()).toEqual([
    '',
    'content/articles/2026/央行 降准.md',
    'content/articles/2026/旧稿.md',
  ]);
});

test.each(['merge', 'head'])('the %s of a pull request, checked out with no history', (ref) => {
  const clone = path.join(folder, ref);
  origin.checkOut(`refs/pull/1/${ref}`, clone);
  const listed = execFileSync(SCRIPT, ['main'], { cwd: clone, encoding: 'utf8' });
  expect(listed.split('\0')).toHaveLength(3);
});
