import { loadNewsroom } from './newsroom.ts';
import { readRenderJob } from './site/render-job.ts';
import type { Route } from './site/route.ts';

/**
 * The pages of a route that this build makes, for Astro's `getStaticPaths`: all of them, or what the
 * build's plan chose because something on them changed.
 */
export function selectPaths<S, V extends object>({ list }: Route<S, V>) {
  const job = readRenderJob();
  return list(loadNewsroom())
    .filter(({ path }) => !job || job.paths.has(path))
    .map(({ params, subject }) => ({ params, props: { subject } }));
}
