import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { convertBody } from '../../../src/import/html/body.ts';
import { Notes } from '../../../src/import/notes.ts';
import { PictureCollection } from '../../../src/import/pictures.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { useTrial } from './trial.ts';

const trial = useTrial();

function convert(html: string): Promise<string> {
  const notes = new Notes();
  const pictures = new PictureCollection('gao', { folders: [], mayDownload: false }, notes);
  return convertBody(fromHtml(html, { fragment: true }), '标题', pictures, notes);
}

test.each([
  ['<p>今天<strong>宣布</strong><strong>：降准。</strong>后面</p>', '今天**宣布：降准。**后面\n'],
  [
    '<p><strong>甲</strong><span><strong>乙</strong></span><b><span style="font-weight:bold">丙</span></b></p>',
    '**甲乙丙**\n',
  ],
  ['<p><em>甲</em><i>乙</i><strong>丙</strong></p>', '*甲乙***丙**\n'],
  ['<p><strong>甲</strong> <strong>乙</strong></p>', '**甲** **乙**\n'],
  ['<div>　　甲。<br>　　乙。<br><br>丙<br>丁</div>', '甲。\n\n乙。\n\n丙\\\n丁\n'],
  ['<div>甲<p>乙</p>丙</div>', '甲\n\n乙\n\n丙\n'],
  [
    '<h2><a id="_Toc1"></a>小标题</h2><p>见<a href="#_Toc1">小标题</a></p>',
    '## 小标题\n\n见小标题\n',
  ],
  ['<p>甲<a href="#bm"><a id="bm"></a>书签</a>乙</p>', '甲书签乙\n'],
  ['<p>甲<a href="https://a.example/"> </a>乙</p>', '甲 乙\n'],
  [
    '<p><a href="javascript:void(0)">阅读原文</a>，<a href="file:///C:/a.doc">附件</a></p>',
    '阅读原文，附件\n',
  ],
])('%s', async (html, markdown) => {
  expect(await convert(html)).toBe(markdown);
});

describe('a cell of a table is one line', () => {
  test.each([
    ['<p>利率</p><p>（%）</p>', '利率<br>（%）'],
    ['<ul><li><p>1.5</p></li><li>2|0</li></ul>', '1.5<br>2\\|0'],
    ['甲<br><br>乙<br>', '甲<br>乙'],
    ['<p>&nbsp;</p>', ''],
    ['<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>', '甲 乙<br>丙'],
    ['<span><p><strong>甲</strong></p><p>乙</p></span>', '**甲**<br>乙'],
  ])('%s', async (cell, line) => {
    const markdown = await convert(
      `<table><tr><td>存期</td><td>利率</td></tr><tr><td>一年</td><td>${cell}</td></tr></table><p>尾</p>`,
    );
    const row = line === '' ? '| 一年 | |' : `| 一年 | ${line} |`;
    expect(markdown).toBe(`| 存期 | 利率 |\n| - | - |\n${row}\n\n尾\n`);
    const { html } = await renderMarkdown(markdown, {});
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(html).not.toMatch(/\*\*|&lt;/);
  });
});

describe('records', () => {
  test('a text of HTML is read as a page is; several authors; two articles of one title', async () => {
    const file = path.join(trial.folder, 'a.csv');
    const rows = [
      '标题,日期,正文,作者',
      '央行降准,2026/3/5 9:05,"<p>　　甲<br>乙</p><p><b>重点：</b>丙</p><img src=""https://a.example/1.png"" alt=""图"">",周砚、林知夏',
      '央行降准,2026年3月5日下午3:05,"年化<5%，见<公告>",周砚;林知夏',
    ];
    writeFileSync(file, `\ufeff${rows.join('\r\n')}\r\n`);
    const report = await trial.run(file);
    expect(report).toMatchObject({ taken: 2, findings: [] });
    const { archive } = trial.load();
    const articles = archive?.articles ?? [];
    expect(articles.map(({ byline }) => byline.map(({ name }) => name))).toEqual([
      ['周砚', '林知夏'],
      ['周砚', '林知夏'],
    ]);
    const texts = articles.map(({ slug }) =>
      trial.read(`${slug}.md`).replace(/^---.*?\n---\n\n/s, ''),
    );
    expect(texts.toSorted()).toEqual([
      '年化<5%，见<公告>\n',
      '甲\\\n乙\n\n**重点：**丙\n\n[图片：图](https://a.example/1.png)\n',
    ]);
    expect(await trial.run(file)).toMatchObject({ taken: 0, findings: [] });
  });

  test('JSON: the authors under another name, as a list or a text', async () => {
    const file = path.join(trial.folder, 'a.jsonl');
    writeFileSync(
      file,
      [
        { title: '甲', date: '2026-03-05', text: '甲。', author: ['周砚', '林知夏'] },
        { title: '乙', date: '2026-03-06', text: '乙。', authors: '周砚, 林知夏' },
      ]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    );
    expect(await trial.run(file)).toMatchObject({ taken: 2, findings: [] });
    for (const { byline } of trial.load().archive?.articles ?? []) {
      expect(byline.map(({ name }) => name)).toEqual(['周砚', '林知夏']);
    }
  });
});

test('a Hugo bundle of one language is named by its folder; JSON on one line is frontmatter', async () => {
  const folder = path.join(trial.folder, 'hugo');
  mkdirSync(path.join(folder, 'content/posts/jiangzhun'), { recursive: true });
  writeFileSync(path.join(folder, 'hugo.toml'), 'title = "x"\n');
  const write = (name: string, text: string) =>
    writeFileSync(path.join(folder, 'content/posts', name), text);
  write('jiangzhun/index.zh-cn.md', '---\ntitle: 甲\ndate: 2026-03-05\n---\n甲。\n');
  write('lilv.zh.md', '---\ntitle: 乙\ndate: 2026-03-06\n---\n乙。\n');
  write('lpr.md', '{"title":"丙","date":"2026-03-07"}\n\n丙。\n');
  expect(await trial.run(folder)).toMatchObject({ taken: 3, findings: [] });
  const { archive } = trial.load();
  expect(archive?.articles.map(({ slug }) => slug).toSorted()).toEqual([
    'jiangzhun',
    'lilv',
    'lpr',
  ]);
});
