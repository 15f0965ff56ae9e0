import type { Article } from './news/article.ts';
import { type ListPage, paginate } from './news/pagination.ts';

export interface ListProps<S> {
  /** What the list is of: a channel, topic, tag or person. */
  subject: S;
  page: ListPage<Article>;
}

/** Paths and props of a list's front page and its numbered pages, for `[...page].astro`. */
export function listStaticPaths<S, P extends Record<string, string>>(
  params: P,
  subject: S,
  articles: readonly Article[],
  pageSize: number,
): { params: P & { page: string | undefined }; props: ListProps<S> }[] {
  return paginate(articles, pageSize).map((page) => ({
    params: { ...params, page: page.number === undefined ? undefined : `page/${page.number}` },
    props: { subject, page },
  }));
}
