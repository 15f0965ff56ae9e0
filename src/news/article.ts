/** The checked form of an article: what every later step may rely on. Bodies are read on demand. */
export interface Article {
  /** Permanent identity: feeds, related lists and history hang on it. */
  id: string;
  /** Year folder and file name without extension, NFC: together they are the address. */
  year: string;
  slug: string;
  /** Source file, relative to the content folder, with `/`. */
  file: string;
  format: 'md' | 'mdx';
  title: string;
  /** Instants are epoch milliseconds. */
  date: number;
  updated?: number;
  expires?: number;
  draft: boolean;
  pinned: boolean;
  /** Id in channels.yaml. */
  channel: string;
  /** The author's, else the first sentences of the body; '' when there is neither. */
  summary: string;
  /** Whether the author wrote it; otherwise it repeats the beginning of the body. */
  hasOwnSummary: boolean;
  tags: string[];
  /** Ids in topics.yaml. */
  topics: string[];
  /** Security codes as written: `000001`. */
  codes: string[];
  byline: Credit[];
  editors: Credit[];
  source?: Source;
  cover?: Cover;
  /** Editor's related articles, as written: ids, slugs or `year/slug`. */
  related: string[];
  corrections: Correction[];
  withdrawn?: Withdrawal;
  /** Old addresses below the site's base, starting with `/`. */
  aliases: string[];
  ai: AiUse;
  kind: ArticleKind;
  /** 字数: characters of the body without spaces, markup and punctuation marks. */
  length: number;
  /** Image files of the body and the cover, relative to the article, as written. */
  images: string[];
}

export interface Credit {
  name: string;
  role?: string;
}

export interface Source {
  name: string;
  url?: string;
  title?: string;
  author?: string;
  permission?: string;
}

export interface Cover {
  src: string;
  alt: string;
  caption?: string;
  credit?: string;
}

export interface Correction {
  date: number;
  reason: string;
  from?: string;
  to?: string;
}

export interface Withdrawal {
  date: number;
  reason: string;
}

export const AI_USES = ['none', 'assisted', 'generated'] as const;
export type AiUse = (typeof AI_USES)[number];

export const ARTICLE_KINDS = ['news', 'explainer', 'promotion', 'reprint'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

/** Where the original of a reprint stands; undefined for everything that is ours. */
export function originalUrlOf(article: Pick<Article, 'kind' | 'source'>): string | undefined {
  return article.kind === 'reprint' ? article.source?.url : undefined;
}

/** The instant an article last said something new: its date, update, correction or withdrawal. */
export function lastChangeOf(article: Article): number {
  return Math.max(
    article.date,
    article.updated ?? 0,
    article.withdrawn?.date ?? 0,
    ...article.corrections.map(({ date }) => date),
  );
}
