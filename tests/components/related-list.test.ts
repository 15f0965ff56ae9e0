import { expect, test } from 'vitest';
import RelatedList from '../../src/components/RelatedList.astro';
import { makeCard, renderComponent, textOf } from './samples.ts';

function makeItem(id: string, values = {}) {
  const card = makeCard({
    id,
    href: `/articles/2026/${id}/`,
    title: `标题${id}`,
    words: ['标题', id],
  });
  return { card: { ...card, ...values }, why: ['利率', '本金'], reprints: 0 };
}

test('prints an ordered list of title, excerpt and shared words', async () => {
  const html = await renderComponent(RelatedList, { items: [makeItem('a'), makeItem('b')] });
  expect(html.match(/<ol>/g)).toHaveLength(1);
  expect(html.match(/<li>/g)).toHaveLength(2);
  expect(html).toContain('aria-labelledby="related"');
  expect(html).toContain('<h2 id="related">相关新闻</h2>');
  expect(textOf(html)).toContain(
    '标题a同一存款人在同一家机构的本金与利息合并计算。共有词语：利率、本金',
  );
});

test('is absent when there is nothing to list', async () => {
  expect(await renderComponent(RelatedList, { items: [] })).toBe('');
});

test('leaves out what has no title, and is absent when nothing else is left', async () => {
  const empty = makeItem('a', { title: ' ', words: [' '] });
  expect(await renderComponent(RelatedList, { items: [empty] })).toBe('');
  const html = await renderComponent(RelatedList, { items: [empty, makeItem('b')] });
  expect(html.match(/<li>/g)).toHaveLength(1);
  expect(html).toContain('/articles/2026/b/');
});

test('prints an article once and at most ten', async () => {
  const items = [...'aabcdefghijkl'].map((id) => makeItem(id));
  const html = await renderComponent(RelatedList, { items });
  const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(hrefs).toEqual([...'abcdefghij'].map((id) => `/articles/2026/${id}/`));
});

test('cuts excerpts at 40 characters and leaves no empty paragraph', async () => {
  const long = makeItem('a', { excerpt: '字'.repeat(60) });
  const html = await renderComponent(RelatedList, { items: [long] });
  expect(html).toContain(`${'字'.repeat(39)}…`);
  const bare = { ...makeItem('a', { excerpt: '' }), why: [] };
  expect(await renderComponent(RelatedList, { items: [bare] })).not.toContain('<p');
});

test('says how many other outlets printed an item', async () => {
  const html = await renderComponent(RelatedList, { items: [{ ...makeItem('a'), reprints: 2 }] });
  expect(textOf(html)).toContain('另有转载 2 篇');
  const without = await renderComponent(RelatedList, { items: [makeItem('a')] });
  expect(without).not.toContain('另有转载');
});
