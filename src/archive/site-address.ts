import { createLinks } from '../news/address.ts';
import type { Problem } from '../news/problem.ts';
import { loadSettings } from './archive.ts';
import { listContentFiles } from './content-files.ts';

/**
 * Origin and base path Astro builds for. A broken site.yaml is not reported here but with all other
 * problems by `loadArchive`, so a stand-in keeps the configuration readable until then.
 */
export function readSiteAddress(
  contentDir: string,
  override: string | undefined,
): { origin: string; base: string } {
  const problems: Problem[] = [];
  const { settings } = loadSettings(contentDir, listContentFiles(contentDir).settings, problems);
  const { origin, base } = createLinks(override ?? settings?.site.address ?? 'http://localhost');
  return { origin, base };
}
