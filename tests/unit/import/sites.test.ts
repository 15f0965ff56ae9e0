import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatReport, type ImportReport } from '../../../src/import/report.ts';
import { FIXTURES, useTrial } from './trial.ts';

const trial = useTrial();

const run = (name: string) => trial.run(path.join(FIXTURES, name));

const notesOf = ({ notes }: ImportReport, file: string) =>
  String(notes.find((one) => one.file === `articles/2026/${file}`)?.notes);

describe.each([
  ['hexo', 2],
  ['hugo', 3],
  ['wordpress/export.xml', 4],
])('%s', (name, count) => {
  test('every article loads without a problem', async () => {
    expect(await run(name)).toMatchObject({ taken: count });
    const { archive, problems } = trial.load();
    expect(problems).toEqual([]);
    expect(archive?.articles).toHaveLength(count);
  });

  test('a second run changes no byte', async () => {
    await run(name);
    const listing = () =>
      readdirSync(trial.into, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.\w+$/.test(file))
        .sort()
        .map((file) => [file, readFileSync(path.join(trial.into, file), 'base64')]);
    const before = listing();
    expect(await run(name)).toMatchObject({ taken: 0, unchanged: count, kept: [] });
    expect(listing()).toEqual(before);
  });
});

describe('Hexo', () => {
  test('a post: fields, both addresses it may have had, tags, pictures, links', async () => {
    const report = await run('hexo');
    expect(trial.read('yang-hang-jiang-zhun-zhi-hou.md')).toBe(`---
title: 央行：降准之后，房贷利率怎么变
date: 2026-03-15 00:30
channel: 银行
id: 2026-03-15-央行-降准之后-房贷利率怎么变-62af4349
summary: 一张表说清降准怎么传到月供。
tags: [利率, LPR, 房贷]
updated: 2026-03-16 08:00
cover: { src: "./yang-hang-jiang-zhun-zhi-hou-2ef7f9a8.jpg" }
aliases: ["/2026/03/15/央行%EF%BC%9A降准之后%EF%BC%8C房贷利率怎么变/", "/2026/03/14/央行%EF%BC%9A降准之后%EF%BC%8C房贷利率怎么变/"]
pinned: true
---

降准释放资金，**重要提示：**请注意。\\
这里换了一行，房贷利率不会马上变。

## 先看结论

![折线图，五年的利率](./yang-hang-jiang-zhun-zhi-hou-f57c1d78.png "利率走势")

| 期限 | 利率 |
| ---- | ---- |
| 五年 | 3.5% |

[图片：外站的图](https://img.example/a.png)

参见[第一篇](/2026/01/02/hello-world/)，或者[第一篇](/2026/01/02/hello-world/#top)、[关于](https://old.example/about/)、[条例](https://www.gov.cn/)。

\`\`\`js
const tag = '{% asset_img x.png %}';
\`\`\`

> 投资有风险。

[观看视频](https://www.youtube.com/watch?v=dQw4w9WgXcQ)
`);
    expect(notesOf(report, 'yang-hang-jiang-zhun-zhi-hou.md')).toBe(
      '带来图片 2 张、表格 1 个、旧址 2 个；改动：小标题改了级别 1 个、外站图片改成链接 1 张、专用标签改成 Markdown 4 处、分类不止一个，其余的改作标签 1 个；没有带来：专用标签 1 处（chart）、用不上的字段 1 个（reading）',
    );
  });

  test('a draft without a date and a page of its own are named', async () => {
    const report = await run('hexo');
    expect(report.findings).toMatchObject([{ kind: 'no-date' }, { kind: 'left-pages' }]);
    expect(report.findings[0]?.file).toMatch(/还没写完的稿件\.md$/);
    expect(report.findings[1]?.message).toContain('about/index.md');
    expect(formatReport(report, 1)).toMatch(/没有收 {4}1 篇：.*还没写完的稿件\.md/);
  });

  test('frontmatter that cannot be read stops that post only', async () => {
    cpSync(path.join(FIXTURES, 'hexo'), path.join(trial.folder, 'hexo'), { recursive: true });
    writeFileSync(
      path.join(trial.folder, 'hexo/source/_posts/hello-world.md'),
      '---\ntitle: "甲\ndate: 2026-01-01\n---\n正文\n',
    );
    const report = await run(path.relative(FIXTURES, path.join(trial.folder, 'hexo')));
    expect(report.taken).toBe(1);
    expect(report.findings.map(({ kind }) => kind)).toContain('bad-frontmatter');
  });
});

