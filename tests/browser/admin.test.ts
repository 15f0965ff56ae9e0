import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ROOT } from '../site/build.ts';
import { Desk } from './desk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const YEAR = 'content/articles/2026/';
/** Written by hand: Chinese names, short forms, a comment, numbers that YAML would change. */
const OLD = `---
标题: 老写法的稿件
日期: 2026/3/15 9:30
channel: banking
责任编辑: 沈棠
source: 新华社
codes: [000001] # 平安银行
---

| 存期 | 年利率 |
| :-- | --: |
| 一年 | 1.50% |

5%~7%，**“按年”**计息。
`;
/** As `npm run import` writes one. */
const IMPORTED = `---
title: 央行公布路线图
date: 2026-06-26 00:00
channel: 综合
id: "1000"
source: { name: FT中文网, url: https://www.ftchinese.com/story/001110153 }
---

为期14年的支出蓝图，覆盖17个行业。
`;
/** 800 paragraphs, each of its own. */
const LONG = `---
title: 年报全文
date: 2026-04-30 18:00
channel: 银行
id: nian-bao
---

${Array.from({ length: 800 }, (_, index) => `第 ${index + 1} 段：营业收入 ${index * 37} 万元，同比增长 5%~7%。`).join('\n\n')}
`;
/** With footnotes, a table, people, a topic and related articles. */
const SAMPLE = readFileSync(path.join(ROOT, YEAR, 'equal-payment-vs-equal-principal.md'), 'utf8');

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.open({
    [`${YEAR}jiu-gao.md`]: OLD,
    [`${YEAR}item-1000.md`]: IMPORTED,
    [`${YEAR}nian-bao.md`]: LONG,
    [`${YEAR}equal-payment-vs-equal-principal.md`]: SAMPLE,
    [`${YEAR}installment-fee-apr.mdx`]: readFileSync(
      path.join(ROOT, YEAR, 'installment-fee-apr.mdx'),
      'utf8',
    ),
  });
});

afterAll(() => desk?.close());

test('icons are drawn: without their font they would be words', async () => {
  const hasIcons = () => document.fonts.check('24px "Material Symbols Outlined"', 'add');
  expect(await desk.page.evaluate(hasIcons)).toBe(true);
});

test('programs are not in the list', async () => {
  await desk.page.goto(`${desk.server.url}admin/#/collections/articles`);
  await desk.page.getByRole('row', { name: '老写法的稿件' }).waitFor();
  const rows = await desk.page.getByRole('grid', { name: '条目' }).getByRole('row').count();
  expect(rows).toBe(4);
});

test('a new article with a picture is written, saved, and passes the check', async () => {
  const file = `${YEAR}yang-hang-3-hao-gong-gao.md`;
  await desk.begin('央行 #3号公告：房贷利率怎么变', '**“降准”**释放资金。\n\n## 怎么算');
  const picture = path.join(ROOT, 'tests/fixtures/import/hugo/static/images/rate.png');
  const buffer = readFileSync(picture);
  await desk.addCover({ name: '利率 图.PNG', mimeType: 'image/png', buffer });
  await desk.page.getByRole('textbox', { name: '替代文字' }).fill('柱状图：三种利率');
  const { text, files } = await desk.save(file);

  expect(text.replace(/^date: .*$/m, 'date:').replace(/^id: [-\da-f]{36}$/m, 'id:')).toBe(
    `---
title: "央行 #3号公告：房贷利率怎么变"
date:
channel: 银行
id:
draft: true
cover: { src: "./li-lv-tu.png", alt: 柱状图：三种利率 }
---

**“降准”**释放资金。

## 怎么算
`,
  );
  const [, date = ''] = /^date: (\d{4}-\d\d-\d\d \d\d:\d\d)$/m.exec(text) ?? [];
  expect(Math.abs(Date.parse(`${date}+08:00`) - Date.now())).toBeLessThan(10 * 60_000);
  expect(files).toContain(`${YEAR}li-lv-tu.png`);
  expect(await desk.check(file)).toBe('');
});

