import type { Article } from '../news/article.ts';
import { type AssetDigests, listAssets } from './asset-digests.ts';

/**
 * Pictures with the same content under several names. Astro makes one file of them and names it after
 * one of those it was given in that process: the address of a picture depends on its twins.
 */
export interface PictureTwins {
  /** What the pictures on an article’s pages depend on: of each its content and all its names. */
  assetsOf(article: Article): string[];
  /** The ids, and those of all articles that show one of their pictures under whatever name. */
  withTwins(ids: Iterable<string>): Set<string>;
}

/** @param articles all that are shown */
export function findPictureTwins(articles: readonly Article[], assets: AssetDigests): PictureTwins {
  const digestOf = (file: string) => assets.get(file)?.digest ?? '';
  const shown = new Map<string, { files: Set<string>; articles: Set<string> }>();
  const digests = new Map<string, string[]>();
  for (const article of articles) {
    const files = listAssets(article);
    if (files.length === 0) continue;
    digests.set(article.id, files.map(digestOf));
    for (const file of files) {
      const digest = digestOf(file);
      const known = shown.get(digest) ?? { files: new Set(), articles: new Set() };
      known.files.add(file);
      known.articles.add(article.id);
      shown.set(digest, known);
    }
  }
  return {
    assetsOf: (article) =>
      listAssets(article).map((file) => {
        const digest = digestOf(file);
        return [digest, ...[...(shown.get(digest)?.files ?? [])].sort()].join(' ');
      }),
    withTwins: (ids) => {
      const all = new Set(ids);
      for (const id of [...all]) {
        for (const digest of digests.get(id) ?? []) {
          const { files, articles: others } = shown.get(digest) ?? {};
          if (files && files.size > 1) for (const other of others ?? []) all.add(other);
        }
      }
      return all;
    },
  };
}
