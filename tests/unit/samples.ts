import path from 'node:path';
import type { Environment } from '../../src/environment.ts';
import type { Article } from '../../src/news/article.ts';
import { type Reading, readArticle } from '../../src/news/article-reader.ts';
import { parseBeijing } from '../../src/news/beijing.ts';
import type { Problem } from '../../src/news/problem.ts';
import type { Settings } from '../../src/news/settings-schema.ts';

/** An instant in Beijing time; throws on what nobody can read, so that a test cannot lie. */
export function beijing(text: string): number {
  const instant = parseBeijing(text);
  if (instant === undefined) throw new Error(`Not a date: ${text}`);
  return instant;
}

/** A published article; its id is its slug. */
export function sampleArticle(given: Partial<Article> = {}): Article {
  const slug = given.slug ?? 'a';
  const year = given.year ?? '2026';
  return {
    id: slug,
    year,
    slug,
    file: `articles/${year}/${slug}.md`,
    format: 'md',
    title: '标题',
    date: beijing('2026-03-15 09:30'),
    draft: false,
    pinned: false,
    channel: 'banking',
    summary: '摘要。',
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
    length: 100,
    images: [],
    ...given,
  };
}

export function sampleSettings(given: Partial<Settings> = {}): Settings {
  return {
    site: {
      name: '测试财经',
      description: '简介。',
      address: 'https://test.example',
      language: 'zh-CN',
      organisation: '测试编辑部',
      since: '2020',
      namespace: 'tag:test.example,2020',
      contacts: {},
      report: {},
      page_size: 30,
      feed_size: 50,
      indent: true,
    },
    channels: [
      { id: 'banking', name: '银行' },
      { id: 'gold', name: '黄金' },
    ],
    topics: [{ id: 'retirement', name: '个人养老金' }],
    people: [{ id: 'zhou-yan', name: '周砚' }],
    pages: [{ slug: 'about', file: 'pages/about.md', title: '关于我们', order: 1 }],
    ...given,
  };
}

/** Lines every article has; a test adds its own after them. `title` is on line 2. */
export const BASICS = 'title: 甲\ndate: 2026-03-15 09:30\nchannel: 银行';

/** Reads an article whose frontmatter is exactly `lines`. */
export function read(lines: string, body = '正文。'): Reading {
  return readArticle(`---\n${lines}\n---\n\n${body}\n`, 'articles/2026/a.md');
}

/** The article; fails with the problems when there is none. */
export function readGood(lines: string, body = '正文。'): Article {
  const { article, problems } = read(lines, body);
  if (!article) throw new Error(outline(problems).join('\n'));
  return article;
}

/** `line kind` of each problem, in the order an author meets them. */
export function outline(problems: readonly Problem[]): string[] {
  return [...problems]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.kind < b.kind ? -1 : 1))
    .map(({ line, kind }) => `${line ?? '-'} ${kind}`);
}

/** A site below a folder of the test's own. */
export function sampleEnvironment(root: string): Environment {
  return {
    root,
    contentDir: path.join(root, 'content'),
    outDir: path.join(root, 'dist'),
    cacheDir: path.join(root, 'cache'),
    siteUrl: undefined,
    now: beijing('2026-11-25'),
  };
}