test('a save pressed right after 插入 waits for the photo, which is still being made smaller', async () => {
  const file = `${YEAR}zhao-pian.md`;
  await desk.begin('照片', '正文。');
  const size = { width: 4000, height: 3000, channels: 3 as const, background: '#c33' };
  const buffer = await sharp({ create: size }).jpeg().toBuffer();
  // The first press that a mouse can make: the dialog may not have handed the picture over yet.
  await desk.pickCover({ name: '手机照片.jpg', mimeType: 'image/jpeg', buffer });
  const { text, files } = await desk.save(file);
  expect(text).toMatch(/^---\ntitle: 照片\n/);
  expect(text).toMatch(/\ncover: \{ src: "\.\/shou-ji-zhao-pian\.webp" \}\n---\n\n正文。\n$/);
  expect(files).toContain(`${YEAR}shou-ji-zhao-pian.webp`);
});

test('an article with the title of another gets an address of its own', async () => {
  await desk.begin('照片', '另一篇。');
  const { text, files } = await desk.save(`${YEAR}zhao-pian-1.md`);
  expect(files).toContain(`${YEAR}zhao-pian.md`);
  expect(text).toContain('另一篇。');
});

test('an old article keeps every line its editor did not change', async () => {
  await desk.edit('2026/jiu-gao');
  await desk.page.getByRole('textbox', { name: '标题' }).fill('新标题');
  const { text } = await desk.save(`${YEAR}jiu-gao.md`);
  expect(text).toBe(OLD.replace('标题: 老写法的稿件', 'title: 新标题'));
  expect(await desk.check(`${YEAR}jiu-gao.md`)).toBe('');
});

test('an article of 800 paragraphs is opened, edited in the middle and at its end, and saved', async () => {
  const file = `${YEAR}nian-bao.md`;
  await desk.edit('2026/nian-bao');
  const body = desk.page.getByRole('textbox', { name: '正文' });
  await body.focus();
  await body.evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.indexOf('第 400 段');
    area.setSelectionRange(at, at);
  });
  await desk.page.keyboard.insertText('（更正）');
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.insertText('补一句。');
  const { text } = await desk.save(file);
  expect(text).toBe(LONG.replace('第 400 段', '（更正）第 400 段').replace(/\n$/, '补一句。\n'));
  expect(await desk.check(file)).toBe('');
});

test('an imported article keeps its number', async () => {
  await desk.edit('2026/item-1000');
  await desk.page.getByRole('textbox', { name: '正文' }).fill('为期14年的支出蓝图。');
  const { text } = await desk.save(`${YEAR}item-1000.md`);
  expect(text).toBe(IMPORTED.replace('，覆盖17个行业', ''));
});

test('a correction, then a withdrawal, of an article with footnotes, a table and people', async () => {
  const file = `${YEAR}equal-payment-vs-equal-principal.md`;
  await desk.edit('2026/equal-payment-vs-equal-principal');
  const corrections = desk.field('更正');
  await corrections.getByRole('button', { name: /添加/ }).click();
  await corrections.getByRole('textbox', { name: '日期' }).fill('2026-10-16T10:00');
  await corrections.getByRole('textbox', { name: '原因' }).fill('利息算错了');
  await corrections.getByRole('textbox', { name: '原文' }).fill('6,500 元');
  await corrections.getByRole('textbox', { name: '改为' }).fill('6,000 元');
  const { text: corrected } = await desk.save(file);
  const line =
    'corrections: [{ date: 2026-10-16 10:00, reason: 利息算错了, from: "6,500 元", to: "6,000 元" }]\n';
  expect(corrected).toBe(SAMPLE.replace('\n---\n', `\n${line}---\n`));
  expect(await desk.check(file)).toBe('');

  await desk.edit('2026/equal-payment-vs-equal-principal');
  const withdrawn = desk.field('撤稿');
  await withdrawn.getByRole('checkbox', { name: /添加/ }).click();
  await withdrawn.getByRole('textbox', { name: '日期' }).fill('2026-10-17T09:00');
  await withdrawn.getByRole('textbox', { name: '原因' }).fill('文中数据有误，撤下重写');
  const { text } = await desk.save(file);
  const also = 'withdrawn: { date: 2026-10-17 09:00, reason: 文中数据有误，撤下重写 }\n';
  expect(text).toBe(SAMPLE.replace('\n---\n', `\n${line}${also}---\n`));
  expect(await desk.check(file)).toBe('');
});

test('no other host was asked for anything, and nothing was missing here', () => {
  expect(desk.strangers).toEqual([]);
  expect(desk.server.missing.filter((file) => file !== '/favicon.ico')).toEqual([]);
});
