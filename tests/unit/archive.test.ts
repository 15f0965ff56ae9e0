import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadArchive } from '../../src/archive/archive.ts';
import { readLists, writeLists } from '../../src/archive/cache.ts';
import {
  isFile,
  listContentFiles,
  readText,
  signatureOf,
} from '../../src/archive/content-files.ts';
import { publish } from '../../src/news/publish.ts';
import { BASICS, beijing } from './samples.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-archive-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const NOW = beijing('2026-11-25 12:00');
const SETTINGS = {
  'site.yaml':
    'name: 测试财经\ndescription: 简介。\naddress: https://test.example\norganisation: 测试编辑部\nsince: 2020\nnamespace: tag:test.example,2020\n',
  'channels.yaml': '- { id: banking, name: 银行 }\n',
};
const article = (lines = '', body = '正文。') => `---\n${BASICS}\n${lines}\n---\n\n${body}\n`;

type Files = Record<string, string | Uint8Array>;

function makeFolder(files: Files): string {
  const folder = mkdtempSync(path.join(work, 'content-'));
  writeInto(folder, files);
  return folder;
}

function writeInto(folder: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
}

function load(contentDir: string, now = NOW) {
  const { archive, problems } = loadArchive({
    root: work,
    contentDir,
    outDir: path.join(contentDir, '..', 'dist'),
    cacheDir: `${contentDir}-cache`,
    siteUrl: undefined,
    now,
  });
  return {
    archive,
    problems: problems.map(({ file, line, kind }) => `${file}:${line ?? ''} ${kind}`).sort(),
  };
}

const loadFiles = (files: Files) => load(makeFolder({ ...SETTINGS, ...files }));

