import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { listDocuments } from '../../../src/archive/related-documents.ts';
import { checkContent, loadCheckedArchive } from '../../../src/check/content-check.ts';
import { relate } from '../../../src/news/related/relate.ts';
import { createSegmenter } from '../../../src/news/words.ts';
import { sampleEnvironment } from '../samples.ts';

const work = mkdtempSync(path.join(tmpdir(), 'near-copies-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const environment = sampleEnvironment(work);

const SENTENCES = [
  '海港银行公告，监管部门已同意其在临港新城设立绿色金融专营支行，这是当地第一家此类机构。',
  '支行将先向风电、光伏和储能企业发放项目贷款，首年计划投放三十亿元，三年内不低于一百亿元。',
  '行长在说明会上讲，专营支行单独考核，不与分行存款任务挂钩，客户经理的奖金按项目减排量计算。',
  '当地发改部门介绍，辖区内正在建设的几座风电场还没有落实融资，银企对接会下月召开。',
  '分析人士认为，专营机构能缩短审批时间，但环境数据由企业自报，银行怎样核实仍然要看实施细则。',
];
const REPORT = SENTENCES.join('\n\n');
/** Another text of the same length for each number. */
const other = (n: number) =>
  Array.from({ length: 160 }, (_, i) => String.fromCodePoint(0x4e00 + ((n * 131 + i * 37) % 9000)))
    .join('')
    .concat('。');

function write(slug: string, day: string, body: string, head = `title: 标题${slug}\n`): void {
  const file = path.join(environment.contentDir, `articles/2026/${slug}.md`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `---\n${head}date: 2026-${day}\nchannel: 银行\n---\n\n${body}\n`);
}

beforeEach(() => {
  for (const folder of [environment.contentDir, environment.cacheDir]) {
    rmSync(folder, { recursive: true, force: true });
  }
  cpSync('tests/fixtures/settings', environment.contentDir, { recursive: true });
  write('first', '03-02', REPORT);
  write('far', '03-20', REPORT);
  for (let n = 0; n < 6; n++) write(`n${n}`, `03-0${n + 1}`, other(n));
});

async function copies(...files: string[]): Promise<string[]> {
  const isChosen = (file: string) => files.includes(file);
  const { problems } = await checkContent(environment, files.length > 0 ? isChosen : undefined);
  return problems.flatMap(({ kind, file, message }) =>
    kind === 'near-copy' ? [`${file} = ${/articles\S+/.exec(message)?.[0]}`] : [],
  );
}

const A = 'articles/2026/first.md';
const B = 'articles/2026/second.md';

test('a copy is told by the whole check, by that of its file, and by no other', async () => {
  write('second', '03-04', SENTENCES.slice(0, 4).join('\n\n'));
  expect(await copies()).toEqual([`${B} = ${A}`]);
  expect(await copies(B)).toEqual([`${B} = ${A}`]);
  expect(await copies('articles/2026/n1.md')).toEqual([]);
});

test('a copy dated before its original is told where it is asked for', async () => {
  write('second', '03-01', REPORT);
  expect(await copies(B)).toEqual([`${B} = ${A}`]);
});

test('a draft and an article to come are compared, a withdrawn one is not', async () => {
  write('second', '03-03', REPORT, 'title: 草稿\ndraft: true\n');
  write('third', '03-04', REPORT, 'title: 撤下\nwithdrawn: 有误\n');
  expect(await copies()).toEqual([`${B} = ${A}`]);
});

test('the cache of copies follows every change', async () => {
  expect(await copies()).toEqual([]);
  write('second', '03-04', REPORT);
  expect(await copies()).toEqual([`${B} = ${A}`]);
  // From the cache alone.
  expect(await copies()).toEqual([`${B} = ${A}`]);
  write('n3', '03-05', REPORT);
  expect(await copies()).toEqual(
    expect.arrayContaining([`${B} = ${A}`, `articles/2026/n3.md = ${A}`]),
  );
  rmSync(path.join(environment.contentDir, A));
  expect(await copies()).toEqual([`articles/2026/n3.md = ${B}`]);
  write('n3', '03-05', other(3));
  expect(await copies()).toEqual([]);
});

test('a build and its related lists know the same copies', async () => {
  write('second', '03-04', REPORT);
  write('n4', '03-06', SENTENCES.slice(1).join('\n\n'), `title: 又一篇\n`);
  const { archive, problems } = await loadCheckedArchive(environment);
  const told = problems.filter(({ kind }) => kind === 'near-copy').map(({ file }) => file);
  expect(told.toSorted()).toEqual(['articles/2026/n4.md', B]);
  const { clusters } = relate(
    listDocuments(archive?.articles ?? [], environment.contentDir, new Map()),
    {
      dictionary: [],
      segmenter: createSegmenter([]),
    },
  );
  expect(Object.entries(clusters).map(([id, others]) => [id, ...others].toSorted())).toEqual([
    ['2026/first', '2026/n4', '2026/second'],
  ]);
});
