import type { AiUse, ArticleKind } from './news/article.ts';
import type { ArticleState } from './news/publish.ts';

/** Chinese interface texts that more than one component shows. */

export const KIND_FLAGS: Partial<Record<ArticleKind, string>> = {
  promotion: '推广',
  reprint: '转载',
};

/** What the label of an article says; lists name only what was generated. */
export const AI_FLAGS: Partial<Record<AiUse, string>> = {
  assisted: 'AI 辅助',
  generated: 'AI 生成',
};

/** States only the dev server shows, and 撤稿. */
export const STATE_FLAGS: Partial<Record<ArticleState, string>> = {
  draft: '草稿',
  scheduled: '待发布',
  withdrawn: '已撤稿',
};

export const PAGE_NAMES = {
  home: '首页',
  search: '搜索',
  subscribe: '订阅',
  sitemap: '网站地图',
  corrections: '更正与撤稿',
  archive: '往期',
  channels: '栏目',
  topics: '专题',
  tags: '标签',
  people: '作者与编辑',
} as const;