describe('every file is an article, or somebody hears of it', () => {
  const right = [
    'articles/2026/a.md',
    'articles/2026/b.mdx',
    'articles/2026/Upper.MD',
    'articles/2026/深/处/c.md',
    'articles/2026/_d.md',
    'articles/2026/中文 名#1%.md',
    'articles/2026/100%.md',
  ];

  test('all right names are listed, sorted, and read', () => {
    const folder = makeFolder({
      ...SETTINGS,
      ...Object.fromEntries(right.map((file) => [file, article()])),
    });
    expect(listContentFiles(folder)).toEqual({
      articles: [...right].sort(),
      settings: ['channels.yaml', 'site.yaml'],
      rules: [],
      problems: [],
    });
    const { archive, problems } = load(folder);
    expect(problems).toEqual([]);
    expect(archive?.sources).toBe(right.length);
    expect(archive?.articles).toHaveLength(right.length);
  });

  test.each([
    ['articles/2026/a.md.txt', 'wrong-extension'],
    ['articles/2026/a.txt', 'wrong-extension'],
    ['articles/2026/a.markdown', 'wrong-extension'],
    ['articles/2026/a.docx', 'wrong-extension'],
    ['articles/2026/a.DOC', 'wrong-extension'],
    ['articles/2026/a.wps', 'wrong-extension'],
    ['articles/2026/a.md ', 'wrong-extension'],
    ['articles/2026/a.mdx.bak', 'wrong-extension'],
    ['articles/2026/稿件', 'wrong-extension'],
    ['articles/2026/稿件。md', 'wrong-extension'],
    ['articles/a.md', 'no-year-folder'],
    ['articles/草稿/a.md', 'no-year-folder'],
    ['a.md', 'no-year-folder'],
    ['2026/a.md', 'no-year-folder'],
    ['Articles/2026/a.md', 'no-year-folder'],
    ['article/2026/a.mdx', 'no-year-folder'],
    ['pages/a.mdx', 'unused-settings'],
    ['pages/a.docx', 'unused-settings'],
    ['pages/deep/a.md', 'unused-settings'],
    ['topics.yml', 'unused-settings'],
    ['Topic.yaml', 'unused-settings'],
    ['deep/people.yaml', 'unused-settings'],
  ])('%s: %s stops the build', (file, kind) => {
    const { archive, problems } = loadFiles({ 'articles/2026/x.md': article(), [file]: article() });
    expect(archive).toBeUndefined();
    expect(problems).toEqual([`${file}: ${kind}`]);
  });

  test.each([
    ['articles/2026/a.xlsx', 'unused-file'],
    ['articles/2026/a.html', 'unused-file'],
    ['articles/2026/a.md~', 'unused-file'],
    ['other.yaml', 'unused-file'],
  ])('%s is a warning', (file, kind) => {
    const { archive, problems } = loadFiles({ 'articles/2026/x.md': article(), [file]: '' });
    expect(archive?.articles).toHaveLength(1);
    expect(problems).toEqual([`${file}: ${kind}`]);
  });

  test.each([
    'articles/2026/.a.md',
    'articles/2026/._a.md',
    'articles/2026/~$a.docx',
    'articles/.git/a.md',
    'articles/2026/a.png',
    'articles/2026/a.JPG',
    'pages/a.png',
    'README.md',
    'images/a.png',
    '.gitignore',
    'node_modules/x/a.md',
  ])('%s is nobody’s article', (file) => {
    const { archive, problems } = loadFiles({ 'articles/2026/x.md': article(), [file]: '' });
    expect(archive?.articles).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test('a folder whose name ends in .md is a folder', () => {
    expect(
      loadFiles({ 'articles/2026/a.md/b.md': article() }).archive?.articles.map(({ slug }) => slug),
    ).toEqual(['b']);
  });

  test('a link that leads nowhere is named', () => {
    const folder = makeFolder({ ...SETTINGS, 'articles/2026/x.md': article() });
    symlinkSync('nowhere.md', path.join(folder, 'articles/2026/a.md'));
    expect(load(folder).problems).toEqual(['articles/2026/a.md: unreadable-file']);
  });
});

describe('bytes', () => {
  /** 标题 in GBK. */
  const gbk = Buffer.from([0xb1, 0xea, 0xcc, 0xe2]);

  test.each([
    ['GBK', gbk],
    ['Notepad’s “Unicode”', Buffer.from('\ufeff标题', 'utf16le')],
    ['a cut character', Buffer.from('标题').subarray(0, 5)],
    ['an overlong form', Buffer.from([0xc0, 0xaf])],
    ['a surrogate', Buffer.from([0xed, 0xa0, 0xbd])],
  ])('%s is not UTF-8', (_, bytes) => {
    const folder = makeFolder({ 'a.md': bytes });
    expect(readText(folder, 'a.md')).toMatchObject({ kind: 'not-utf8', file: 'a.md' });
  });

  test('UTF-8 is read whole, without its byte-order mark', () => {
    const text = '央行🎉\u0000\ufffd\r\n';
    expect(readText(makeFolder({ 'a.md': `\ufeff${text}` }), 'a.md')).toBe(text);
  });

  test('a missing file and a folder say so', () => {
    const folder = makeFolder({ 'd.md/x': '' });
    expect(readText(folder, 'no.md')).toMatchObject({
      kind: 'unreadable-file',
      message: expect.stringContaining('文件不存在'),
    });
    expect(readText(folder, 'd.md')).toMatchObject({ kind: 'unreadable-file' });
  });

  test('GBK, empty, byte-order mark and CRLF in one folder', () => {
    const { archive, problems } = loadFiles({
      'articles/2026/gbk.md': gbk,
      'articles/2026/empty.md': '',
      'articles/2026/bom.md': `\ufeff${article()}`,
      'articles/2026/crlf.md': article().replaceAll('\n', '\r\n'),
    });
    expect(archive).toBeUndefined();
    expect(problems).toEqual([
      'articles/2026/empty.md: empty-file',
      'articles/2026/gbk.md: not-utf8',
    ]);
  });
});

describe('all problems of all files come at once', () => {
  test('settings, articles, images and pins', () => {
    const { archive, problems } = loadFiles({
      'site.yaml': `${SETTINGS['site.yaml']}icp: 无\n`,
      'articles/2026/a.md': article(
        'id: same\ncover: { src: no.png }',
        '一\n\n![图](图%20片.png)\n\n![图](tu(1).png)',
      ),
      'articles/2026/tu(1).png': '',
      'articles/2026/b.md': article('id: same\nrelated: [nowhere]'),
      'articles/2026/Upper.md': article(),
      'articles/2026/upper.md': article('topics: [无]'),
    });
    expect(archive).toBeUndefined();
    expect(problems).toEqual(
      [
        'articles/2026/a.md:6 missing-image',
        'articles/2026/a.md:11 missing-image',
        'articles/2026/b.md:5 duplicate-id',
        'articles/2026/b.md:6 unknown-pin',
        'articles/2026/upper.md:5 unknown-topic',
        'articles/2026/upper.md: duplicate-address',
        'site.yaml:7 bad-value',
      ].sort(),
    );
  });

  test('a pin to an article that has an error of its own is not called unknown', () => {
    const { problems } = loadFiles({
      'articles/2026/a.md': article('related: [b]'),
      'articles/2026/b.md': article('draft: 也许'),
    });
    expect(problems).toEqual(['articles/2026/b.md:5 bad-value']);
  });

  test.each([
    '![图](./)',
    `![图](${'a'.repeat(300)}.png)`,
    '![图](a%00b.png)',
    '![图](../../../../../../etc/nothing.png)',
  ])('an image that cannot be one: %s', (body) => {
    expect(loadFiles({ 'articles/2026/a.md': article('', body) }).problems[0]).toMatch(
      /missing-image$/,
    );
  });
});

describe('what comes out is what went in', () => {
  const files = {
    'articles/2026/a.md': article('id: "1"'),
    'articles/2026/b.md': article('draft: true'),
    'articles/2026/c.md': article('expires: 2026-04-01'),
    'articles/2026/d.md': article('withdrawn: { date: 2026-04-01, reason: 甲 }'),
    'articles/2026/e.md': article().replace('2026-03-15', '2026-12-15'),
  };

  test('as many articles as files, in all states', () => {
    const { archive } = loadFiles(files);
    const states = publish(archive?.articles ?? [], NOW);
    expect(Object.values(states).map((list) => list.length)).toEqual([1, 1, 1, 1, 1]);
    expect(archive?.sources).toBe(5);
    expect(
      [...(archive?.digests.keys() ?? [])].filter((file) => /^articles\//.test(file)),
    ).toHaveLength(5);
  });

  test('an empty folder is a warning', () => {
    const { archive, problems } = loadFiles({});
    expect(archive?.articles).toEqual([]);
    expect(problems).toEqual(['articles: no-articles']);
  });

  test('a folder that is not there misses its settings', () => {
    expect(load(path.join(work, 'nowhere')).problems).toEqual([
      'articles: no-articles',
      'channels.yaml: missing-settings',
      'site.yaml: missing-settings',
    ]);
  });

  test('the second reading, from the cache, is the first', () => {
    const folder = makeFolder({
      ...SETTINGS,
      ...files,
      'dictionary.txt': '\ufeff# 词\r\n压舱石 # 刊名\n\n招联\n招联\n',
    });
    const first = load(folder);
    expect(load(folder)).toEqual(first);
    expect(first.archive?.dictionary).toEqual(['压舱石', '招联']);
  });

  test('a change, a new file and a removed one are seen, and a damaged cache is no harm', () => {
    const folder = makeFolder({ ...SETTINGS, ...files });
    load(folder);
    writeInto(folder, {
      'articles/2026/a.md': article('id: "22"'),
      'articles/2026/f.md': article(),
    });
    rmSync(path.join(folder, 'articles/2026/b.md'));
    const ids = () => load(folder).archive?.articles.map(({ id }) => id);
    expect(ids()).toEqual(['22', '2026/c', '2026/d', '2026/e', '2026/f']);
    writeFileSync(path.join(`${folder}-cache`, 'readings.json'), '{"version":');
    expect(ids()).toEqual(['22', '2026/c', '2026/d', '2026/e', '2026/f']);
  });

  test('warnings come from the cache too', () => {
    const folder = makeFolder({ ...SETTINGS, 'articles/2026/a.md': article('', '') });
    expect(load(folder).problems).toEqual(['articles/2026/a.md:7 empty-body']);
    expect(load(folder).problems).toEqual(['articles/2026/a.md:7 empty-body']);
  });

  test('what could not be read is tried again', () => {
    const folder = makeFolder({ ...SETTINGS, 'articles/2026/a.md': Buffer.from([0xb1, 0xea]) });
    const file = path.join(folder, 'articles/2026/a.md');
    const then = new Date(0);
    utimesSync(file, then, then);
    expect(load(folder).archive).toBeUndefined();
    // Same size and time as before, as after a change of rights: only a new reading can tell.
    writeFileSync(file, '  ');
    utimesSync(file, then, then);
    expect(load(folder).problems).toEqual(['articles/2026/a.md: empty-file']);
  });
});

describe('cache', () => {
  const file = path.join(work, 'deep/er/cache.json');

  test('gives back what was written under the same version only', () => {
    expect(readLists(file, 1)).toBeUndefined();
    writeLists(file, 1, { a: ['一', { b: 2 }], none: [] });
    expect(readLists(file, 1)).toEqual({ a: ['一', { b: 2 }], none: [] });
    expect(readLists(file, 2)).toBeUndefined();
  });

  test('long lists stay in order, on lines of their own', () => {
    const numbers = Array.from({ length: 2500 }, (_, number) => number);
    writeLists(file, 1, { numbers, other: ['x'] });
    expect(readLists(file, 1)).toEqual({ numbers, other: ['x'] });
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(1 + 3 + 1);
  });

  test.each(['', 'null', '[]', '{"value":1}', '{"version":1}'])('%j is no cache', (text) => {
    writeFileSync(file, text);
    expect(readLists(file, 1)).toBeUndefined();
  });

  test('what was edited or cut off is not trusted', () => {
    writeLists(file, 1, { a: [1], b: [2] });
    const written = readFileSync(file, 'utf8');
    for (const text of [
      written.replace('[1]', '[3]'),
      written.replace('"b"', '"c"'),
      written.slice(0, -1),
      `${written.split('\n').slice(0, 2).join('\n')}\n`,
    ]) {
      expect(text).not.toBe(written);
      writeFileSync(file, text);
      expect(readLists(file, 1)).toBeUndefined();
    }
  });

  test('leaves no part behind', () => {
    writeLists(file, 1, { a: ['x'] });
    expect(listContentFiles(path.dirname(file)).problems).toEqual([]);
    expect(readFileSync(file, 'utf8')).toMatch(/^1 [\w-]+\n\["a",\["x"\]\]\n$/);
  });
});

test('signatures', () => {
  const folder = makeFolder({ 'a.md': '一' });
  const absolute = path.join(folder, 'a.md');
  const before = signatureOf(absolute);
  expect(signatureOf(absolute)).toBe(before);
  writeFileSync(absolute, '一二');
  expect(signatureOf(absolute)).not.toBe(before);
  expect(signatureOf(path.join(folder, 'no.md'))).toBe('');
  expect([absolute, folder, path.join(folder, 'no')].map(isFile)).toEqual([true, false, false]);
});
