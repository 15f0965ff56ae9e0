/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** Astro's compiler without the site's configuration: components know no content. */
export default getViteConfig(
  { root: '../..', test: { name: 'components', include: ['tests/components/**/*.test.ts'] } },
  { configFile: false, logLevel: 'error', devToolbar: { enabled: false } },
);
