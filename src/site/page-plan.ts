import type { Article } from '../news/article.ts';
import { hasAssets } from '../news/images.ts';
import { bodiesOfLonePages } from './feed-route.ts';
import type { Newsroom } from './newsroom.ts';
import type { Route, RoutePage } from './route.ts';
import { routes } from './routes.ts';

/** One page of the site that a route lists. */
export interface PlannedPage {
  /** Below the base, percent-encoded. */
  path: string;
  /** Relative to the site's folder. */
  file: string;
  /** Same key, same page; undefined where only making it can tell. */
  key: string | undefined;
  /** Shows pictures or components, which only a process that loaded them can make. */
  hasAssets: boolean;
  /** Ids of the articles whose bodies it shows. */
  bodies: string[];
  route: Route;
  page: RoutePage<unknown>;
}

/** Every page that routes list, with its key. */
export function planPages(
  newsroom: Newsroom,
  keyOf: (route: Route, page: RoutePage<unknown>) => string | undefined,
): PlannedPage[] {
  return routes.flatMap((route) =>
    route.list(newsroom).map((page) => {
      const bodies = route.bodies(newsroom, page.subject);
      return {
        path: page.path,
        file: fileOf(page.path),
        key: keyOf(route, page),
        hasAssets: bodies.some(hasAssets),
        bodies: bodies.map(({ id }) => id),
        ...{ route, page },
      };
    }),
  );
}

/** Ids of the articles shown by pages that every build makes. */
export function listLoneBodies(newsroom: Newsroom): string[] {
  return bodiesOfLonePages(newsroom).map(({ id }: Article) => id);
}

function fileOf(path: string): string {
  const file = decodeURIComponent(path).slice(1);
  return file.endsWith('/') ? `${file}index.html` : file;
}
