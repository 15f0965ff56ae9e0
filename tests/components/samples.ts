import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Frame } from '../../src/components/frame.ts';
import { createLinks } from '../../src/news/address.ts';
import type { Article } from '../../src/news/article.ts';
import { parseBeijing } from '../../src/news/beijing.ts';
import type { Card } from '../../src/news/card.ts';
import type { Settings, Site } from '../../src/news/settings-schema.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

/** Markup of a component on its own, without comments and the white space between tags. */
export async function renderComponent(
  component: Component,
  props: Record<string, unknown>,
): Promise<string> {
  const container = await AstroContainer.create();
  const html = await container.renderToString(component, { props, partial: true });
  return html.replace(/<!--.*?-->/gs, '').replace(/>\s+</g, '><');
}

/** What a reader sees of markup. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

export function beijing(text: string): number {
  const instant = parseBeijing(text);
  if (instant === undefined) throw new Error(`Not a date: ${text}`);
  return instant;
}

export function makeCard(values: Partial<Card> = {}): Card {
  const title = values.title ?? '存款保险怎样算';
  return {
    id: 'a1',
    href: '/articles/2026/a1/',
    title,
    words: [title],
    excerpt: '同一存款人在同一家机构的本金与利息合并计算。',
    date: beijing('2026-03-15 09:30'),
    channel: { name: '银行', href: '/channels/banking/' },
    sourceName: undefined,
    kind: 'news',
    ai: 'none',
    state: 'published',
    isPinned: false,
    ...values,
  };
}

export function makeFrame(site: Partial<Site> = {}, now = '2026-11-25 12:00'): Frame {
  const settings: Settings = {
    site: {
      name: '示例财经',
      description: '示例',
      address: 'https://news.example/',
      language: 'zh-CN',
      organisation: '示例编辑部',
      since: '2019',
      namespace: 'tag:news.example,2019',
      contacts: {},
      report: {},
      page_size: 30,
      feed_size: 50,
      indent: true,
      ...site,
    },
    channels: [],
    topics: [],
    people: [],
    pages: [{ slug: 'about', title: '关于我们', order: 1, file: 'pages/about.md' }],
  };
  return {
    settings,
    now: beijing(now),
    links: createLinks('https://news.example/base/'),
    splitWords: (text) => [text],
  };
}

export function makeArticle(values: Partial<Article> = {}): Article {
  return {
    id: 'a1',
    year: '2026',
    slug: 'a1',
    file: 'articles/2026/a1.md',
    format: 'md',
    title: '存款保险怎样算',
    date: beijing('2026-03-15 09:30'),
    draft: false,
    pinned: false,
    channel: 'banking',
    summary: '',
    hasOwnSummary: false,
    tags: [],
    topics: [],
    codes: [],
    byline: [],
    editors: [],
    related: [],
    corrections: [],
    aliases: [],
    ai: 'none',
    kind: 'news',
    length: 800,
    images: [],
    ...values,
  };
}
