import { rmSync } from 'node:fs';
import path from 'node:path';
import { BENCH_TIME, type BenchArchive } from './archive.ts';
import { type Dialect, writeSettings } from './content.ts';
import { measureServer } from './dev-server.ts';
import { measure, weighFolder } from './measure.ts';
import { describeBuild, type Step, type StepResult, type Tool } from './row.ts';
import { editArticle, ROOT, writeArticlesOnce } from './site.ts';

/** The name the summary of a build gives to the search index. */
const SEARCH_PHASE = '搜索索引';

/** Ballast by its own commands, as an operator runs them. */
export function createBallast(dir: string, archive: BenchArchive): Tool {
  const dialect: Dialect = {
    contentDir: path.join(dir, 'content'),
    knowsMdx: true,
    pictureOf: ({ path: file }) => ({ file: `${file}.png`, src: `./${path.basename(file)}.png` }),
  };
  const env = {
    CONTENT_DIR: dialect.contentDir,
    OUT_DIR: path.join(dir, 'dist'),
    CACHE_DIR: path.join(dir, 'cache'),
    BUILD_TIME: BENCH_TIME,
  };
  const build = async (): Promise<StepResult> => {
    const args = [process.execPath, 'scripts/build.ts'] as const;
    const measured = await measure({ args, cwd: ROOT, env });
    const phases = readPhases(measured.output);
    const row = describeBuild(measured, weighFolder(env.OUT_DIR), phases);
    const made = /本次生成 ([\d,]+)/.exec(measured.output)?.[1];
    return {
      ...row,
      searchSeconds: phases[SEARCH_PHASE] ?? 0,
      ...(made ? { made: Number(made.replaceAll(',', '')) } : {}),
    };
  };
  const buildEdited = (index: number) => () => {
    editArticle(archive.at(index), dialect);
    return build();
  };
  const among = Math.min(archive.count, 1000);
  const other = Math.floor(archive.count * 0.6);
  const steps: Step[] = [
    {
      name: 'first build',
      run: () => {
        for (const folder of [env.OUT_DIR, env.CACHE_DIR]) {
          rmSync(folder, { recursive: true, force: true });
        }
        return build();
      },
    },
    {
      name: 'empty folder with caches',
      run: () => {
        rmSync(env.OUT_DIR, { recursive: true, force: true });
        return build();
      },
    },
    { name: 'newest edited', run: buildEdited(among >> 1) },
    ...(other >= 1000 ? [{ name: 'older edited', run: buildEdited(other) }] : []),
    { name: 'no change', run: build },
    measureServer({
      command: (port) => ({
        args: [process.execPath, 'scripts/dev.ts', '--port', `${port}`],
        cwd: ROOT,
        env,
      }),
      article: archive.at(among >> 2),
      dialect,
    }),
  ];
  return {
    name: 'Ballast',
    prepare: async () => {
      writeSettings(dialect.contentDir);
      await writeArticlesOnce(archive, dialect);
    },
    steps,
  };
}

/** Seconds by phase from the summary: `用时  12.3 秒（读取与检查 1.0 秒，…）`. */
export function readPhases(output: string): Record<string, number> {
  const list = /用时.*?（(.*)）/.exec(output)?.[1] ?? '';
  const phases = [...list.matchAll(/([^，]+?) ([\d.]+) 秒/g)];
  return Object.fromEntries(phases.map(([, name, seconds]) => [name, Number(seconds)]));
}
