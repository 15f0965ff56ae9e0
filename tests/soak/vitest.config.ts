import { defineConfig } from 'vitest/config';

/** Long trials, run before a release: `npm run soak`. */
export default defineConfig({
  test: {
    name: 'soak',
    include: ['tests/soak/**/*.test.ts'],
    testTimeout: 4 * 3600_000,
    fileParallelism: false,
  },
});
