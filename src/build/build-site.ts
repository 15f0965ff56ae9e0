import { mkdirSync, rmSync } from 'node:fs';
import { openRelatedLists, type RelatedLists } from '../archive/related-lists.ts';
import { type Environment, OperatorError } from '../environment.ts';
import type { Problem } from '../news/problem.ts';
import type { Publication } from '../news/publish.ts';
import { openIndexer } from '../search-index/bundle-process.ts';
import type { PlannedPage } from '../site/page-plan.ts';
import { type BuildStart, startBuild } from './build-start.ts';
import { finishSite } from './finish.ts';
import { collectGarbage } from './garbage.ts';
import { dropDamaged, type Ledger } from './ledger.ts';
import { startRenderer } from './render-pages.ts';
import { draftPlan, planRendering } from './render-plan.ts';
import { listShards, readShards, takeBundles } from './shards.ts';
import { createSite } from './site.ts';
import { findStrangers } from './site-files.ts';

/** How long each step took and what came out; what the summary prints. */
export interface BuildReport {
  publication: Publication;
  /** Source files of articles. */
  sources: number;
  pages: number;
  /** Pages made in this build; the others are as the last build left them. */
  made: number;
  /** Reprints found: canonical id → the other members. */
  clusters: Record<string, string[]>;
  problems: Problem[];
  phases: Phase[];
}

export interface Phase {
  name: string;
  ms: number;
}

export interface BuildEvents {
  onPhase(name: string): void;
  /** Article pages written so far. */
  onProgress(done: number, total: number): void;
}

/**
 * The main job: content folder → finished site. Each step takes what the one before gave:
 * files → checked articles → what is published → related lists → pages → search → checks. What the
 * last build made and nothing changed is left as it is, what shards have made is taken from them; the
 * site is the same as a clean build's.
 * @param options `isMerge`: every page but those of the whole site must come from shards
 * @throws {ContentError} with all problems, before anything in `outDir` was touched
 */
export async function buildSite(
  environment: Environment,
  events: BuildEvents,
  { isMerge = false }: { isMerge?: boolean } = {},
): Promise<BuildReport> {
  mkdirSync(environment.cacheDir, { recursive: true });
  const lists = openRelatedLists(environment);
  try {
    return await buildWith(lists, environment, events, isMerge);
  } finally {
    await lists.close();
  }
}

async function buildWith(
  lists: RelatedLists,
  environment: Environment,
  events: BuildEvents,
  isMerge: boolean,
): Promise<BuildReport> {
  const phases: Phase[] = [];
  const run = async <T>(name: string, step: () => T | Promise<T>): Promise<T> => {
    events.onPhase(name);
    const start = performance.now();
    const result = await step();
    phases.push({ name, ms: performance.now() - start });
    return result;
  };

  const start = await run('读取与检查', () => startBuild(environment));
  const { archive, publication, ledger } = start;
  const report = (made: number, summary: Ledger['summary']): BuildReport => ({
    ...{ publication, sources: archive.sources, made, phases },
    ...summary,
    problems: [...archive.problems, ...summary.problems],
  });
  if (await run('对照上次', () => isUnchanged(environment, start)))
    return report(0, ledger.summary);

  const site = createSite(environment, start);
  const siteUrl = start.links.absolute('/');
  const indexer = openIndexer();
  const renderer = startRenderer({ environment, workDir: site.workDir, siteUrl });
  try {
    const [table, draft] = await run('相关新闻', () =>
      Promise.all([
        lists.update(archive, publication.published),
        draftPlan(environment, start).finally(collectGarbage),
      ]),
    );
    const shards = readShards(environment.cacheDir, start.sources.site);
    const plan = await run('安排页面', () => {
      const made = new Set(
        [...shards.values()].flatMap(({ files }) => files.map(({ file }) => file)),
      );
      return planRendering(draft, start, table, ({ file }) => !made.has(file));
    });
    if (isMerge) assertShards(plan.pages, shards);
    const { strangers, indexSite } = await run('生成页面', async () => {
      const total = plan.articlePages;
      if (total > 0) indexer.prepare();
      // Pagefind loads slowly: a mistake was told without it.
      const [rendered, strangers, { indexSite }] = await Promise.all([
        renderer.render(plan.shares, (done) => events.onProgress(done, total)),
        findStrangers(environment.outDir, ledger.files),
        import('./search-step.ts'),
      ]);
      site.addPages(plan, [...shards.values(), ...rendered]);
      takeBundles(environment.cacheDir, shards.keys());
      return { strangers, indexSite };
    });
    await run('搜索索引', () => indexSite(environment, start, site, indexer));
    const summary = await run('检查与写出', () =>
      finishSite(environment, start, site, { plan, clusters: table.clusters, strangers }),
    );
    return report(site.countMade(), summary);
  } finally {
    renderer.stop();
    indexer.stop();
    // Tried again while a process that was stopped ends.
    rmSync(site.workDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function assertShards(pages: readonly PlannedPage[], shards: ReadonlyMap<string, unknown>): void {
  const missing = listShards(pages).filter(([name]) => !shards.has(name));
  if (missing.length === 0) return;
  throw new OperatorError(
    `还缺这些分片，或它们不是按现在的内容生成的：${missing.map(([name]) => name).join('、')}。`,
    '请从同一次 npm run build -- --plan 开始，把各分片的缓存放回来再合并。',
  );
}

/** Whether nothing differs from what the last build started from and left behind. */
async function isUnchanged(
  { outDir }: Environment,
  { ledger, sources }: BuildStart,
): Promise<boolean> {
  const count = ledger.files.size;
  dropDamaged(ledger, outDir);
  return (
    ledger.site === sources.site &&
    ledger.files.size === count &&
    (await findStrangers(outDir, ledger.files)).length === 0
  );
}
