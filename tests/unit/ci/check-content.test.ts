import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git, Origin } from './repository.ts';

// Each case runs git and the check.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'ballast-check-content-'));
const article = (title: string, date: string) =>
  `---\ntitle: ${title}\ndate: ${date}\nchannel: 银行\n---\n\n${title}的正文，一篇一个样。\n`;

beforeAll(() => {
  const origin = new Origin(path.join(folder, 'origin'));
  for (const part of ['.ci', 'scripts', 'src', 'package.json', 'tsconfig.json']) {
    cpSync(part, path.join(origin.folder, part), { recursive: true });
  }
  origin.write('content/channels.yaml', '- { id: banking, name: 银行 }\n');
  origin.write('content/articles/2026/旧 名.md', article('存款利率下调', '2026-03-15'));
  origin.commit('first');
  git(origin.folder, 'checkout', '-qb', '稿件');
  const articles = path.join(origin.folder, 'content/articles/2026');
  renameSync(path.join(articles, '旧 名.md'), path.join(articles, '新名.md'));
  origin.commit('rename');
  const wrong = article('央行降准', '2026-03-16').replace('title: ', 'title：');
  origin.write('content/articles/2026/央行 降准.md', wrong);
  origin.commit('write');
  git(origin.folder, 'checkout', '-q', 'main');
  git(origin.folder, 'checkout', '-qb', 'code');
  origin.write('README.md', '');
  origin.commit('code');
  git(origin.folder, 'checkout', '-q', 'main');
  origin.write('content/articles/2026/另一篇.md', article('另一篇', '2026-03-17'));
  origin.commit('meanwhile');
  origin.request('稿件', 1);
  origin.request('code', 2);
  for (const [ref, name] of RUNS) {
    origin.checkOut(ref, path.join(folder, name));
    symlinkSync(path.resolve('node_modules'), path.join(folder, name, 'node_modules'));
  }
});

/** GitHub runs the merge, GitLab and Gitee the branch. */
const RUNS = [
  ['refs/pull/1/merge', 'merge'],
  ['refs/pull/1/head', 'head'],
  ['refs/pull/2/merge', 'code'],
] as const;

afterAll(() => rmSync(folder, { recursive: true }));

function check(name: string, ...args: string[]) {
  const cwd = path.join(folder, name);
  const { status, stdout } = spawnSync(path.join(cwd, '.ci/check-content'), args, {
    cwd,
    encoding: 'utf8',
  });
  return { status, stdout };
}

test('annotations for what changed, also what an earlier commit of the branch moved', () => {
  expect(check('merge', 'main', 'github')).toEqual({
    status: 1,
    stdout: `::error file=content/articles/2026/央行 降准.md,line=2,col=6::“title”后面用了中文冒号“：”。%0A→ 请改成英文冒号加一个空格，例如：title: 央行降准%0Adocs/checks.zh.md#fullwidth-colon
::warning file=content/articles/2026/新名.md,line=2::这篇稿件原来的地址是 /articles/2026/旧-名/，现在变了，旧链接会打不开。%0A→ 请在信息块里加一行：aliases: [/articles/2026/旧-名/]%0Adocs/checks.zh.md#moved-address
`,
  });
});

test('the same as text, for a branch that is not merged', () => {
  const { status, stdout } = check('head', 'main');
  expect(status).toBe(1);
  expect(stdout).toContain('articles/2026/央行 降准.md:2:6  错误：');
  expect(stdout).toContain('/articles/2026/旧-名/');
});

test('nothing of the content has changed', () => {
  expect(check('code', 'main')).toEqual({ status: 0, stdout: '这次没有改动稿件和设置。\n' });
});

test('what cannot be listed is not taken for nothing', () => {
  expect(check('code', 'nowhere').status).not.toBe(0);
});
