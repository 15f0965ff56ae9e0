/** What a page says about itself to browsers, search engines and those who share it. */
export interface PageHead {
  /** Without the site's name, which is added; undefined on the home page. */
  title?: string;
  description: string;
  /** The page's own address, below the base. */
  path: string;
  /** Absolute; where the original stands, if not here. */
  canonical?: string;
  image?: ShareImage;
  type?: 'website' | 'article';
  isHidden?: boolean;
  /** Instants of an article, epoch ms. */
  published?: number;
  modified?: number;
  feeds?: { title: string; path: string }[];
  jsonLd?: Record<string, unknown>[];
}

export interface ShareImage {
  /** Absolute address. */
  url: string;
  /** CSS pixels of the file. */
  width: number;
  height: number;
  alt: string;
}

/** The pictures in `public/`, for pages without one of their own. */
export const SHARE_IMAGE = { path: '/share.png', width: 1200, height: 630 } as const;
export const SQUARE_IMAGE_PATH = '/share-square.png';

/** Grounds of the page (`--page` in tokens.css), for the browser's own bars. */
export const THEME_COLORS = { light: '#fdfdfb', dark: '#12181a' } as const;
