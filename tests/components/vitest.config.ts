/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  root: '../..',
  test: { name: 'components', include: ['tests/components/**/*.test.ts'] },
});
