/** The process that renders pages: Astro's build of what its job names, each file read once. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { listFiles } from '../archive/folder-hash.ts';
import type { Links } from '../news/address.ts';
import { createLinks } from '../news/address.ts';
import { type BuiltFile, readBuiltFile } from './built-file.ts';

/** What the process is sent. Its job is the file that RENDER_JOB names. */
export interface RenderTask {
  root: string;
  /**
   * What Astro takes for the project's folder: below it, it keeps modules that it makes (`.astro/`),
   * and processes that run at the same time would overwrite each other's.
   */
  astroRoot: string;
  /** Folder below that one, which Astro fills. */
  staging: string;
  /** Astro's own cache. */
  cacheDir: string;
  siteUrl: string;
  /** Where the list of files made is left. */
  result: string;
}

/** What the process sends back when it failed; `id` and `loc` are Astro's place of a mistake. */
export interface RenderFailure {
  message: string;
  stack: string | undefined;
  id?: string;
  loc?: { file?: string; line?: number };
}

// A build that was killed leaves no process behind that would write into the next one's folder.
process.once('disconnect', () => process.exit());

process.once('message', async (task: RenderTask) => {
  try {
    await build({
      root: task.astroRoot,
      configFile: path.relative(task.astroRoot, path.join(task.root, 'astro.config.mjs')),
      srcDir: path.join(task.root, 'src'),
      publicDir: path.join(task.root, 'public'),
      outDir: task.staging,
      cacheDir: task.cacheDir,
      logLevel: 'error',
    });
    writeFileSync(task.result, JSON.stringify(readAll(task.staging, createLinks(task.siteUrl))));
  } catch (cause) {
    const { message, stack, id, loc } = cause as Error & RenderFailure;
    process.send?.({ message, stack, ...(id && { id }), ...(loc && { loc }) });
    process.exitCode = 1;
  }
  process.disconnect();
});

/** Links that the page of errors has, every page has: they are checked there. */
function readAll(folder: string, links: Links): BuiltFile[] {
  const common = new Set(readBuiltFile(folder, COMMON_PAGE, links).page?.links.map(targetOf));
  return listFiles(folder).map((file) => {
    const built = readBuiltFile(folder, file, links);
    if (built.page && file !== COMMON_PAGE) {
      built.page.links = built.page.links.filter((link) => !common.has(targetOf(link)));
    }
    return built;
  });
}

const COMMON_PAGE = '404.html';

function targetOf([, target]: [href: string, target: string]): string {
  return target;
}
