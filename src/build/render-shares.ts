import { availableParallelism } from 'node:os';
import type { PlannedPage } from '../site/page-plan.ts';

/** What one process is to make. */
export interface RenderShare {
  /** Tells the share from the others. */
  name: string;
  /** Paths of pages. */
  paths: ReadonlySet<string>;
  /** Ids of the articles whose bodies or covers they show. */
  bodies: ReadonlySet<string>;
}

/** Processes at a time: each takes a core, and up to a gigabyte for a full share. */
export const PARALLEL_SHARES = Math.min(availableParallelism(), 4);

/** Pages for which a second process, which needs seconds to start, pays. */
const FEWEST_PAGES = 2000;

/** Most pages of one process: Astro remembers something of each. */
const MOST_PAGES = 25_000;

/**
 * Cuts the pages that are to be made into shares. Pages with pictures stay together as far as one
 * share goes, so that a picture is worked on once.
 * @param loneBodies ids of the articles shown by pages that every process makes
 */
export function cutShares(
  pages: readonly PlannedPage[],
  loneBodies: readonly string[],
): RenderShare[] {
  const cores = Math.max(1, Math.min(PARALLEL_SHARES, Math.floor(pages.length / FEWEST_PAGES)));
  // As many rounds as it takes, each with a share for every core.
  const count = cores * Math.max(1, Math.ceil(pages.length / (cores * MOST_PAGES)));
  const size = Math.ceil(pages.length / count);
  const sorted = [
    ...pages.filter(({ hasAssets }) => hasAssets),
    ...pages.filter(({ hasAssets }) => !hasAssets),
  ];
  return Array.from({ length: count }, (_, index) => {
    const own = sorted.slice(index * size, (index + 1) * size);
    return {
      name: shareName(index),
      paths: new Set(own.map(({ path }) => path)),
      bodies: new Set([...loneBodies, ...own.flatMap(({ bodies }) => bodies)]),
    };
  });
}

/** Name of a share by its place, known before there is one. */
export function shareName(index: number): string {
  return `share-${index}`;
}
