import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type BodyNote, readBodyNotes } from '../archive/body-notes.ts';
import type { Environment } from '../environment.ts';
import { writeRenderJob } from '../site/render-job.ts';
import type { BuiltFile } from './built-file.ts';
import type { RenderFailure, RenderTask } from './render-process.ts';
import { PARALLEL_SHARES, type RenderShare, shareName } from './render-shares.ts';

export interface RenderedShare {
  /** Folder with the files made. */
  staging: string;
  files: BuiltFile[];
  notes: BodyNote[];
}

export interface RenderOptions {
  environment: Environment;
  /** Each share is made in a folder of its own below it. */
  workDir: string;
  siteUrl: string;
}

/** How often progress is looked at, in ms; less often where looking takes long. */
const PROGRESS_INTERVAL = 1500;
const LOOKING_SHARE = 0.02;

/** Processes that render, the first of them running already. */
export interface Renderer {
  /** Makes every share; called once. */
  render(
    shares: readonly RenderShare[],
    onProgress?: (articlePages: number) => void,
  ): Promise<RenderedShare[]>;
  /** Ends what still runs. */
  stop(): void;
}

/**
 * Renders pages in processes of their own, one for each share: their memory ends with them, and
 * nothing of the site is touched. Astro takes seconds to load, so the first process starts here,
 * while what it is to make is still being planned.
 */
export function startRenderer(options: RenderOptions): Renderer {
  const abort = new AbortController();
  const first = startShare(shareName(0), options, abort.signal);
  // Whoever never asks for it, because planning failed, is told of that instead.
  first.finished.catch(() => {});
  const render: Renderer['render'] = async (shares, onProgress = () => {}) => {
    const stagings = shares.map(({ name }) => folderOf(options.workDir, name));
    let timer = setTimeout(look, PROGRESS_INTERVAL);
    function look() {
      const start = performance.now();
      onProgress(stagings.reduce((sum, staging) => sum + countArticlePages(staging), 0));
      const pause = (performance.now() - start) / LOOKING_SHARE;
      timer = setTimeout(look, Math.max(PROGRESS_INTERVAL, pause));
    }
    try {
      const waiting = [...shares.entries()];
      const rendered: RenderedShare[] = [];
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const [index, share] = next;
          const process = index === 0 ? first : startShare(share.name, options, abort.signal);
          rendered[index] = await renderShare(share, process);
        }
      };
      await Promise.all(Array.from({ length: PARALLEL_SHARES }, work));
      return rendered;
    } finally {
      clearTimeout(timer);
      abort.abort();
    }
  };
  return { render, stop: () => abort.abort() };
}

/** A process that waits for its job. */
interface ShareProcess {
  staging: string;
  /** Files: what it is told, and what it leaves. */
  job: string;
  notes: string;
  result: string;
  finished: Promise<void>;
}

function startShare(
  name: string,
  { environment, workDir, siteUrl }: RenderOptions,
  signal: AbortSignal,
): ShareProcess {
  const { root, cacheDir, now } = environment;
  const staging = folderOf(workDir, name);
  const astroRoot = path.dirname(staging);
  mkdirSync(astroRoot, { recursive: true });
  const jobs = path.join(cacheDir, 'jobs');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(jobs, { recursive: true });
  const [job, notes, result] = ['job', 'notes', 'result'].map((kind) =>
    path.join(jobs, `${name}-${kind}.json`),
  ) as [string, string, string];
  for (const file of [job, notes]) rmSync(file, { force: true });
  const astroCache = path.join(cacheDir, `astro-${name}`);
  // Of what Astro keeps, worked pictures are worth it: its store of entries is relative to its folder.
  rmSync(path.join(astroCache, 'data-store.json'), { force: true });
  const finished = runProcess(
    { root, astroRoot, staging, cacheDir: astroCache, siteUrl, result },
    // Astro's own modules read the environment again: they must see the same instant.
    // Whatever the caller's, a site for readers is a production build.
    {
      RENDER_JOB: job,
      BUILD_TIME: new Date(now).toISOString(),
      NODE_ENV: 'production',
      // Astro and Vite are thousands of modules: compiled once, a process starts in half the time.
      NODE_COMPILE_CACHE: path.join(cacheDir, 'compiled'),
    },
    signal,
  );
  return { staging, job, notes, result, finished };
}

async function renderShare(
  { paths, bodies }: RenderShare,
  { staging, job, notes, result, finished }: ShareProcess,
): Promise<RenderedShare> {
  writeRenderJob(job, { paths, bodies, notes });
  await finished;
  return {
    staging,
    files: JSON.parse(readFileSync(result, 'utf8')) as BuiltFile[],
    notes: readBodyNotes(notes),
  };
}

function folderOf(workDir: string, name: string): string {
  return path.join(workDir, name, 'site');
}

function runProcess(
  task: RenderTask,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'render-process.ts'), {
      cwd: task.root,
      env: { ...process.env, ...env },
      execArgv: [],
      signal,
    });
    let failure: RenderFailure | undefined;
    child.on('message', (message: RenderFailure) => {
      failure = message;
    });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (status === 0) resolve();
      else if (failure) reject(Object.assign(new Error(failure.message), failure));
      else reject(new Error(`Rendering ended with ${signal ?? `status ${status}`}.`));
    });
    child.send(task);
  });
}

function countArticlePages(staging: string): number {
  const list = (folder: string) => {
    try {
      return readdirSync(folder);
    } catch {
      return [];
    }
  };
  const articles = path.join(staging, 'articles');
  return list(articles).reduce((sum, year) => sum + list(path.join(articles, year)).length, 0);
}
