import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildSite, makeTemporaryFolder, ROOT } from '../site/build.ts';

/** Builds the shipped content for a browser test; `siteUrl` may have a base path. */
export async function buildSampleSite(siteUrl?: string): Promise<string> {
  const work = makeTemporaryFolder();
  const built = await buildSite({
    contentDir: path.join(ROOT, 'content'),
    env: {
      OUT_DIR: path.join(work, 'dist'),
      ...(siteUrl === undefined ? {} : { SITE_URL: siteUrl }),
    },
  });
  if (built.status !== 0 || !existsSync(built.outDir)) throw new Error(built.output);
  return built.outDir;
}
