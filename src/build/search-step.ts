import type { Environment } from '../environment.ts';
import { buildSearchIndex } from '../search-index/build.ts';
import type { Indexer } from '../search-index/bundle-process.ts';
import type { BuildStart } from './build-start.ts';
import { listSearchEntries } from './search-entries.ts';
import type { Site } from './site.ts';
import { pageFile } from './site-check.ts';

/** Indexes what the site's pages say; what stands and is the same stays. */
export async function indexSite(
  { cacheDir }: Environment,
  { archive, publication, links, ledger }: BuildStart,
  site: Site,
  indexer: Indexer,
): Promise<void> {
  const entries = listSearchEntries(archive.settings, publication.published, links, (article) => {
    const file = pageFile(article);
    const text = site.files.get(file)?.text;
    if (text === undefined) throw new Error(`The page ${file} has no text.`);
    return { file: site.locate(file), text };
  });
  const outDir = site.openFolder('search');
  const { kept, written } = await buildSearchIndex({
    outDir,
    cacheDir,
    entries,
    indexer,
    standing: (file) => ledger.files.get(file)?.hash,
  });
  for (const file of kept) site.keep(file);
  site.addFolder(outDir, written);
}
