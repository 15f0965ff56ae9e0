import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportReport } from '../../../src/import/report.ts';
import { FIXTURES, useTrial } from './trial.ts';

const trial = useTrial();

const listArticles = () => readdirSync(path.join(trial.into, 'articles/2026')).sort();
const notesOf = ({ notes }: ImportReport) => notes.map((one) => String(one.notes));

describe('a .docx that LibreOffice wrote from deposit.fodt', () => {
  const file = path.join(FIXTURES, 'office/deposit.docx');

  test('title, bold, link, footnote, headings, table, list and picture', async () => {
    const report = await trial.run(file);
    expect(report).toMatchObject({ taken: 1, findings: [] });
    expect(trial.read('yi-wan-yuan-cun-san-nian.md')).toMatch(
      /^---\ntitle: 一万元存三年，利息怎么算\ndate: 2026-03-15 17:30\nchannel: 综合\nid: "\d+-[\da-f]{8}"\n---\n/,
    );
    expect(trial.read('yi-wan-yuan-cun-san-nian.md').replace(/^---.*?\n---\n/s, '')).toBe(`
先记住一句话：**定期存款按单利计算。**利息不会再生利息[^1]。公式见[存款保险条例](https://www.gov.cn/?a=1\\&b=2)。

## 先看公式

利息 = 本金 × 年利率 × 年数，10<sup>8</sup> 是一亿；\\* 号和 \\_下划线\\_ 照写。

| 存期 | 年利率 |
| - | - |
| 一年 | 1.50% |
| 三年\\|以上面谈 | |

### 办理前看三处

1. 存单上的年利率。
2. 到期后是否自动转存。

![柱状图，三种存款的利率](./yi-wan-yuan-cun-san-nian-f57c1d78.png)

最后一段。

[^1]: 提前支取的部分，按支取当天的**活期利率**计息。
`);
    expect(listArticles()).toEqual([
      'yi-wan-yuan-cun-san-nian-f57c1d78.png',
      'yi-wan-yuan-cun-san-nian.md',
    ]);
  });

  test('what was taken, changed and left behind is said', async () => {
    expect(notesOf(await trial.run(file))).toEqual([
      '带来图片 1 张、表格 1 个、脚注 1 条；改动：日期取自文件的创建时间、拆开合并的单元格 1 处、小标题改了级别 2 个；没有带来：批注 1 条',
    ]);
  });

  test('a given date, a draft', async () => {
    await trial.run(file, { date: '2026-04-01', draft: true });
    expect(trial.read('yi-wan-yuan-cun-san-nian.md')).toMatch(
      /\ndate: 2026-04-01\n.*draft: true\n---/s,
    );
  });

  test('a second run finds it there', async () => {
    await trial.run(file);
    expect(await trial.run(file)).toMatchObject({ taken: 0, unchanged: 1, kept: [] });
  });

  test('another article of the same title gets another name', async () => {
    await trial.run(file, { date: '2026-01-02' });
    await trial.run(file, { date: '2026-03-02' });
    expect(listArticles()).toContainEqual(
      expect.stringMatching(/^yi-wan-yuan-cun-san-nian-[\da-f]{8}\.md$/),
    );
  });
});

describe('web pages with the pictures a browser saved', () => {
  const pages = path.join(FIXTURES, 'pages');

  test('a news page: the text without navigation, advertisements and scripts', async () => {
    expect(await trial.run(pages)).toMatchObject({ items: 2, taken: 2, findings: [] });
    expect(trial.read('cun-kuan-bao-xian-zui-gao-chang-fu-50.md')).toBe(`---
title: 存款保险最高偿付50万元，怎样算
date: 2026-03-15 09:30
channel: 综合
id: https-news.example-finance-202603-t20260315_1.html-af902dc8
summary: 同一家银行，同一个人，本金和利息合并计算。
source: { name: 示例财经网, url: "https://news.example/finance/202603/t20260315_1.html" }
---

**同一家银行**，同一个人，本金和利息合并计算。最高偿付 **50 万元**，

超出的部分，从清算财产里受偿。

![存款保险标识](./cun-kuan-bao-xian-zui-gao-chang-fu-50-2ef7f9a8.jpg)

## 两家银行怎么算

分别计算。见[上一篇](https://news.example/finance/202601/t20260102_9.html)，或[条例全文](https://www.gov.cn/zhengce)。

| 银行 | 本金 |
| - | - |
| | 40 万元 |

[图片：外站图](https://img.example/logo.png)

[观看视频或嵌入的网页](https://player.example/v/1)
`);
  });

  test('a 公众号 article: its name, its script’s time, the saved picture, no hot link', async () => {
    await trial.run(path.join(pages, 'gongzhonghao.html'));
    const source = trial.read('xin-yong-ka-yu-qi-yi-tian.md');
    expect(source).toContain('title: 信用卡逾期一天，会不会上征信？\ndate: 2026-03-15 09:30\n');
    expect(source).toContain(
      'source: { name: 压舱石财经, url: "http://mp.weixin.qq.com/s?__biz=MzA5&mid=1&sn=ab" }\nbyline: [周砚]\n',
    );
    expect(source.replace(/^---.*?\n---\n/s, '')).toBe(`
**不会马上上征信。**多数银行有三天宽限期。

![](./xin-yong-ka-yu-qi-yi-tian-357be397.webp)

一、什么是宽限期

到期还款日之后的三天。

[查看图片](https://mmbiz.qpic.cn/mmbiz_gif/line/640?wx_fmt=gif)
`);
  });

  test('no picture of another host is ever shown', async () => {
    await trial.run(pages);
    for (const file of listArticles().filter((name) => name.endsWith('.md'))) {
      expect(trial.read(file)).not.toMatch(/!\[[^\]]*\]\((?!\.\/)/);
    }
  });

  test('a second run changes nothing', async () => {
    await trial.run(pages);
    expect(await trial.run(pages)).toMatchObject({ taken: 0, unchanged: 2 });
  });

  test('without their folder, pictures become links', async () => {
    const alone = path.join(trial.folder, 'alone');
    mkdirSync(alone);
    cpSync(path.join(pages, 'gongzhonghao.html'), path.join(alone, 'a.html'));
    const report = await trial.run(alone);
    expect(report).toMatchObject({ taken: 1 });
    expect(notesOf(report)[0]).toContain('改动：外站图片改成链接 2 张');
    expect(trial.read('xin-yong-ka-yu-qi-yi-tian.md')).toContain(
      '[查看图片](https://mmbiz.qpic.cn/mmbiz_png/a1/640?wx_fmt=png)',
    );
  });
});

describe('a table that Excel saved, in GBK with CRLF', () => {
  test('Chinese column names, dates as Excel writes them, a cell of two lines', async () => {
    const report = await trial.run(path.join(FIXTURES, 'table-gbk.csv'));
    expect(report).toMatchObject({ items: 3, taken: 2, headlines: [{ line: 5 }] });
    expect(report.findings).toMatchObject([{ kind: 'missing-field', line: 6 }]);
    expect([...report.unknown]).toEqual([['备注', 1]]);
    const [first, second] = listArticles().map(trial.read);
    expect(first).toMatch(
      /^---\ntitle: 存款利率下调\ndate: 2026-03-15 09:30\nchannel: 银行\nid: .*\ntags: \[存款, 利率\]\nsource: \{ name: 示例社, url: "https:\/\/news.example\/1" \}\n---\n\n第一段。\n\n第二段，含“引号”和"英文引号"。\n$/,
    );
    expect(second).toMatch(/\n\[阅读原文\]\(https:\/\/news\.example\/2\)\n$/);
  });
});
