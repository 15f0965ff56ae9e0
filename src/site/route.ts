import type { Article } from '../news/article.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * A kind of page there are many of. Its Astro page asks the route what there is and what to show;
 * the build asks the same, to know which pages a change can have touched.
 */
export interface Route<S = unknown, V extends object = object> {
  /** The route's name in pages' keys. */
  name: string;
  /** All pages of the site. */
  list(newsroom: Newsroom): RoutePage<S>[];
  /**
   * All that the page shows besides the frame of every page and articles' bodies, as plain data:
   * when it is the same, and the bodies are, so is the page.
   */
  describe(newsroom: Newsroom, subject: S): V;
  /** The articles whose bodies or covers the page shows. */
  bodies(newsroom: Newsroom, subject: S): readonly Article[];
}

export interface RoutePage<S> {
  params: Record<string, string | undefined>;
  /** Below the base, percent-encoded: `/channels/gold/`, `/sitemap-2026.xml`. */
  path: string;
  subject: S;
}

/** Names the types of a route without repeating them. */
export function defineRoute<S, V extends object>(
  route: Omit<Route<S, V>, 'bodies'> & Partial<Pick<Route<S, V>, 'bodies'>>,
): Route<S, V> {
  return { bodies: () => [], ...route };
}
