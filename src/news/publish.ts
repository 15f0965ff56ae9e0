import type { Article } from './article.ts';

/**
 * What an article is at an instant. Draft outranks all; then a future date, then a past expiry;
 * a withdrawn article is published, with its notice instead of its text.
 */
export type ArticleState = 'published' | 'withdrawn' | 'scheduled' | 'expired' | 'draft';

export interface Publication {
  /** Shown everywhere, newest first. */
  published: Article[];
  /** Have a page and a place in the corrections record and feeds, nowhere else; newest first. */
  withdrawn: Article[];
  scheduled: Article[];
  expired: Article[];
  drafts: Article[];
}

/** The one rule of what is published at `now` (epoch ms). */
export function stateOf(article: Article, now: number): ArticleState {
  if (article.draft) return 'draft';
  if (article.date > now) return 'scheduled';
  if (article.expires !== undefined && article.expires <= now) return 'expired';
  return article.withdrawn ? 'withdrawn' : 'published';
}

/** Sorts every article into exactly one state; each list is newest first. */
export function publish(articles: readonly Article[], now: number): Publication {
  const by = Map.groupBy([...articles].sort(compareNewestFirst), (article) =>
    stateOf(article, now),
  );
  return {
    published: by.get('published') ?? [],
    withdrawn: by.get('withdrawn') ?? [],
    scheduled: by.get('scheduled') ?? [],
    expired: by.get('expired') ?? [],
    drafts: by.get('draft') ?? [],
  };
}

/** Newest first; ties by id, so that order never depends on how files were read. */
export function compareNewestFirst(a: Article, b: Article): number {
  return b.date - a.date || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
