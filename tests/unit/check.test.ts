import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { locateFile, readCheckOptions } from '../../scripts/console/check-options.ts';
import { problem } from '../../src/news/problem.ts';
import { formatAnnotations } from '../../src/news/problem-report.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'check-'));
const articles = path.join(folder, 'articles/2026');
mkdirSync(articles, { recursive: true });
writeFileSync(path.join(articles, 'a.md'), '---\ntitle：央行降准\n---\n\n正文。\n');
writeFileSync(path.join(articles, 'b.md'), '');
writeFileSync(path.join(articles, 'note.zip'), '备忘');
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number; text: string } {
  const env = { ...process.env, CONTENT_DIR: folder, CACHE_DIR: path.join(folder, '.cache') };
  try {
    const text = execFileSync(process.execPath, ['scripts/check.mjs', ...args], {
      env,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { status: 0, text };
  } catch (cause) {
    const { status, stdout, stderr } = cause as { status: number; stdout: string; stderr: string };
    return { status, text: stdout + stderr };
  }
}

test('reports every file at once and fails on errors', () => {
  const { status, text } = run();
  expect(status).toBe(1);
  expect(text).toContain('articles/2026/a.md:2:6  错误：“title”后面用了中文冒号“：”。');
  expect(text).toContain('articles/2026/b.md  错误：文件是空的。');
  expect(text).toContain('\n1 个文件里有能自动改好的地方：运行 npm run check -- --fix');
});

test('an author is not sent to --fix where it mends nothing', () => {
  expect(run('articles/2026/b.md').text).not.toContain('--fix');
});

test('tells only of the chosen file', () => {
  const { status, text } = run('--format', 'json', 'articles/2026/b.md');
  expect(status).toBe(1);
  expect(JSON.parse(text)).toMatchObject([
    { kind: 'empty-file', file: 'articles/2026/b.md', link: 'docs/checks.zh.md#empty-file' },
  ]);
});

test('warnings fail only a strict check', () => {
  expect(run('articles/2026/note.zip')).toMatchObject({ status: 0 });
  expect(run('--strict', 'articles/2026/note.zip')).toMatchObject({ status: 1 });
});

test.each([
  [['--fast'], '没有 --fast 这个选项。'],
  [['--format', 'xml'], '没有 xml 这种格式。'],
])('%j is answered in Chinese', (args, message) => {
  expect(() => readCheckOptions(args)).toThrow(message);
});

test('finds files from both folders and passes over others', () => {
  const places = { root: '/p', contentDir: '/p/content' };
  const exists = (file: string) =>
    ['/p/content/a.md', '/p/content/关.md', '/p/README.md'].includes(file);
  expect(locateFile('content/a.md', places, exists)).toBe('a.md');
  expect(locateFile('a.md', places, exists)).toBe('a.md');
  expect(locateFile('content\\a.md', places, exists)).toBe('a.md');
  expect(locateFile('README.md', places, exists)).toBeUndefined();
  expect(locateFile('b.md', places, exists)).toBeUndefined();
  expect(locateFile('"content/\\345\\205\\263.md"', places, exists)).toBe('关.md');
});

test('a list with deleted and other files still checks the rest', () => {
  const { status, text } = run(
    '--format',
    'json',
    'content/gone.md',
    'README.md',
    'articles/2026/b.md',
  );
  expect(status).toBe(1);
  expect(text).toContain('empty-file');
  expect(text).toContain('跳过：content/gone.md');
});

test('a name typed wrongly is no clean bill', () => {
  const { status, text } = run('articles/2026/gone.md');
  expect(status).toBe(0);
  expect(text).toBe('没有查任何文件。\n');
});

test('escapes what would end an annotation early', () => {
  const found = problem(
    'missing-image',
    { file: 'a,b:50%.md', line: 3, column: 5 },
    { src: '涨5%.png' },
  );
  expect(formatAnnotations([found], 'content')).toBe(
    '::error file=content/a%2Cb%3A50%25.md,line=3,col=5::找不到图片“涨5%25.png”。%0A' +
      '→ 请把图片放在稿件旁边，并检查文件名（区分大小写）是否一致。%0Adocs/checks.zh.md#missing-image',
  );
});
