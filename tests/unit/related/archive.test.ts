import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { loadArchive } from '../../../src/archive/archive.ts';
import { readColumns, writeColumns } from '../../../src/archive/column-file.ts';
import { openRelatedEngine } from '../../../src/archive/related-engine.ts';
import { prepareRelatedTable } from '../../../src/archive/related-lists.ts';
import { readRelatedTable } from '../../../src/archive/related-table.ts';
import { updateInThreads } from '../../../src/archive/related-threads.ts';
import { publish } from '../../../src/news/publish.ts';
import type { RelatedDocument } from '../../../src/news/related/document.ts';
import { packLists, unpackLists } from '../../../src/news/related/packed-lists.ts';
import { relate, updateRelated } from '../../../src/news/related/relate.ts';
import { createSegmenter } from '../../../src/news/words.ts';
import { beijing } from '../samples.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-related-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const NOW = beijing('2026-03-20 12:00');
const options = { dictionary: [], segmenter: createSegmenter([]) };

/** Articles of which some share words, as long as asked for, in characters. */
function makeDocuments(count: number, length = 60): RelatedDocument[] {
  return Array.from({ length: count }, (_, i) => {
    const words = Array.from(
      { length: length / 4 },
      (_, j) => `q${(i * 7 + j * j * 3) % (count * 2)}x`,
    );
    const id = `d${i}`;
    const date = NOW - i * 3_600_000;
    return {
      id,
      slug: id,
      title: words.slice(0, 3).join(' '),
      text: words.join(' '),
      date,
      pins: [],
    };
  });
}

test('lists packed and unpacked are the same', () => {
  const number = fc.double({ noNaN: true });
  const list = fc.record({
    entries: fc.array(
      fc.record({ row: fc.nat(), score: number, why: fc.array(fc.nat(), { maxLength: 3 }) }),
    ),
    floor: number,
    last: fc.oneof(number, fc.constant(Number.POSITIVE_INFINITY)),
    slack: fc.integer({ min: -99, max: 99 }),
  });
  fc.assert(
    fc.property(fc.array(list), (lists) => {
      expect(unpackLists(packLists(lists))).toEqual(lists);
    }),
  );
});

test('in threads comes out what comes out in one', async () => {
  const documents = makeDocuments(1200, 700);
  const fewer = documents.slice(100);
  const alone = updateRelated(fewer, options);
  const filled = alone.state.lists.filter(({ entries }) => entries.length > 0);
  expect(filled.length).toBeGreaterThan(fewer.length / 2);
  const inThreads = await updateInThreads(fewer, []);
  expect(inThreads).toEqual(alone);
  const update = await updateInThreads(documents, [], inThreads.state);
  expect(update.table).toEqual(relate(documents, options));
}, 60_000);

describe('the state on disk', () => {
  const documents = makeDocuments(80);
  const run = async (given: readonly RelatedDocument[], cacheDir: string) => {
    const engine = openRelatedEngine(cacheDir);
    const table = await engine.relate(given, []);
    engine.store();
    return table;
  };
  const stateOf = (cacheDir: string) => path.join(cacheDir, 'related-state.bin');

  type Stored = { lists: { starts: Uint32Array; scores: Float64Array } };
  const versionOf = (file: string) => Number.parseInt(readFileSync(file, 'utf8'), 10);
  const readStored = (file: string) => readColumns(file, versionOf(file)) as Stored;

  test('serves the next run, whose result is that of a run without', async () => {
    const cacheDir = path.join(work, 'next');
    expect(await run(documents.slice(1), cacheDir)).toEqual(relate(documents.slice(1), options));
    expect(readStored(stateOf(cacheDir)).lists.starts).toHaveLength(80);
    expect(await run(documents, cacheDir)).toEqual(relate(documents, options));
    expect(await run(documents.slice(5), cacheDir)).toEqual(relate(documents.slice(5), options));
  });

  test('is really used: a list planted there comes out', async () => {
    const cacheDir = path.join(work, 'planted');
    await run(documents, cacheDir);
    const file = stateOf(cacheDir);
    const stored = readStored(file);
    stored.lists.scores.fill(0.5);
    writeColumns(file, versionOf(file), stored);
    const table = await run(documents, cacheDir);
    expect(
      new Set(Object.values(table.lists).flatMap((list) => list.map(({ score }) => score))),
    ).toEqual(new Set([0.5]));
  });

  test('of other code is of no use', async () => {
    const cacheDir = path.join(work, 'other-code');
    await run(documents, cacheDir);
    const file = stateOf(cacheDir);
    const stored = readStored(file);
    stored.lists.scores.fill(0.5);
    writeColumns(file, versionOf(file) + 1, stored);
    expect(await run(documents, cacheDir)).toEqual(relate(documents, options));
  });

  test.each<[string, (content: Buffer) => string | Uint8Array]>([
    ['empty', () => ''],
    ['no state at all', () => 'x'],
    ['cut short', (content) => content.subarray(0, content.length / 2)],
    ['wrong in one bit of a list', (content) => content.with(content.length - 400, 1)],
  ])('that is %s does no harm', async (_, damage) => {
    const cacheDir = mkdtempSync(path.join(work, 'broken-'));
    await run(documents, cacheDir);
    const file = stateOf(cacheDir);
    writeFileSync(file, damage(readFileSync(file)));
    expect(await run(documents, cacheDir)).toEqual(relate(documents, options));
  });
});

