import { expect, test } from 'vitest';
import Pagination from '../../src/components/Pagination.astro';
import { paginate } from '../../src/news/pagination.ts';
import { renderComponent } from './samples.ts';

const hrefOf = (number: number | undefined) =>
  number === undefined ? '/c/' : `/c/page/${number}/`;

test('is absent when there is one page', async () => {
  const [page] = paginate(['a', 'b'], 30);
  expect(await renderComponent(Pagination, { page, hrefOf })).toBe('');
});

test('leads to newer and older pages and marks the current one', async () => {
  const pages = paginate([...'abcdefghij'], 2);
  const html = await renderComponent(Pagination, { page: pages[2], hrefOf });
  expect(pages[2]?.number).toBe(3);
  expect(html).toMatch(/<a href="\/c\/page\/4\/" rel="prev">\s*较新一页/);
  expect(html).toMatch(/<a href="\/c\/page\/2\/" rel="next">\s*较早一页/);
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  expect(html).toMatch(/<a href="\/c\/page\/3\/" aria-label="第 3 页" aria-current="page">/);
});

test('the newest numbered page leads on to the front page, the front page to nothing newer', async () => {
  const pages = paginate([...'abcdefghij'], 2);
  const newest = await renderComponent(Pagination, { page: pages[1], hrefOf });
  expect(newest).toMatch(/<a href="\/c\/" rel="prev">/);
  const front = await renderComponent(Pagination, { page: pages[0], hrefOf });
  expect(front).not.toContain('rel="prev"');
  expect(front).toMatch(/<a href="\/c\/" aria-label="最新一页" aria-current="page">/);
});
