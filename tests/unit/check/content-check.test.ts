import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent, loadCheckedArchive } from '../../../src/check/content-check.ts';
import { sampleEnvironment } from '../samples.ts';

/** In ms; 600 files on a busy machine. */
const SLOW_DISK = 60_000;

const work = mkdtempSync(path.join(tmpdir(), 'content-check-'));
afterAll(() => rmSync(work, { recursive: true, force: true }), SLOW_DISK);

const environment = sampleEnvironment(work);

function write(file: string, text: string): void {
  const absolute = path.join(environment.contentDir, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}

function article(title: string, body: string, head = ''): string {
  return `---\ntitle: ${title}\ndate: 2026-03-15\nchannel: 银行\n${head}---\n\n${body}\n`;
}

beforeAll(() => {
  cpSync('tests/fixtures/settings', environment.contentDir, { recursive: true });
  const rule =
    '{ id: a, name: 承诺收益, words: [稳赚], advice: 请删去。, basis: 《广告法》第二十五条 }';
  write('rules/finance.yaml', `- ${rule}\n`);
  write('articles/2026/ad.md', article('推广', '稳赚。', 'kind: 推广\n'));
  write('articles/2026/dots.md', article('新闻', '等等...'));
  // One more thread's worth of good articles.
  for (let i = 0; i < 600; i++) write(`articles/2026/n${i}.md`, article(`第${i}篇`, `正文${i}。`));
}, SLOW_DISK);

const summary = (problems: readonly { kind: string; severity: string; file: string }[]) =>
  problems.map(({ kind, severity, file }) => `${severity} ${kind} ${file}`).sort();

test('the whole folder, from threads and then from the cache, says the same', async () => {
  const { problems: first } = await checkContent(environment);
  expect(summary(first)).toEqual([
    'error promotion-rule articles/2026/ad.md',
    'warning wrong-ellipsis articles/2026/dots.md',
  ]);
  expect((await checkContent(environment)).problems).toEqual(first);
});

test('a changed file and a changed rule are looked at again', async () => {
  write('articles/2026/dots.md', article('新闻', '等等……稳赚。'));
  expect(summary((await checkContent(environment)).problems)).toContain(
    'warning desk-rule articles/2026/dots.md',
  );
  const rule =
    '{ id: a, name: 承诺, words: [必涨], advice: 请删去。, basis: 《广告法》第二十五条 }';
  write('rules/finance.yaml', `- ${rule}\n`);
  expect((await checkContent(environment)).problems).toEqual([]);
  write('rules/finance.yaml', `- ${rule.replace('必涨', '稳赚')}\n`);
});

test('only what was asked for', async () => {
  const { problems: found } = await checkContent(
    environment,
    (file) => file === 'articles/2026/dots.md',
  );
  expect(summary(found)).toEqual(['warning desk-rule articles/2026/dots.md']);
});

test('a build is told everything and stopped by none of it', async () => {
  const { archive, problems } = await loadCheckedArchive(environment);
  expect(archive?.sources).toBe(602);
  expect(summary(problems)).toEqual([
    'warning desk-rule articles/2026/dots.md',
    'warning promotion-rule articles/2026/ad.md',
  ]);
});

test('MDX that cannot be read stops a build, a rule file that cannot does not', async () => {
  write('rules/bad.yaml', '- { id: b, name: 缺少词 }\n');
  expect((await loadCheckedArchive(environment)).archive?.sources).toBe(602);
  write('articles/2026/code.mdx', article('代码', '利率<5%。'));
  const { archive, problems } = await loadCheckedArchive(environment);
  expect(archive).toBeUndefined();
  expect(summary(problems)).toContain('error broken-mdx articles/2026/code.mdx');
  rmSync(path.join(environment.contentDir, 'articles/2026/code.mdx'));
});

test('a rule file that cannot be read is an error of its own', async () => {
  write('rules/bad.yaml', '- { id: b, name: 缺少词 }\n');
  const { problems: found } = await checkContent(environment, (file) => file === 'rules/bad.yaml');
  expect(summary(found)).toContain('error bad-value rules/bad.yaml');
  rmSync(path.join(environment.contentDir, 'rules/bad.yaml'));
});
