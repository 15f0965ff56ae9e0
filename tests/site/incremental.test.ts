import { expect, test } from 'vitest';
import { startTrial } from './incremental.ts';

/** `npm run soak` goes on where this ends: hundreds of steps, and builds that are killed. */
const STEPS = 8;

test(
  'whatever was edited, a build on top of the last one equals a build from nothing',
  async () => {
    const trial = await startTrial(20261125);
    expect(await trial.build(), 'first build').toEqual([]);
    for (let step = 1; step <= STEPS; step++) {
      const names = [await trial.edit(), await trial.edit()];
      expect(await trial.build(), `step ${step}: ${names.join(' and ')}`).toEqual([]);
    }
  },
  10 * 60_000,
);
