import { defineConfig } from 'vitest/config';

/**
 * Four levels, each where its faults would show: the domain alone, components in Astro's container,
 * really built fixture sites, and a real browser.
 */
export default defineConfig({
  test: {
    // On two cores Vitest would use one.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Property tests and a body of 5 MB: a busy machine is no fault of theirs.
          testTimeout: 60_000,
        },
      },
      './tests/components/vitest.config.ts',
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Each file builds sites of its own: on two cores more at once only wait for each other.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
