import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createArticle, proposeAddress } from '../../../src/desk/new-article.ts';
import { readArticle } from '../../../src/news/article-reader.ts';
import { proposeSlug } from '../../../src/news/proposed-slug.ts';

// Each command starts a process.
vi.setConfig({ testTimeout: 30_000 });

let content = '';

beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), 'ballast-new-'));
  writeFileSync(
    path.join(content, 'channels.yaml'),
    '- { id: banking, name: 银行 }\n- { id: funds, name: 基金 }\n',
  );
});

afterEach(() => rmSync(content, { recursive: true }));

/** 2027-01-01 00:30 in Beijing, still 2026 in UTC. */
const NOW = Date.parse('2026-12-31T16:30:00Z');

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new.ts', ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, CONTENT_DIR: content, BUILD_TIME: '2026-12-31T16:30:00Z' },
  });

/** The command at a terminal; each answer is typed when its question has come. Needs util-linux. */
const converse = (title: string, answers: readonly [question: string, answer: string][]) =>
  new Promise<string>((resolve) => {
    const command = `${process.execPath} scripts/new.ts ${title}`;
    const env = { ...process.env, CONTENT_DIR: content, BUILD_TIME: '2026-12-31T16:30:00Z' };
    const child = spawn('script', ['-qec', command, '/dev/null'], { env });
    const left = [...answers];
    let [output, seen] = ['', 0];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [question, answer] = left[0] ?? [];
      if (question === undefined || !output.slice(seen).includes(question)) return;
      seen = output.length;
      left.shift();
      child.stdin.write(answer);
    });
    child.on('close', () => resolve(output));
  });

const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);

describe.skipIf(!hasTerminal)('at a terminal', () => {
  test('what cannot be a channel is asked again; Enter takes the proposed address', async () => {
    const output = await converse('一万元存三年', [
      ['写序号或栏目名：', '9\r'],
      ['写序号或栏目名：', '基金\r'],
      ['（直接回车用 yi-wan-yuan-cun-san-nian）：', '\r'],
    ]);
    expect(output).toContain('没有“9”，请再写一次。');
    const file = path.join(content, 'articles/2027/yi-wan-yuan-cun-san-nian.md');
    expect(readFileSync(file, 'utf8')).toContain('\nchannel: 基金\n');
  });

  test('Ctrl+C makes nothing and is no fault of the program', async () => {
    const output = await converse('一万元', [['写序号或栏目名：', '\x03']]);
    expect(output).toContain('已取消，没有新建稿件。');
    expect(output).not.toContain('程序出错');
  });
});

test('a dated draft with an id, in the year and at the hour of Beijing', () => {
  const title = '央行 #3号公告：“昂贵”就是新标准？';
  const slug = proposeAddress(content, title, NOW);
  const { file, address } = createArticle(content, { title, channel: '银行', slug, now: NOW });
  expect(file).toBe('articles/2027/yang-hang-3-hao-gong-gao-ang-gui.md');
  expect(address).toBe('/articles/2027/yang-hang-3-hao-gong-gao-ang-gui/');
  const source = readFileSync(path.join(content, file), 'utf8');
  expect(source).toBe(`---
title: "央行 #3号公告：“昂贵”就是新标准？"
date: 2027-01-01 00:30
channel: 银行
id: 20270101-yang-hang-3-hao-gong-gao-ang-gui
summary:
tags: []
draft: true
---

正文写在这里。
`);
  expect(readArticle(source, file)).toMatchObject({
    problems: [],
    article: { title, draft: true, date: NOW },
  });
});

describe('the address', () => {
  test.each([
    ['重庆银行行长谈同行竞争', 'chong-qing-yin-hang-hang-zhang-tan'],
    ['LPR 连降三次', 'lpr-lian-jiang-san-ci'],
    ['绿色金融，怎么算“绿”', 'lv-se-jin-rong-zen-me-suan'],
    ['🎉！', ''],
  ])('%s → %s', (title, slug) => {
    expect(proposeSlug(title)).toMatch(new RegExp(`^${slug}`));
  });

  test('one that is taken, also in another case or folder, gets a number', () => {
    mkdirSync(path.join(content, 'articles/2027/01'), { recursive: true });
    const text = '---\ntitle: 甲\ndate: 2027-01-01\nchannel: 银行\n---\n\n正文\n';
    writeFileSync(path.join(content, 'articles/2027/01/LPR.mdx'), text);
    expect(proposeAddress(content, 'LPR', NOW)).toBe('lpr-2');
    expect(() =>
      createArticle(content, { title: '乙', channel: '银行', slug: 'lpr', now: NOW }),
    ).toThrow(/“lpr”已经有稿件了：articles\/2027\/01\/LPR\.mdx/);
  });

  test('a title without a letter is named by its day', () => {
    expect(proposeAddress(content, '🎉！', NOW)).toBe('gao-20270101');
  });
});

describe('the command', () => {
  test('without a terminal it asks nothing', () => {
    const { status, stdout } = run('存款利率下调', '--channel', 'banking');
    expect(stdout).toContain(`已建好：${content}/articles/2027/cun-kuan-li-lv-xia-tiao.md`);
    expect(stdout).toContain('http://localhost:4321/articles/2027/cun-kuan-li-lv-xia-tiao/');
    expect(status).toBe(0);
  });

  test.each([
    [[], '没有写标题'],
    [['甲'], '请加上 --channel，可以写：银行、基金'],
    [['甲', '--channel', '银航'], '没有名为“银航”的栏目'],
    [['甲', '--channel', '银行', '--address', '？'], '“？”不能作网址'],
    [['甲', '--chanel', '银行'], '没有 --chanel 这个选项'],
  ])('%j: nothing is written', (args, message) => {
    const { status, stderr } = run(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(status).toBe(1);
  });
});
