import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/content-check.ts';
import type { Environment } from '../../../src/environment.ts';
import { sampleEnvironment } from '../samples.ts';

const work = mkdtempSync(path.join(tmpdir(), 'met-articles-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const cached = sampleEnvironment(work);

const REPORT =
  '央行今日开展逆回购操作，中标利率不变。市场人士说，季末资金面总体平稳，隔夜利率小幅上行，机构跨季准备充分，预计后续仍有投放。';

/** Each is a fault only because of another file, given with its kind. */
const FAULTS: readonly [file: string, head: string, body: string, kind: string | undefined][] = [
  ['2026/a', 'title: 甲\nid: one', '正文。', undefined],
  ['2026/b', 'title: 乙\nid: ONE', '正文。', 'duplicate-id'],
  ['2026/deep/A', 'title: 丙\nid: two', '正文。', 'duplicate-address'],
  ['2026/c', 'title: 丁\naliases: [/articles/2026/a/]', '正文。', 'alias-meets-page'],
  ['2025/e', 'title: 戊\naliases: [/old/x/]\ndate: 2025-01-01', '正文。', undefined],
  ['2026/f', 'title: 己\naliases: [/OLD/x]', '正文。', 'alias-meets-page'],
  ['2026/same', 'title: 庚', '正文。', undefined],
  ['2025/same', 'title: 辛\ndate: 2025-06-01', '正文。', undefined],
  ['2026/g', 'title: 壬\nrelated: [same]', '正文。', 'ambiguous-pin'],
  ['2026/h', 'title: 癸\nrelated: [draft]', '正文。', 'resting-pin'],
  ['2026/draft', 'title: 子\ndraft: true', '正文。', undefined],
  ['2026/i', 'title: 丑', '见[草稿](./draft.md)。', 'dead-article-link'],
  ['2026/j', 'title: 寅', '见[草稿](/articles/2026/draft/)。', 'dead-article-link'],
  ['2026/k', 'title: 卯', '见[旧闻](../2025/e.md)。', undefined],
  ['2026/l', 'title: 同题 LPR', '正文。', undefined],
  ['2026/m', 'title: 同题ＬＰＲ\ndate: 2026-03-17', '正文。', 'repeated-title'],
  ['2026/n', 'title: 央行开展操作\ndate: 2026-04-15', REPORT, 'near-copy'],
  ['2026/o', 'title: 逆回购利率不变\ndate: 2026-04-17', REPORT, 'near-copy'],
  ['2026/bad', 'title: 未：合\nnonsense: 1', '正文。', 'unknown-key'],
  ['2026/p', 'title: 辰', '见[没读到的](./bad.md)和[没有的](./none.md)。', 'dead-article-link'],
];

function write(name: string, head: string, body: string): void {
  const file = path.join(cached.contentDir, 'articles', `${name}.md`);
  mkdirSync(path.dirname(file), { recursive: true });
  const date = head.includes('date:') ? '' : '\ndate: 2026-03-15';
  writeFileSync(file, `---\n${head}${date}\nchannel: 银行\n---\n\n${body}\n`);
}

beforeAll(async () => {
  cpSync('tests/fixtures/settings', cached.contentDir, { recursive: true });
  for (const [name, head, body] of FAULTS) write(name, head, body);
  for (let i = 0; i < 150; i++)
    write(`2024/n${i}`, `title: 第${i}篇\ndate: 2024-03-15`, `正文${i}。`);
  await checkContent(cached);
});

/** With nothing in a cache all articles are read, and met. */
const uncached = (): Environment => ({
  ...cached,
  cacheDir: mkdtempSync(path.join(work, 'none-')),
});

test.each(FAULTS)('%s is told the same from the cache', async (name, _head, _body, kind) => {
  const isChosen = (file: string) => file === `articles/${name}.md`;
  const { problems } = await checkContent(cached, isChosen);
  expect(problems.map((found) => found.kind)).toEqual(kind === undefined ? [] : [kind]);
  expect(problems).toEqual((await checkContent(uncached(), isChosen)).problems);
});

test('a file changed since is read, and met as it is now', async () => {
  write('2024/n7', 'title: 第7篇\ndate: 2024-03-15\nid: fresh', '正文。');
  write('2026/q', 'title: 巳\nid: fresh', '正文。');
  const { problems } = await checkContent(cached, (file) => file === 'articles/2026/q.md');
  expect(problems.map(({ kind, message }) => [kind, message.includes('n7.md')])).toEqual([
    ['duplicate-id', true],
  ]);
});

test('an article that moved is told, whatever it is called now', async () => {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: cached.contentDir,
    });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'a');
  await checkContent(cached);
  const at = (name: string) => path.join(cached.contentDir, 'articles', `${name}.md`);
  renameSync(at('2024/n9'), at('2024/elsewhere'));
  const { problems } = await checkContent(cached, (file) => file === 'articles/2024/elsewhere.md');
  expect(problems.map(({ kind }) => kind)).toEqual(['moved-address']);
});
