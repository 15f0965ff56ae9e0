import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { hashFolders } from '../archive/folder-hash.ts';
import type { Environment } from '../environment.ts';
import type { Links } from '../news/address.ts';
import { beijingFields, formatDay } from '../news/beijing.ts';
import type { Publication } from '../news/publish.ts';
import type { AssetDigests } from './asset-digests.ts';

/** Hashes of all that a site is made from. */
export interface SiteSources {
  /** What every page is made with: when it differs, every page is made anew. */
  frame: string;
  /** Everything: when it is the same, so is the site. */
  site: string;
}

/** Sums up what a build starts from. */
export function summariseSources(
  { root, now }: Environment,
  code: string,
  archive: Archive,
  publication: Publication,
  links: Links,
  assets: AssetDigests,
): SiteSources {
  const { settings, dictionary, digests } = archive;
  // Dates of another year are written with it.
  const { year } = beijingFields(now);
  const { pages: _, ...shared } = settings;
  const frame = hashOf([code, shared, namesOf(settings.pages), dictionary, links, year]);
  const { published, withdrawn } = publication;
  const shown = [published, withdrawn].map((articles) => articles.map(({ id }) => id));
  const site = hashOf([
    frame,
    settings,
    formatDay(now),
    shown,
    [...digests].sort(),
    [...assets].map(([file, { digest }]) => [file, digest]).sort(),
    hashFolders(path.join(root, 'public'), ['']),
  ]);
  return { frame, site };
}

/** Fixed pages stand in every footer by name; their texts are their own. */
function namesOf(pages: Archive['settings']['pages']) {
  return pages.map(({ slug, title }) => [slug, title]);
}

function hashOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
