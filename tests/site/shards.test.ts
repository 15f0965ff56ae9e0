import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeTemporaryFolder, run } from './build.ts';
import { compareFolders } from './folders.ts';
import { createRandomSite, type RandomSite, sourceOf, write } from './random-site.ts';

let site: RandomSite;
let work: string;

beforeAll(async () => {
  site = await createRandomSite();
  work = makeTemporaryFolder();
  for (const number of [31, 32, 36]) {
    const source = sourceOf(number).replace(/^date: 2026/m, 'date: 2024');
    write(site, `articles/2024/b${number}.md`, source.replace(/^(?:cover: .*|!\[.*)$/gm, ''));
  }
});

const build = (machine: string, ...args: string[]) =>
  run('scripts/build.ts', args, site.root, {
    CONTENT_DIR: site.contentDir,
    OUT_DIR: path.join(work, machine, 'site'),
    CACHE_DIR: path.join(work, machine, 'cache'),
    BUILD_TIME: new Date(site.now).toISOString(),
  });

const cacheOf = (machine: string) => path.join(work, machine, 'cache', 'ballast');

describe('a site made by many machines', () => {
  let shards: string[];

  test('is planned', async () => {
    const { output, status } = await build('planner', '--plan');
    expect(status, output).toBe(0);
    shards = JSON.parse(output.trim().split('\n').at(-1) ?? '') as string[];
    expect(shards).toEqual(['2024', '2026', 'lists']);
  });

  test('cannot be merged before its shards are there', async () => {
    const { output, status } = await build('planner', '--merge');
    expect(status).toBe(1);
    expect(output).toContain('还缺这些分片');
    expect(output).toContain('2024、2026、lists');
    expect(existsSync(path.join(work, 'planner', 'site'))).toBe(false);
  });

  test('is the same, byte for byte, as one machine’s', async () => {
    for (const shard of shards) {
      cpSync(cacheOf('planner'), cacheOf(shard), { recursive: true });
      const { output, status } = await build(shard, '--shard', shard);
      expect(status, output).toBe(0);
    }
    const target = path.join(cacheOf('planner'), 'shards');
    mkdirSync(target, { recursive: true });
    for (const shard of shards) {
      expect(readdirSync(path.join(cacheOf(shard), 'shards'))).toEqual([shard]);
      renameSync(path.join(cacheOf(shard), 'shards', shard), path.join(target, shard));
    }
    const merged = await build('planner', '--merge');
    expect(merged.status, merged.output).toBe(0);
    const whole = await build('one', '--clean');
    expect(whole.status, whole.output).toBe(0);
    expect(compareFolders(path.join(work, 'planner/site'), path.join(work, 'one/site'))).toEqual(
      [],
    );
  });

  test('a shard of other content is not taken', async () => {
    const { output, status } = await build('one', '--shard', '2024');
    expect(status, output).toBe(0);
    const other = sourceOf(34).replace(/^date: 2026/m, 'date: 2024');
    write(site, 'articles/2024/b31.md', other);
    const merged = await build('one', '--merge');
    expect(merged.status).toBe(1);
    expect(merged.output).toContain('还缺这些分片');
  });
});
