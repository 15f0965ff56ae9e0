import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { build } from 'astro';
import type { Environment } from '../environment.ts';
import type { Publication } from '../news/publish.ts';

/** How often progress is looked at, in ms. */
const PROGRESS_INTERVAL = 1500;

/** Runs Astro's build in this process and gives the number of pages it made. */
export async function buildPages(
  { root, outDir, now }: Environment,
  { published, withdrawn }: Publication,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  // Astro's own modules read the environment again: they must see the same instant.
  process.env['BUILD_TIME'] = new Date(now).toISOString();
  let pages = 0;
  const counter: AstroIntegration = {
    name: 'ballast-page-count',
    hooks: {
      'astro:build:done': (result) => {
        pages = result.pages.length;
      },
    },
  };
  const total = published.length + withdrawn.length;
  const timer = setInterval(() => onProgress(countArticlePages(outDir), total), PROGRESS_INTERVAL);
  try {
    await build({ root, logLevel: 'error', integrations: [counter] });
  } finally {
    clearInterval(timer);
  }
  return pages;
}

function countArticlePages(outDir: string): number {
  const list = (folder: string) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  const articles = path.join(outDir, 'articles');
  return list(articles).reduce((sum, year) => sum + list(path.join(articles, year)).length, 0);
}
