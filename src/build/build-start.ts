import type { Archive } from '../archive/archive.ts';
import { readPageVersion } from '../archive/code-version.ts';
import { loadCheckedArchive } from '../check/content-check.ts';
import type { Environment } from '../environment.ts';
import { createLinks, type Links } from '../news/address.ts';
import { ContentError } from '../news/problem.ts';
import { type Publication, publish } from '../news/publish.ts';
import { type AssetDigests, readAssetDigests } from './asset-digests.ts';
import { type Ledger, readLedger } from './ledger.ts';
import { type SiteSources, summariseSources } from './site-sources.ts';

/** All that a build starts from: the content, and what the last build left. */
export interface BuildStart {
  archive: Archive;
  publication: Publication;
  links: Links;
  assets: AssetDigests;
  sources: SiteSources;
  ledger: Ledger;
}

/**
 * Reads content and the last build's ledger.
 * @throws {ContentError} with all problems
 */
export async function startBuild(environment: Environment): Promise<BuildStart> {
  const { archive, problems } = await loadCheckedArchive(environment);
  if (!archive) throw new ContentError(problems);
  const publication = publish(archive.articles, environment.now);
  assertNothingLost(archive, publication);
  const links = createLinks(environment.siteUrl ?? archive.settings.site.address);
  const ledger = readLedger(environment.cacheDir);
  const assets = readAssetDigests(publication.published, environment.contentDir, ledger.images);
  const code = readPageVersion(environment.root);
  const sources = summariseSources(environment, code, archive, publication, links, assets);
  return { archive, publication, links, assets, sources, ledger };
}

/** Every source file ends in exactly one state; a gap is our fault and must not pass in silence. */
function assertNothingLost(archive: Archive, publication: Publication): void {
  const counted = Object.values(publication).reduce((sum, list) => sum + list.length, 0);
  if (counted !== archive.sources) {
    throw new Error(`${archive.sources} source files became ${counted} articles.`);
  }
}
