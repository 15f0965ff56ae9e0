import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatReport, isComplete } from '../../../src/import/report.ts';
import { FIXTURES, useTrial } from './trial.ts';

const trial = useTrial();

/** A source file of these lines. */
function write(lines: readonly (object | string)[] | Buffer, name = 'news.jsonl'): string {
  const file = path.join(trial.folder, name);
  const text = (line: object | string) => (typeof line === 'string' ? line : JSON.stringify(line));
  writeFileSync(file, Buffer.isBuffer(lines) ? lines : lines.map(text).join('\n'));
  return file;
}

/** Every file of the content folder with its text. */
function readAll(dir = trial.into): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .map((file) => [path.relative(dir, file), readFileSync(file, 'utf8')])
      .sort(),
  );
}

const item = (id: string, more: object = {}) => ({
  id,
  title: `标题${id}`,
  date: '2026-03-15',
  text: `正文${id}`,
  ...more,
});

test('a file becomes a content folder that loads without a problem', async () => {
  const report = await trial.run(path.join(FIXTURES, 'news.jsonl'));
  expect(report).toMatchObject({
    items: 6,
    taken: 5,
    headlines: [{ line: 3 }],
    unchanged: 0,
    kept: [],
    repeated: [{ line: 7 }],
    created: ['site.yaml', 'channels.yaml', 'topics.yaml', 'people.yaml'],
  });
  expect(isComplete(report)).toBe(true);
  const { archive, problems } = trial.load();
  expect(problems).toEqual([]);
  expect(archive?.settings.channels.map(({ id, name }) => [id, name])).toEqual([
    ['general', '综合'],
    ['banking', '银行'],
  ]);
  expect(archive?.settings.site.since).toBe('2025');
  expect(archive?.articles.map(({ file, id, title }) => [file, id, title])).toEqual([
    [
      expect.stringMatching(/^articles\/2025\/20251231-[\da-f]{8}\.md$/),
      expect.anything(),
      '没有编号',
    ],
    ['articles/2026/item-0.md', '0', '存款保险：最高偿付 50 万元'],
    ['articles/2026/item-1234567890123456788.md', '1234567890123456788', '另一个长编号'],
    ['articles/2026/item-1234567890123456789.md', '1234567890123456789', '长编号'],
    [expect.stringMatching(/^articles\/2026\/notice-1-[\da-f]{8}\.md$/), 'Notice-1', '只有标题'],
  ]);
  expect(readAll()['articles/2026/item-0.md']).toBe(`---
title: 存款保险：最高偿付 50 万元
date: 2026-03-15 00:30
channel: 银行
id: "0"
tags: [存款, 利率, LPR]
source: { name: 示例社, url: "https://news.example/a(1)" }
---

第一段。

1\\. 第二段 \\*甲\\* 与 \\*乙\\*。
`);
});

describe('a second run', () => {
  test('changes no byte and says so', async () => {
    const file = path.join(FIXTURES, 'news.jsonl');
    await trial.run(file);
    const before = readAll();
    expect(await trial.run(file)).toMatchObject({
      taken: 0,
      unchanged: 5,
      kept: [],
      repeated: [{ line: 7 }],
      created: [],
    });
    expect(readAll()).toEqual(before);
  });

  test('adds what is new, keeps what was edited or moved, and names it', async () => {
    await trial.run(write([item('a'), item('b'), item('c')]));
    const edited = path.join(trial.into, 'articles/2026/a.md');
    writeFileSync(edited, readFileSync(edited, 'utf8').replace('正文a', '改过的正文'));
    mkdirSync(path.join(trial.into, 'articles/2026/03'));
    cpSync(
      path.join(trial.into, 'articles/2026/b.md'),
      path.join(trial.into, 'articles/2026/03/bb.md'),
    );
    rmSync(path.join(trial.into, 'articles/2026/b.md'));
    const before = readAll();
    const report = await trial.run(write([item('d'), item('c'), item('b'), item('a')]));
    expect(report).toMatchObject({
      taken: 1,
      unchanged: 2,
      kept: [{ place: { line: 4 }, file: 'articles/2026/a.md' }],
    });
    expect(isComplete(report)).toBe(true);
    expect(readAll()).toMatchObject(before);
  });

  test('line ends that git changed are no change', async () => {
    const file = write([item('a')]);
    await trial.run(file);
    const article = path.join(trial.into, 'articles/2026/a.md');
    writeFileSync(article, readFileSync(article, 'utf8').replaceAll('\n', '\r\n'));
    expect(await trial.run(file)).toMatchObject({ unchanged: 1, kept: [] });
  });
});