describe('the table of a build', () => {
  const SITE =
    'name: 测试财经\ndescription: 简介。\naddress: https://test.example\norganisation: 测试编辑部\nsince: 2020\nnamespace: tag:test.example,2020\n';
  const TITLES = [
    '存款准备金率下调 房贷利率重定价',
    '房贷利率重定价日 借款人可以协商',
    '存款准备金率下调释放长期资金',
    '国际油价回落 欧佩克考虑增产原油',
    '黄金价格突破历史高位 央行增持黄金储备',
    '光伏组件招标价格企稳 隆基绿能签下订单',
    '生猪存栏量下降 猪肉价格回暖',
    '航空公司恢复国际航班 机票预订升温',
  ];

  function makeContent(name: string): string {
    const contentDir = path.join(work, name);
    const put = (file: string, text: string) => writeFileSync(path.join(contentDir, file), text);
    mkdirSync(path.join(contentDir, 'articles/2026'), { recursive: true });
    put('site.yaml', SITE);
    put('channels.yaml', '- { id: banking, name: 银行 }\n');
    put('dictionary.txt', '');
    for (const [i, title] of TITLES.entries()) putArticle(contentDir, i, title);
    return contentDir;
  }

  function putArticle(contentDir: string, i: number, title: string, keys = '', body = title): void {
    writeFileSync(
      path.join(contentDir, `articles/2026/a${i}.md`),
      `---\nid: 'a${i}'\ntitle: ${title}\ndate: 2026-03-15 09:3${i}\nchannel: 银行\n${keys}---\n\n${body}\n`,
    );
  }

  async function prepare(contentDir: string) {
    const cacheDir = `${contentDir}-cache`;
    const outDir = `${contentDir}-dist`;
    const environment = { root: work, contentDir, outDir, cacheDir, siteUrl: undefined, now: NOW };
    const { archive, problems } = loadArchive(environment);
    if (!archive) throw new Error(JSON.stringify(problems));
    const { published } = publish(archive.articles, NOW);
    const table = await prepareRelatedTable(archive, published, environment);
    expect(readRelatedTable(cacheDir)).toEqual(table);
    return { table, cacheDir };
  }

  const idsOf = (list: readonly { id: string }[] | undefined) => list?.map(({ id }) => id).sort();

  test('is left for the pages, and not made again while nothing changes', async () => {
    const contentDir = makeContent('same');
    const { table, cacheDir } = await prepare(contentDir);
    expect(idsOf(table.lists['a0'])).toEqual(['a1', 'a2']);
    const file = path.join(cacheDir, 'related-table.bin');
    const before = readFileSync(file, 'utf8');
    rmSync(path.join(cacheDir, 'related-state.bin'));
    await prepare(contentDir);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(existsSync(path.join(cacheDir, 'related-state.bin'))).toBe(false);
  });

  test('follows texts, pins and what is gone', async () => {
    const contentDir = makeContent('edited');
    await prepare(contentDir);
    putArticle(contentDir, 2, '电影票房破纪录 影院观众排队');
    expect((await prepare(contentDir)).table.lists['a0']).toEqual([]);
    putArticle(contentDir, 0, TITLES[0] as string, 'related: [a7]\n');
    expect((await prepare(contentDir)).table.lists['a0']?.[0]?.id).toBe('a7');
    rmSync(path.join(contentDir, 'articles/2026/a0.md'));
    expect((await prepare(contentDir)).table.lists['a0']).toBeUndefined();
  });

  test('follows the dictionary', async () => {
    const contentDir = makeContent('words');
    const whys = async () => {
      const { table } = await prepare(contentDir);
      return table.lists['a0']?.find(({ id }) => id === 'a1')?.why;
    };
    expect(await whys()).toEqual(['房贷利率', '定价']);
    writeFileSync(path.join(contentDir, 'dictionary.txt'), '房贷利率重定价\n');
    expect(await whys()).not.toEqual(['房贷利率', '定价']);
  });

  test('knows an outlet by its name, so that the own report stands for its reprint, and a picture story by its summary', async () => {
    const contentDir = makeContent('outlets');
    const body = TITLES.join('，').replaceAll(' ', '。');
    const credit = "source: { name: 某网, url: 'https://other.example/1' }\n";
    putArticle(contentDir, 3, '三月经济数据里的八件事值得记住', credit, body);
    putArticle(contentDir, 4, '三月经济数据里的八件事值得记住', '', body);
    putArticle(
      contentDir,
      5,
      '图说重定价',
      `summary: ${TITLES[0]}\n`,
      '![](https://other.example/a.png)',
    );
    const { table } = await prepare(contentDir);
    expect(table.clusters).toEqual({ a4: ['a3'] });
    expect(idsOf(table.lists['a5'])).toContain('a0');
  });
});
