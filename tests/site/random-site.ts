import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { makeTemporaryFolder, ROOT } from './build.ts';

/** A project of its own, with a small site that uses every feature; edits change its files. */
export interface RandomSite {
  root: string;
  contentDir: string;
  /** The instant of the next build, epoch ms. */
  now: number;
}

/** Numbers in [0, 1), the same for the same seed: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy of the project's code, so that templates can be edited, and the site's first content. */
export async function createRandomSite(): Promise<RandomSite> {
  const root = path.join(makeTemporaryFolder(), 'project');
  for (const name of ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json']) {
    cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
  const contentDir = path.join(root, 'content');
  cpSync(path.join(ROOT, 'tests/fixtures/settings'), contentDir, { recursive: true });
  const site = { root, contentDir, now: Date.parse('2026-06-01T12:00:00+08:00') };
  write(site, 'site.yaml', SITE);
  write(site, 'topics.yaml', '- { id: deposits, name: 存款保险 }\n');
  write(site, 'people.yaml', '- { id: li, name: 李编辑, role: 编辑 }\n');
  write(site, 'dictionary.txt', '结构性存款\n');
  write(site, 'pages/about.md', '---\ntitle: 关于\n---\n\n关于本站。\n');
  for (let number = 0; number < ARTICLES; number++) write(site, fileOf(number), sourceOf(number));
  write(site, 'articles/2026/tu.png', await picture('#b3261e'));
  write(site, 'articles/2026/component.mdx', COMPONENT);
  write(
    site,
    'articles/2026/reprint.md',
    `${head('存款保险怎样赔付', 20)}source: { name: 他报, url: "https://other.example/1" }\n---\n\n${PROSE}\n`,
  );
  write(site, 'articles/2026/original.md', `${head('存款保险怎样赔付', 19)}---\n\n${PROSE}\n`);
  write(site, 'articles/2026/later.md', `${head('六月二日才发布的稿件', 1, 6)}---\n\n${PROSE}\n`);
  write(
    site,
    'articles/2026/ending.md',
    `${head('六月三日下线的稿件', 2)}expires: 2026-06-03 00:00\n---\n\n正文。\n`,
  );
  return site;
}

const ARTICLES = 14;

export function write({ contentDir }: RandomSite, file: string, data: string | Uint8Array): void {
  const absolute = path.join(contentDir, file);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, data);
}

export function remove({ contentDir }: RandomSite, file: string): void {
  rmSync(path.join(contentDir, file));
}

/** A picture of one colour. */
export function picture(background: string): Promise<Uint8Array> {
  return sharp({ create: { width: 64, height: 40, channels: 3, background } })
    .png()
    .toBuffer();
}

/** Where article `number` is. */
export function fileOf(number: number): string {
  return `articles/2026/a${number}.md`;
}

/** An article with a text of its own, some with a tag, topic, picture, editor, link or old address. */
export function sourceOf(number: number): string {
  const day = 1 + (number % 27);
  const keys = [
    number % 2 === 0 ? 'tags: [存款, 利率]' : 'tags: [基金]',
    number % 3 === 0 ? 'topics: [存款保险]' : '',
    number % 4 === 0 ? 'editor: 李编辑' : '',
    number % 5 === 0 ? `aliases: [/old/${number}.html]` : '',
    number % 6 === 0 ? 'cover: { src: ./tu.png, alt: 一张红色的图 }' : '',
  ].filter(Boolean);
  const body = [
    `第 ${number} 篇讲${SUBJECTS[number % SUBJECTS.length]}，期限 3~12 个月，利率 ${1 + number / 10}%。`,
    number % 4 === 1 ? '![图](./tu.png)' : '',
    number % 5 === 2 ? `另见[另一篇](./a${number - 1}.md)。` : '',
    PROSE,
  ].filter(Boolean);
  return `${head(`第 ${number} 篇：${SUBJECTS[number % SUBJECTS.length]}`, day)}${keys.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

const SUBJECTS = [
  '大额存单的转让',
  '结构性存款的收益',
  '货币基金的七日年化',
  '还款日与宽限期',
  '存款保险的限额',
];

const PROSE =
  '银行把存款写进合同时，要说明期限、利率和提前支取怎样计息。提前支取按当日活期利率计算，差额可能不小；急用钱的人应当先比较几种办法。';

const SITE = `name: 测试财经
description: 只用于测试的网站。
address: https://test.example
organisation: 测试编辑部
since: 2020
namespace: tag:test.example,2020
page_size: 5
feed_size: 6
`;

const COMPONENT = `${head('有组件的稿件', 12)}---

贷款怎样算：

<LoanCost principal={10000} months={12} feeRate={0.006} />
`;

function head(title: string, day: number, month = 5): string {
  const date = `2026-0${month}-${String(day).padStart(2, '0')} 09:30`;
  const channel = day % 2 === 0 ? '银行' : '基金';
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nchannel: ${channel}\n`;
}
