import { expect, test } from 'vitest';
import Headline from '../../src/components/Headline.astro';
import { renderComponent, textOf } from './samples.ts';

test('allows breaks between words and nowhere else', async () => {
  const html = await renderComponent(Headline, { words: ['每期', '手续费 0.6%，', '是多少'] });
  expect(html).toBe('每期<wbr>手续费 0.6%，<wbr>是多少');
});

test('reads as the plain title', async () => {
  const words = ['“免息', '分期”', '免', '的是', '利息'];
  expect(textOf(await renderComponent(Headline, { words }))).toBe(words.join(''));
});

test('escapes what a title may hold', async () => {
  const html = await renderComponent(Headline, { words: ['<b>', '&'] });
  expect(html).toBe('&lt;b&gt;<wbr>&amp;');
});
