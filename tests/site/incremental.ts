import { spawn } from 'node:child_process';
import path from 'node:path';
import { makeTemporaryFolder, run } from './build.ts';
import { compareFolders, listFiles } from './folders.ts';
import { EDITS } from './random-edits.ts';
import { createRandom, createRandomSite, type RandomSite } from './random-site.ts';

/** A site that changes step by step, each time built on top of the last build and from nothing. */
export interface Trial {
  site: RandomSite;
  /** Makes one edit, chosen by the seed or by name; gives its name. */
  edit(name?: string): Promise<string>;
  /** Builds on top; gives how the result differs from a build from nothing. */
  build(): Promise<string[]>;
  /**
   * Starts a build and kills it, with all its processes, after `ms`. One that was done before is a build
   * like any other: gives how its result differs.
   */
  kill(ms: number): Promise<string[]>;
  random(): number;
}

/** A new trial; the same seed gives the same edits. */
export async function startTrial(seed: number): Promise<Trial> {
  const site = await createRandomSite();
  const random = createRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const work = makeTemporaryFolder();
  const caches = { built: path.join(work, 'cache'), clean: path.join(work, 'clean-cache') };
  const built = {
    outDir: path.join(site.root, 'dist'),
    cacheDir: path.join(caches.built, 'ballast'),
  };
  const clean = path.join(work, 'clean');
  // What the site had before the last change, and has now.
  let before = new Set<string>();
  let now = new Set<string>();

  const envOf = (outDir: string, cacheDir: string) => ({
    CONTENT_DIR: site.contentDir,
    OUT_DIR: outDir,
    CACHE_DIR: cacheDir,
    BUILD_TIME: new Date(site.now).toISOString(),
  });
  const build = async (outDir: string, cacheDir: string, args: string[] = []) => {
    const { status, output } = await run(
      'scripts/build.ts',
      args,
      site.root,
      envOf(outDir, cacheDir),
    );
    if (status !== 0) throw new Error(output);
    return output;
  };

  const buildClean = () => build(clean, caches.clean, ['--clean']);
  /** How the built site differs from the clean one. */
  const compare = (output: string): string[] => {
    // A build that has nothing to do leaves everything as it is, files of the build before too.
    if (!output.includes('本次生成 0，')) before = now;
    const differences = compareFolders(built.outDir, clean).filter((line) => {
      const file = line.replace(/^extra /, '');
      // The last build's hashed files stay once more, for readers who have its pages open.
      return !(line !== file && before.has(file) && KEPT_ONCE_MORE.test(file));
    });
    now = new Set(listFiles(clean));
    return differences;
  };

  return {
    site,
    random,
    edit: async (name) => {
      const names = Object.keys(EDITS);
      const chosen = name ?? names[pick(names.length)] ?? '';
      await EDITS[chosen]?.(site, pick, built);
      return chosen;
    },
    build: async () => {
      const [output] = await Promise.all([build(built.outDir, caches.built), buildClean()]);
      return compare(output);
    },
    kill: async (ms) => {
      const output = await buildUntil(ms, site.root, envOf(built.outDir, caches.built));
      if (output === undefined) return [];
      await buildClean();
      return compare(output);
    },
  };
}

/** What a build printed; undefined when it had to be killed. */
function buildUntil(
  ms: number,
  cwd: string,
  env: Record<string, string>,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.ts'], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    const timer = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), ms);
    child.on('error', reject);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === null ? output : undefined);
    });
  });
}

const KEPT_ONCE_MORE = /^(?:_astro|search-index)\//;