describe('Hugo', () => {
  test('shortcodes, a picture of static, footnotes, aliases counted from the page', async () => {
    await run('hugo');
    expect(trial.read('deposit.md')).toBe(`---
title: 存款利率：一年期怎么选
date: 2026-03-15 00:30
channel: 银行
id: 2026/03/deposit
tags: [存款, 利率]
byline: [周砚]
updated: 2026-03-16
aliases: ["/2026/03/deposit/", "/old/deposit.html", "/2026/03/deposit-2025/"]
---

先看[信用卡](/2026/03/信用卡逾期一天会不会上征信/)，再看[贷款](/notes/loan/#cost)。

![柱状图](./deposit-f57c1d78.png "存期越长，利率越高。")

\`\`\`js
const rate = 0.015;
\`\`\`

写法是 \`{{< figure >}}\`，脚注在此[^1]。

[^1]: 以银行公布的为准。
`);
  });

  test('a bundle: its picture, its cover; line ends inside a paragraph stay soft', async () => {
    await run('hugo');
    const source = trial.read('credit-card.md');
    expect(source).toContain('cover: { src: "./credit-card-2ef7f9a8.jpg" }');
    expect(source).toMatch(
      /\n!\[宽限期\]\(\.\/credit-card-357be397\.webp\)\n\n多数银行有三天宽限期。\n这一行接在上一行后面。\n$/,
    );
  });

  test('TOML; a date on which it ends; an own shortcode goes', async () => {
    const report = await run('hugo');
    expect(trial.read('loan.md')).toBe(`---
title: 贷款 12 万元，每月还多少
date: 2026-03-13 09:30
channel: 综合
id: notes/loan
tags: [贷款]
expires: 2026-12-31
aliases: ["/notes/loan/"]
---

## 成本

先看年化利率。
`);
    expect(notesOf(report, 'loan.md')).toContain('没有带来：专用标签 1 处（icon）');
  });
});

describe('WordPress', () => {
  test('a post of blocks: the outer category, cover, caption, link to another post', async () => {
    await run('wordpress/export.xml');
    expect(trial.read('deposit-interest.md')).toBe(`---
title: 一万元存三年，利息怎么算
date: 2026-03-15 00:30
channel: 银行
id: old.example-5
summary: 定期存款按单利计息。
tags: [利率, 存款, 理财]
byline: [周砚]
cover: { src: "./deposit-interest-f57c1d78.png" }
aliases: ["/2026/03/deposit-interest/"]
pinned: true
---

先记住一句话：**定期存款按单利计算。**

![柱状图](./deposit-interest-f57c1d78.png "存期越长，利率越高。")

| 存期 | 年利率 |
| - | - |
| 一年 | 1.50% |

## 相关

见[老编辑器的一篇](/2026/03/classic/)。
`);
  });

  test('a post of the old editor: blank lines part paragraphs, shortcodes are written out', async () => {
    await run('wordpress/export.xml');
    expect(trial.read('classic.md').replace(/^---.*?\n---\n/s, '')).toBe(`
第一段第一行\\
第一段第二行

## 小标题

![柱状图](./classic-f57c1d78.png "图注一句")

![](./classic-f57c1d78.png)

> 引用一段

1 < 2 & 3，控制字符：]]> 完。
`);
  });

  test('what readers could not see comes as drafts; pages and comments are named', async () => {
    const report = await run('wordpress/export.xml');
    const drafts = trial.load().archive?.articles.filter(({ draft }) => draft);
    expect(drafts?.map(({ title }) => title).sort()).toEqual(['内部参考', '还没写完']);
    expect(report.findings).toMatchObject([{ kind: 'left-pages', severity: 'warning' }]);
    expect(notesOf(report, 'deposit-interest.md')).toContain('没有带来：读者评论 1 条');
  });
});
