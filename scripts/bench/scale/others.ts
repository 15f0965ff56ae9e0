import { rmSync } from 'node:fs';
import path from 'node:path';
import type { BenchArchive } from './archive.ts';
import type { Dialect } from './content.ts';
import { measureServer } from './dev-server.ts';
import { type Command, measure, weighFolder } from './measure.ts';
import { describeBuild, type StepResult, type Tool } from './row.ts';
import { editArticle, prepareSite } from './site.ts';

/** Above this Hugo's related lists take hours: they compare every article with every other. */
const MOST_RELATED = 20_000;

export function createEleventy(dir: string, archive: BenchArchive): Tool {
  const dialect: Dialect = {
    contentDir: dir,
    knowsMdx: false,
    pictureOf: ({ path: file }) => ({ file: `${file}.png`, src: `../${path.basename(file)}.png` }),
  };
  const cli = path.join('node_modules', '@11ty/eleventy/cmd.cjs');
  const build = createBuild({ args: [process.execPath, cli, '--quiet'], cwd: dir }, '_site');
  return {
    name: 'Eleventy',
    prepare: () => prepareSite('eleventy', dir, dialect, archive),
    steps: [{ name: 'full build', run: () => build(['_site']) }],
  };
}

export function createHugo(dir: string, archive: BenchArchive): Tool {
  const dialect: Dialect = {
    contentDir: path.join(dir, 'content'),
    knowsMdx: false,
    pictureOf: ({ path: file }) => ({
      file: `../static/${file}/${path.basename(file)}.png`,
      src: `${path.basename(file)}.png`,
    }),
    // Hugo has no archives by date of its own: taxonomies stand in for them.
    extraKeys: ({ channel, date }) => ({
      channels: [channel],
      years: [date.slice(0, 4)],
      months: [date.slice(0, 7)],
      days: [date.slice(0, 10)],
    }),
  };
  const args = ['hugo', '--quiet'] as const;
  const plain = createBuild({ args, cwd: dir }, 'public');
  const env = { HUGO_PARAMS_RELATED: 'true' };
  const related = createBuild({ args, cwd: dir, env }, 'public');
  const hasTags = archive.at(0).tags.length > 0;
  return {
    name: 'Hugo',
    prepare: () => prepareSite('hugo', dir, dialect, archive),
    steps: [
      { name: 'full build', run: () => plain(['public', 'resources']) },
      ...(hasTags && archive.count <= MOST_RELATED
        ? [{ name: 'full build with related lists', run: () => related(['public', 'resources']) }]
        : []),
    ],
  };
}

export function createAstro(dir: string, archive: BenchArchive): Tool {
  const dialect: Dialect = {
    contentDir: dir,
    knowsMdx: true,
    pictureOf: ({ path: file }) => ({ file: `${file}.png`, src: `./${path.basename(file)}.png` }),
  };
  const cli = path.join(dir, 'node_modules/astro/bin/astro.mjs');
  const command: Command = {
    args: [process.execPath, cli, 'build', '--silent'],
    cwd: dir,
    env: { ASTRO_TELEMETRY_DISABLED: '1' },
  };
  const build = createBuild(command, 'dist');
  const among = Math.min(archive.count, 1000);
  return {
    name: 'plain Astro',
    prepare: () => prepareSite('astro', dir, dialect, archive),
    steps: [
      { name: 'first build', run: () => build(['dist', '.astro', '.astro-cache']) },
      {
        name: 'newest edited',
        run: () => {
          editArticle(archive.at(among >> 1), dialect);
          return build([]);
        },
      },
      measureServer({
        command: (port) => ({
          ...command,
          args: [process.execPath, cli, 'dev', '--port', `${port}`],
        }),
        article: archive.at(among >> 2),
        dialect,
      }),
    ],
  };
}

/** A build after removing folders of `cwd`, with the output folder weighed. */
function createBuild(command: Command, outDir: string) {
  return async (remove: readonly string[]): Promise<StepResult> => {
    for (const folder of remove) {
      rmSync(path.join(command.cwd, folder), { recursive: true, force: true });
    }
    const measured = await measure(command);
    return describeBuild(measured, weighFolder(path.join(command.cwd, outDir)));
  };
}
