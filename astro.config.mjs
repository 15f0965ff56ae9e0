import path from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { readSiteAddress } from './src/archive/site-address.ts';
import { readEnvironment } from './src/environment.ts';
import { createProcessor } from './src/markdown/processor.ts';

const { cacheDir, contentDir, outDir, siteUrl } = readEnvironment();
const { origin, base } = readSiteAddress(contentDir, siteUrl);

export default defineConfig({
  site: origin,
  base,
  trailingSlash: 'always',
  outDir,
  cacheDir: path.join(cacheDir, 'astro'),
  integrations: [mdx()],
  markdown: { processor: createProcessor({ base }), syntaxHighlight: false },
  // Inlined styles and scripts would need hashes in the content security policy.
  // Several pages at a time: one renders while another is written.
  build: { inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  vite: {
    cacheDir: path.join(cacheDir, 'vite'),
    server: {
      fs: { allow: ['.', contentDir] },
      // A build may run beside the dev server: its thousands of files are not ours to watch.
      watch: { ignored: ['**/.cache/**', `${outDir}/**`] },
    },
    // Inlined scripts would need hashes in the content security policy, too.
    build: { assetsInlineLimit: 0 },
  },
});
