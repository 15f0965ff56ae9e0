import { expect, test } from 'vitest';
import Footer from '../../src/components/Footer.astro';
import { makeFrame, renderComponent, textOf } from './samples.ts';

const render = (...frame: Parameters<typeof makeFrame>) =>
  renderComponent(Footer, { frame: makeFrame(...frame) });

test.each([
  ['2019', '2026-11-25 12:00', 'Copyright © 2019–2026 示例编辑部 版权所有'],
  ['2026', '2026-11-25 12:00', 'Copyright © 2026 示例编辑部 版权所有'],
  // 31 December, 16:30 UTC, is already the new year in Beijing.
  ['2019', '2027-01-01 00:30', 'Copyright © 2019–2027 示例编辑部 版权所有'],
])('gives the years since %s at %s', async (since, now, expected) => {
  expect(textOf(await render({ since }, now))).toContain(expected);
});

test('links the fixed pages and the site’s own below the base', async () => {
  const html = await render();
  for (const [path, name] of [
    ['/base/about/', '关于我们'],
    ['/base/sitemap/', '网站地图'],
    ['/base/subscribe/', '订阅'],
    ['/base/corrections/', '更正与撤稿'],
    ['#elder', '长辈版'],
  ]) {
    expect(html).toMatch(new RegExp(`<a href="${path}"[^>]*>${name}</a>`));
  }
});

test('links the record numbers to the registers', async () => {
  const html = await render({
    icp: '京ICP备12345678号-1',
    police: '京公网安备11010502000001号',
  });
  expect(html).toMatch(/href="https:\/\/beian\.miit\.gov\.cn\/"[^>]*>京ICP备12345678号-1</);
  expect(html).toContain('https://beian.mps.gov.cn/#/query/webSearch?code=11010502000001');
  expect(textOf(html)).toContain('京公网安备11010502000001号');
});

test('says nothing of what the settings leave out', async () => {
  const text = textOf(await render());
  expect(text).not.toMatch(/举报|联系编辑部|备案|undefined/);
});

test('gives licence, report line and contacts', async () => {
  const text = textOf(
    await render({
      licence: '许可证编号 001',
      report: { phone: '010-12345678', email: 'report@news.example' },
      contacts: { email: 'desk@news.example', address: '示例路 1 号' },
    }),
  );
  for (const part of ['许可证编号 001', '010-12345678', 'report@news.example', '示例路 1 号']) {
    expect(text).toContain(part);
  }
});
