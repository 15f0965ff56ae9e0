import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { hashContent } from '../archive/content-hash.ts';
import type { Article } from '../news/article.ts';
import { isLocal } from '../news/images.ts';
import type { Ledger } from './ledger.ts';

/** Content hashes of the pictures that articles show, by file below the content folder. */
export type AssetDigests = Ledger['images'];

/** Pictures whose size and time are as the last build found them are not read again. */
export function readAssetDigests(
  articles: readonly Article[],
  contentDir: string,
  known: AssetDigests,
): AssetDigests {
  const digests: AssetDigests = new Map();
  for (const file of articles.flatMap(listAssets)) {
    if (digests.has(file)) continue;
    const absolute = path.join(contentDir, file);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    const signature = stat ? `${stat.size} ${stat.mtimeMs} ${stat.ino}` : '';
    const last = known.get(file);
    const digest = last?.signature === signature ? last.digest : hashFile(absolute);
    digests.set(file, { signature, digest });
  }
  return digests;
}

/** Files below the content folder that an article shows besides its text. */
export function listAssets({ file, images }: Pick<Article, 'file' | 'images'>): string[] {
  const folder = path.posix.dirname(file);
  return images.filter(isLocal).map((src) => path.posix.join(folder, src));
}

function hashFile(absolute: string): string {
  try {
    return hashContent(readFileSync(absolute));
  } catch {
    return ''; // Checks of the archive have said what is missing.
  }
}
