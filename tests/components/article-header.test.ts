import { expect, test } from 'vitest';
import ArticleHeader from '../../src/components/ArticleHeader.astro';
import ArticleLabels from '../../src/components/ArticleLabels.astro';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import { beijing, makeArticle, makeCard, renderComponent, textOf } from './samples.ts';

const links = createLinks('https://news.example/');
const people = [{ id: 'zhou-yan', name: '周砚' }];

const renderHeader = (values: Partial<Article> = {}) =>
  renderComponent(ArticleHeader, { article: makeArticle(values), card: makeCard(), links, people });
const renderLabels = (values: Partial<Article>, state = 'published') =>
  renderComponent(ArticleLabels, { article: makeArticle(values), state });

test('names source, people by role, times and length', async () => {
  const html = await renderHeader({
    source: { name: '某报', url: 'https://example.com/a' },
    byline: [{ name: '周砚', role: '记者' }, { name: '张三', role: '记者' }, { name: '李四' }],
    editors: [{ name: '沈棠' }],
    updated: beijing('2026-03-16'),
  });
  expect(textOf(html.replaceAll(/<\/(?:dt|dd)>/g, ' '))).toContain(
    '来源 某报 记者 周砚 张三 作者 李四 发布 2026年3月15日 09:30 更新 2026年3月16日 责任编辑 沈棠 字数 800',
  );
  expect(html).toContain('<a href="/people/zhou-yan/">周砚</a>');
  expect(html).toContain('<a href="https://example.com/a">某报</a>');
  expect(html).not.toMatch(/<a[^>]*>(?:张三|沈棠)/);
});

test('shows the summary only when the author wrote it', async () => {
  expect(await renderHeader({ summary: '提要。', hasOwnSummary: true })).toContain('提要。');
  expect(await renderHeader({ summary: '正文开头。' })).not.toContain('正文开头。');
});

test.each([
  [{ ai: 'none' }, 'published', ''],
  [{ ai: 'assisted' }, 'published', 'AI 辅助本文写作使用了人工智能辅助。'],
  [
    { ai: 'generated', editors: [{ name: '沈棠' }] },
    'published',
    'AI 生成本文主要内容由人工智能生成，经责任编辑核对。',
  ],
  [{ kind: 'promotion' }, 'published', '推广本文是商业推广内容，不是本站的新闻或评论。'],
  [{}, 'draft', '草稿 草稿不会发布，只在本机预览里看得到。'],
  [{}, 'scheduled', '待发布 定于 2026年3月15日 09:30 发布。'],
] as const)('labels %j, %s', async (values, state, expected) => {
  const text = textOf(await renderLabels(values as Partial<Article>, state));
  expect(text.replaceAll(' ', '')).toBe(expected.replaceAll(' ', ''));
});

test('says where a reprint comes from and who allowed it', async () => {
  const html = await renderLabels({
    kind: 'reprint',
    source: {
      name: '某报',
      url: 'https://example.com/a',
      title: '原题',
      author: '赵六',
      permission: '已获书面授权',
    },
  });
  expect(textOf(html).replaceAll(' ', '')).toBe(
    '转载转载自某报《原题》，原作者：赵六。授权说明：已获书面授权。',
  );
  expect(html).toContain('<a href="https://example.com/a">《原题》</a>');
});
