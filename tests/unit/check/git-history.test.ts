import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isArticleFile } from '../../../src/check/archive-findings.ts';
import { listFormerFiles } from '../../../src/check/git-history.ts';

const work = mkdtempSync(path.join(tmpdir(), 'history-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function git(folder: string, ...args: string[]): void {
  const as = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...as, ...args], { cwd: folder, stdio: 'pipe' });
}

function list(content: string, base?: string) {
  const isThere = (file: string) => existsSync(path.join(content, file));
  return listFormerFiles(content, isArticleFile, isThere, base);
}

test('a renamed file is found before and after its commit, and since a base; nothing in a shallow clone', async () => {
  const repository = path.join(work, 'site');
  const folder = path.join(repository, 'content/articles/2026');
  const content = path.join(repository, 'content');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '旧 名.md'), '原文\n');
  writeFileSync(path.join(folder, 'notes.txt'), '备忘\n');
  git(repository, 'init', '-q');
  git(repository, 'add', '.');
  git(repository, 'commit', '-qm', 'first');
  expect(await list(content)).toEqual([]);

  renameSync(path.join(folder, '旧 名.md'), path.join(folder, 'xin.md'));
  const former = [{ file: 'articles/2026/旧 名.md', text: '原文\n' }];
  expect(await list(content)).toEqual(former);
  git(repository, 'add', '-A');
  git(repository, 'commit', '-qm', 'rename');
  expect(await list(content)).toEqual(former);

  writeFileSync(path.join(folder, 'xin.md'), '原文，改过\n');
  git(repository, 'commit', '-qam', 'another');
  expect(await list(content)).toEqual([]);
  expect(await list(content, 'HEAD~2')).toEqual(former);
  expect(await list(content, 'nowhere')).toEqual([]);

  const clone = path.join(work, 'clone');
  git(work, 'clone', '-q', '--depth', '1', `file://${repository}`, clone);
  expect(await list(path.join(clone, 'content'))).toEqual([]);
});

test('without a repository there is no history', async () => {
  const content = path.join(work, 'plain');
  mkdirSync(content);
  expect(await list(content)).toEqual([]);
});
