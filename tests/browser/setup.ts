import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite, makeTemporaryFolder, ROOT } from '../site/build.ts';
import { BASE } from './browser.ts';

/** Builds the shipped content once for all browser tests, for an address with a path of its own. */
export default async function setup(project: TestProject): Promise<void> {
  const outDir = path.join(makeTemporaryFolder(), 'dist');
  const built = await buildSite({
    contentDir: path.join(ROOT, 'content'),
    env: { OUT_DIR: outDir, SITE_URL: `https://example.com${BASE}` },
  });
  if (built.status !== 0) throw new Error(built.output);
  project.provide('sampleSite', outDir);
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the built sample site. */
    sampleSite: string;
  }
}
