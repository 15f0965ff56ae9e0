import { rmSync } from 'node:fs';
import path from 'node:path';
import { prepareRelatedTable } from '../archive/related-lists.ts';
import { type Environment, OperatorError } from '../environment.ts';
import { buildSearchIndex } from '../search-index/build.ts';
import type { PlannedPage } from '../site/page-plan.ts';
import { type BuildStart, startBuild } from './build-start.ts';
import { type RenderedShare, startRenderer } from './render-pages.ts';
import { draftPlan, planRendering } from './render-plan.ts';
import { listSearchEntries } from './search-entries.ts';
import { LISTS, listShards, shardFolder, shardOf, writeShard } from './shards.ts';
import { workDirFor } from './site.ts';
import { pageFile } from './site-check.ts';

/**
 * The first step of a build on many machines: reads all metadata and makes the related table, both
 * left in `cacheDir`, which every machine gets a copy of.
 * @returns names of the shards with the number of their pages
 */
export async function planShards(environment: Environment): Promise<[string, number][]> {
  const start = await startBuild(environment);
  const { pages } = await plan(environment, start, () => true);
  return listShards(pages);
}

/**
 * Makes one shard from a plan and leaves it in `cacheDir`: its pages and its part of the search index.
 * @returns the number of pages
 * @throws {OperatorError} in Chinese, when there is no such shard
 */
export async function buildShard(environment: Environment, name: string): Promise<number> {
  const start = await startBuild(environment);
  const workDir = path.join(workDirFor(environment), name);
  const renderer = startRenderer({ environment, workDir, siteUrl: start.links.absolute('/') });
  try {
    const { pages, shares } = await plan(environment, start, (page) => shardOf(page) === name);
    const own = pages.filter((page) => shardOf(page) === name);
    if (own.length === 0) {
      const names = listShards(pages).map(([one]) => one);
      throw new OperatorError(`没有 ${name} 这个分片。`, `可以写的有：${names.join('、')}。`);
    }
    const rendered = await renderer.render(shares);
    writeShard(environment.cacheDir, name, start.sources.site, rendered);
    if (name !== LISTS) await indexShard(environment, start, name, rendered);
    return own.length;
  } finally {
    renderer.stop();
    rmSync(workDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function plan(
  environment: Environment,
  start: BuildStart,
  isWanted: (page: PlannedPage) => boolean,
) {
  const { archive, publication } = start;
  const table = await prepareRelatedTable(archive, publication.published, environment);
  return planRendering(await draftPlan(environment, start), start, table, isWanted);
}

/** Bundles never go across years: those of a shard are the site's. */
async function indexShard(
  { cacheDir }: Environment,
  { archive, publication, links }: BuildStart,
  name: string,
  shares: readonly RenderedShare[],
): Promise<void> {
  const folder = shardFolder(cacheDir, name);
  const texts = new Map(
    shares.flatMap(({ files }) => files.map(({ file, page }) => [file, page?.text] as const)),
  );
  const published = publication.published.filter((article) => texts.get(pageFile(article)));
  const entries = listSearchEntries(archive.settings, published, links, (article) => {
    const file = pageFile(article);
    return { file: path.join(folder, 'site', file), text: texts.get(file) ?? '' };
  });
  const scratch = path.join(folder, 'scratch');
  await buildSearchIndex({ outDir: scratch, cacheDir: folder, entries });
  rmSync(scratch, { recursive: true });
}
