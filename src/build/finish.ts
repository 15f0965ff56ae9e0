import { contentPath, writeAdmin } from '../cms/admin-files.ts';
import type { Environment } from '../environment.ts';
import { ContentError, isError } from '../news/problem.ts';
import type { BuildStart } from './build-start.ts';
import { writeHostFiles } from './host-files.ts';
import { type Ledger, writeLedger } from './ledger.ts';
import { createLinkFinder } from './link-finder.ts';
import type { RenderPlan } from './render-plan.ts';
import { dropShards } from './shards.ts';
import type { Site } from './site.ts';
import { checkSite } from './site-check.ts';
import { mergeSite } from './site-files.ts';

/** What earlier steps found out. */
export interface Findings {
  plan: RenderPlan;
  clusters: Record<string, string[]>;
  /** What else lies in the site's folder. */
  strangers: readonly string[];
}

/**
 * Adds what hosts read, checks the whole site, and only then brings its folder up to date.
 * @returns what the summary says
 * @throws {ContentError} with all problems, before anything in `outDir` was touched
 */
export async function finishSite(
  environment: Environment,
  { archive, publication, links, ledger, sources, assets }: BuildStart,
  site: Site,
  { plan, clusters, strangers }: Findings,
): Promise<Ledger['summary']> {
  const { contentDir, outDir, cacheDir } = environment;
  const { settings } = archive;
  const articles = [...publication.published, ...publication.withdrawn];
  const folder = site.openFolder('host');
  await writeAdmin(folder, settings, contentPath(environment));
  const taken = new Set(site.files.keys());
  const problems = writeHostFiles(folder, articles, links, taken, settings.site.cms !== undefined);
  site.addFolder(folder);
  const dead = site.finish();
  problems.push(...checkSite(site, dead, articles, createLinkFinder(contentDir, links)));
  if (problems.some(isError)) throw new ContentError([...archive.problems, ...problems]);
  const summary = { pages: site.countPages(), clusters, problems };
  const files = mergeSite(outDir, site.files, ledger.files, strangers);
  const { bodies } = plan;
  writeLedger(cacheDir, { site: sources.site, files, summary, bodies, images: assets });
  dropShards(cacheDir);
  return summary;
}
