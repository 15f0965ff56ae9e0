import { expect, test } from 'vitest';
import { formatAmount, formatPercent } from '../../src/components/embeds/figures.ts';
import LoanCost from '../../src/components/embeds/LoanCost.astro';
import { drawLoan } from '../../src/components/embeds/loan-chart.ts';
import { computeLoanCost } from '../../src/news/loan-cost.ts';
import { renderComponent, textOf } from './samples.ts';

const terms = { principal: 12_000, months: 12, feeRate: 0.006 };

test('draws a labelled picture and says the same in a table', async () => {
  const html = await renderComponent(LoanCost, terms);
  expect(html).toContain('role="img"');
  for (const id of html
    .match(/aria-labelledby="([^"]+)"/g)
    ?.join(' ')
    .match(/loan-[\w-]+/g) ?? []) {
    expect(html).toContain(`id="${id}"`);
  }
  expect(html.match(/<rect /g)).toHaveLength(12);
  expect(html.match(/<tr>/g)).toHaveLength(13);
  expect(html).toMatch(/<div class="scroller" role="region" tabindex="0"/);
  const text = textOf(html);
  for (const figure of ['864 元', '13.03%', '13.84%', '欠 12,000 元'])
    expect(text).toContain(figure);
});

test('has no colours, style attributes or handlers of its own', async () => {
  const html = await renderComponent(LoanCost, terms);
  expect(html).not.toMatch(/\s(?:style|on\w+)=|#[0-9a-f]{3,6}"/i);
});

test('the drawing keeps inside its frame, also for a single month', () => {
  for (const months of [1, 2, 12, 36]) {
    const { bars, points } = drawLoan(computeLoanCost({ ...terms, months }).schedule);
    expect(bars).toHaveLength(months);
    for (const { x, y, width, height } of bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(720.1);
      expect(y).toBeGreaterThanOrEqual(70);
      expect(y + height).toBeCloseTo(300, 0);
    }
    for (const { y } of points) expect(y).toBeGreaterThanOrEqual(70);
  }
});

test.each([
  [12_000, '12,000'],
  [1_072.5, '1,072.50'],
  [999.999, '1,000'],
  [1_234_567.8, '1,234,567.80'],
  [0, '0'],
])('formats %d yuan as %s', (value, expected) => {
  expect(formatAmount(value)).toBe(expected);
});

test('formats shares to two decimals', () => {
  expect(formatPercent(0.072)).toBe('7.20%');
});
