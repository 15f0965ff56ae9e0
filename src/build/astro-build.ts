import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
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
  const workDir = workDirFor(root, outDir);
  const total = published.length + withdrawn.length;
  const timer = setInterval(() => onProgress(countArticlePages(workDir), total), PROGRESS_INTERVAL);
  try {
    await build({ root, outDir: workDir, logLevel: 'error', integrations: [counter] });
  } finally {
    clearInterval(timer);
  }
  if (workDir !== outDir) moveFolder(workDir, outDir);
  return pages;
}

/**
 * Where Astro may write: for an output folder outside the project it would keep its working modules
 * in the project's `.astro/`, where two builds at once overwrite each other's. Such a site is made in
 * a folder of its own inside the project and moved out when it is whole.
 * @see https://github.com/withastro/astro/blob/main/packages/astro/src/core/build/common.ts getOutDirWithinCwd
 */
function workDirFor(root: string, outDir: string): string {
  if (outDir.startsWith(root + path.sep)) return outDir;
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 12);
  return path.join(root, '.cache', `site-${name}`);
}

function moveFolder(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(path.dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (cause) {
    // Another file system: a rename cannot cross it.
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
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
