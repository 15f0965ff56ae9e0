import { expect, test } from 'vitest';
import { startTrial } from '../site/incremental.ts';

/** SOAK_SEED repeats a run that failed; SOAK_STEPS and SOAK_KILLS make it shorter. */
const SEED = Number(process.env['SOAK_SEED'] ?? 1);
const STEPS = Number(process.env['SOAK_STEPS'] ?? 200);
const KILLS = Number(process.env['SOAK_KILLS'] ?? 30);

/** A new site now and then, so that edits do not pile up into a site of nothing but edits. */
const STEPS_OF_A_SITE = 25;

test(`${STEPS} edits, each built on top of the last and from nothing`, async () => {
  for (let first = 0; first < STEPS; first += STEPS_OF_A_SITE) {
    const trial = await startTrial(SEED + first);
    expect(await trial.build(), `seed ${SEED + first}, nothing edited`).toEqual([]);
    for (let step = first + 1; step <= Math.min(first + STEPS_OF_A_SITE, STEPS); step++) {
      const name = await trial.edit();
      console.log(`${step} ${name}`);
      expect(await trial.build(), `seed ${SEED}, step ${step}: ${name}`).toEqual([]);
    }
  }
});

test(`${KILLS} builds killed at random moments, then repeated`, async () => {
  const trial = await startTrial(SEED + 1000);
  expect(await trial.build()).toEqual([]);
  for (let kill = 0; kill < KILLS; kill++) {
    const name = await trial.edit();
    const ms = Math.round(trial.random() * 8000);
    console.log(`${kill + 1} ${name}, killed after ${ms} ms`);
    expect(await trial.kill(ms), `seed ${SEED}, done before kill ${kill + 1}: ${name}`).toEqual([]);
    // Half of them go on with something else than what was being built.
    if (kill % 2 === 0) await trial.edit();
    expect(await trial.build(), `seed ${SEED}, kill ${kill + 1}: ${name}`).toEqual([]);
  }
});
