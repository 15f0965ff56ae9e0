import { expect, test } from 'vitest';
import CorrectionNotice from '../../src/components/CorrectionNotice.astro';
import WithdrawalNotice from '../../src/components/WithdrawalNotice.astro';
import { beijing, renderComponent, textOf } from './samples.ts';

const correction = {
  date: beijing('2026-11-02 10:20'),
  from: '6,500 元',
  to: '6,000 元',
  reason: '计算有误。',
};

test('says what stood there, what stands now, why and when', async () => {
  const html = await renderComponent(CorrectionNotice, { corrections: [correction] });
  expect(html).toContain('<del>6,500 元</del>');
  expect(html).toContain('<ins>6,000 元</ins>');
  expect(html).toContain('<time datetime="2026-11-02T10:20:00+08:00">2026年11月2日 10:20</time>');
  expect(textOf(html)).toContain('原因计算有误。');
});

test('leaves out what the correction does not say', async () => {
  const { date, reason } = correction;
  const html = await renderComponent(CorrectionNotice, { corrections: [{ date, reason }] });
  expect(html).not.toMatch(/原文|改为|<del>|<ins>/);
});

test('shows several, newest first', async () => {
  const older = { date: beijing('2026-10-01'), reason: '较早' };
  const html = await renderComponent(CorrectionNotice, { corrections: [older, correction] });
  expect(html.indexOf('计算有误')).toBeLessThan(html.indexOf('较早'));
  expect(html.match(/role="note"/g)).toHaveLength(2);
});

test('shows nothing without corrections', async () => {
  expect(await renderComponent(CorrectionNotice, { corrections: [] })).toBe('');
});

test('a withdrawal gives date and reason', async () => {
  const withdrawal = { date: beijing('2026-11-10 15:00'), reason: '数据有误' };
  const text = textOf(await renderComponent(WithdrawalNotice, { withdrawal }));
  expect(text).toBe('本文已于 2026年11月10日 15:00 撤下原因：数据有误');
});
