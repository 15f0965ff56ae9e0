import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { OperatorError, readEnvironment } from '../../src/environment.ts';

const root = process.cwd();
const read = (env: Record<string, string> = {}) =>
  readEnvironment({ BUILD_TIME: '2026-11-25T12:00:00+08:00', ...env });

describe('folders', () => {
  test('by default', () => {
    expect(read()).toMatchObject({
      root,
      contentDir: path.join(root, 'content'),
      outDir: path.join(root, 'dist'),
      siteUrl: undefined,
    });
    expect(read().cacheDir.startsWith(path.join(root, '.cache') + path.sep)).toBe(true);
  });

  test('given, relative to the project or absolute; empty is not given', () => {
    expect(read({ CONTENT_DIR: 'a/b', OUT_DIR: '/tmp/out', CACHE_DIR: 'c' })).toMatchObject({
      contentDir: path.join(root, 'a/b'),
      outDir: '/tmp/out',
      cacheDir: path.join(root, 'c', 'ballast'),
    });
    expect(read({ CONTENT_DIR: '', OUT_DIR: '', CACHE_DIR: '', SITE_URL: '' })).toEqual(read());
  });

  test('each content and output has a cache of its own, the same every time', () => {
    const caches = [
      {},
      { OUT_DIR: 'out' },
      { CONTENT_DIR: 'other' },
      { CONTENT_DIR: 'dist', OUT_DIR: 'out2' },
    ].map((env) => read(env).cacheDir);
    expect(new Set(caches).size).toBe(4);
    expect(read({ OUT_DIR: 'out' }).cacheDir).toBe(caches[1]);
    expect(read({ OUT_DIR: './out/' }).cacheDir).toBe(caches[1]);
  });

  test.each([
    { OUT_DIR: '.' },
    { OUT_DIR: '..' },
    { OUT_DIR: '/' },
    { OUT_DIR: 'content' },
    { CONTENT_DIR: '/tmp/x/content', OUT_DIR: '/tmp/x' },
    { CONTENT_DIR: '/tmp/x', OUT_DIR: '/tmp/x/' },
  ])('a build would empty the folder: %o', (env) => {
    expect(() => read(env)).toThrow(
      /^环境变量 OUT_DIR 不能是 .*：生成网站时会清空这个文件夹。\n→ /,
    );
  });

  test.each([
    { OUT_DIR: 'dist' },
    { OUT_DIR: '../site' },
    { OUT_DIR: '..site' },
    { CONTENT_DIR: '/tmp/x', OUT_DIR: '/tmp/x-site' },
    { CONTENT_DIR: '/tmp/x', OUT_DIR: '/tmp/y' },
  ])('any other may be taken: %o', (env) => {
    expect(read(env).outDir).toBe(path.resolve(env.OUT_DIR));
  });
});

describe('SITE_URL', () => {
  test.each(['https://example.com', 'https://example.com/news/', 'http://localhost:4321'])(
    '%s',
    (siteUrl) => {
      expect(read({ SITE_URL: siteUrl }).siteUrl).toBe(siteUrl);
    },
  );

  test.each(['example.com', '/news/', 'ftp://example.com', 'https://', 'javascript:alert(1)'])(
    '%s is refused',
    (siteUrl) => {
      expect(() => read({ SITE_URL: siteUrl })).toThrow(/^环境变量 SITE_URL 不是网址：/);
    },
  );
});

describe('BUILD_TIME', () => {
  test.each([
    ['2026-11-25T12:00:00+08:00', '2026-11-25T04:00:00Z'],
    ['2026-11-25T04:00:00Z', '2026-11-25T04:00:00Z'],
    ['2026-11-25T04:00:00.000Z', '2026-11-25T04:00:00Z'],
    ['2026-11-24T20:00:00-0800', '2026-11-25T04:00:00Z'],
  ])('%s', (text, utc) => {
    expect(read({ BUILD_TIME: text }).now).toBe(Date.parse(utc));
  });

  test.each([
    '2026-11-25',
    '2026-11-25T12:00:00',
    '2026-11-25 12:00',
    '1764043200',
    '2026-02-30T00:00:00Z',
    '2026-11-25T12:00:00+99:00',
    'now',
    '2026-11-25+08:00',
  ])('%s is refused: it would depend on the machine, or on luck', (text) => {
    expect(() => read({ BUILD_TIME: text })).toThrow(OperatorError);
    expect(() => read({ BUILD_TIME: text })).toThrow(
      /^环境变量 BUILD_TIME 读不懂：.*\n→ 请写成带时区的时间/,
    );
  });

  test('without it the clock counts', () => {
    const before = Date.now();
    const { now } = readEnvironment({});
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