describe('nothing is lost in silence', () => {
  test('two sources that both count from 0', async () => {
    await trial.run(write([item('0')]));
    const other = { title: '别的', date: '2024-01-01', text: '别的', source: '另一家' };
    const report = await trial.run(write([item('0', other)]));
    expect(report).toMatchObject({ taken: 0, unchanged: 0, kept: [] });
    expect(report.findings).toMatchObject([{ kind: 'taken-id', line: 1 }]);
    expect(isComplete(report)).toBe(false);
  });

  test('a file of that name that is another article, also in another case or folder', async () => {
    mkdirSync(path.join(trial.into, 'articles/2026/03'), { recursive: true });
    const text = '---\ntitle: 手写\ndate: 2026-03-15\nchannel: 综合\nid: own\n---\n\n正文\n';
    writeFileSync(path.join(trial.into, 'articles/2026/03/A.mdx'), text);
    const report = await trial.run(write([item('a')]));
    expect(report.findings).toMatchObject([{ kind: 'taken-address', line: 1 }]);
    expect(report.findings[0]?.message).toContain('articles/2026/03/A.mdx');
    expect(readAll()).toEqual({ 'articles/2026/03/A.mdx': text });
  });

  test('the whole report on a faulty file', async () => {
    const report = await trial.run(path.join(FIXTURES, 'faulty.jsonl'));
    expect(report.taken + new Set(report.findings.map(({ line }) => line)).size - 1).toBe(12);
    const shown = formatReport({ ...report, file: 'faulty.jsonl', into: 'content' }, 1.24);
    const text = shown.replaceAll(path.join(FIXTURES, 'faulty.jsonl'), 'faulty.jsonl');
    expect(`${text}\n`).toBe(readFileSync(path.join(FIXTURES, 'faulty.report.txt'), 'utf8'));
    expect(isComplete(report)).toBe(false);
  });
});

describe('bytes', () => {
  test('a byte-order mark, CRLF and no last line end', async () => {
    const lines = `\uFEFF${JSON.stringify(item('a'))}\r\n\r\n${JSON.stringify(item('b'))}`;
    expect(await trial.run(write(Buffer.from(lines)))).toMatchObject({
      items: 2,
      taken: 2,
      findings: [],
    });
  });

  test('a line that is not UTF-8 is named, the others are taken', async () => {
    const gbk = Buffer.from([0xd1, 0xeb, 0xd0, 0xd0]);
    const bytes = [
      Buffer.from(`${JSON.stringify(item('a'))}\n{"title": "`),
      gbk,
      Buffer.from('"}\n'),
    ];
    const report = await trial.run(
      write(Buffer.concat([...bytes, Buffer.from(JSON.stringify(item('b')))])),
    );
    expect(report.taken).toBe(2);
    expect(report.findings).toMatchObject([{ kind: 'not-utf8', line: 2 }]);
  });

  test('a line longer than one block', async () => {
    const text = '很长的正文。'.repeat(100_000);
    const report = await trial.run(write([item('a'), item('b', { text }), item('c')]));
    expect(report).toMatchObject({ taken: 3, findings: [] });
    expect(readAll()['articles/2026/b.md']).toContain(`\n${text}\n`);
  });

  test.each([
    ['no line', [], 'no-items'],
    ['blank lines', ['', ' '], 'no-items'],
    ['an array over several lines', ['[', '  {"title": "甲"}', ']'], 'json-array'],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'not-utf8'],
  ] as const)('%s: nothing is created', async (_, lines, kind) => {
    const report = await trial.run(write(lines));
    expect(report.findings).toMatchObject([{ kind }]);
    expect(isComplete(report)).toBe(false);
    expect(readdirSync(trial.folder)).toEqual(['news.jsonl']);
  });
});

describe('settings that are there', () => {
  const settings = (channels: string) => {
    mkdirSync(trial.into);
    writeFileSync(path.join(trial.into, 'channels.yaml'), channels);
    writeFileSync(path.join(trial.into, 'site.yaml'), '# 我的\n');
  };

  test('are never written over; a channel that is missing is added below', async () => {
    settings('# 栏目\n- { id: banking, name: 银行 } # 别动\n');
    const report = await trial.run(
      write([item('a', { channel: '银行' }), item('b', { channel: '监管政策' }), item('c')]),
    );
    expect(report).toMatchObject({
      created: ['topics.yaml', 'people.yaml'],
      addedChannels: ['监管政策', '综合'],
    });
    expect(readAll()).toMatchObject({
      'channels.yaml': `# 栏目
- { id: banking, name: 银行 } # 别动
- { id: regulation, name: 监管政策 }
- { id: general, name: 综合 }
`,
      'site.yaml': '# 我的\n',
    });
  });

  test('a list that cannot be added to is left alone, with the lines to add', async () => {
    settings('[{ id: banking, name: 银行 }]\n');
    const report = await trial.run(write([item('a')]));
    expect(report.taken).toBe(1);
    expect(report.findings).toMatchObject([{ kind: 'closed-channels' }]);
    expect(report.findings[0]?.hint).toContain('- { id: general, name: 综合 }');
    expect(readAll()['channels.yaml']).toBe('[{ id: banking, name: 银行 }]\n');
  });

  test('a broken channels.yaml stops the import before it starts', async () => {
    settings('- { id: banking\n');
    await expect(trial.run(write([item('a')]))).rejects.toThrow(/channels\.yaml 读不懂/);
    expect(Object.keys(readAll())).toEqual(['channels.yaml', 'site.yaml']);
  });
});

test('--channel and --zone', async () => {
  const line = item('a', { date: '2026-03-15 20:00' });
  await trial.run(write([line]), { channel: '要闻', zone: 'UTC' });
  expect(readAll()['articles/2026/a.md']).toContain('date: 2026-03-16 04:00\nchannel: 要闻\n');
  expect(readAll()['channels.yaml']).toContain('- { id: top-news, name: 要闻 }');
});

test('the same source gives the same bytes in another folder', async () => {
  await trial.run(path.join(FIXTURES, 'news.jsonl'));
  const first = readAll();
  trial.into = path.join(trial.folder, 'other');
  await trial.run(path.join(FIXTURES, 'news.jsonl'));
  expect(readAll()).toEqual(first);
});
