import { expect, test } from 'vitest';
import { startTrial } from './incremental.ts';
import { picture, write } from './random-site.ts';

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

test('pictures that are the same, and are not any more', async () => {
  const trial = await startTrial(1);
  const { site } = trial;
  const [first, second] = [await picture('#102030'), await picture('#405060')];
  write(site, 'articles/2026/tu.png', first);
  write(site, 'articles/2026/zu.png', first);
  for (const [number, image] of ['tu.png', 'zu.png', 'zu.png'].entries()) {
    write(site, `articles/2026/p${number}.md`, articleShowing(`./${image}`, number));
  }
  expect(await trial.build(), 'two names of one picture').toEqual([]);
  write(site, 'articles/2026/tu.png', second);
  expect(await trial.build(), 'one of them is another picture').toEqual([]);
  write(site, 'articles/2026/tu.png', first);
  write(site, 'articles/2026/p1.md', articleShowing('./tu.png', 1));
  expect(await trial.build(), 'and the same again').toEqual([]);
}, 180_000);

function articleShowing(image: string, number: number): string {
  return `---\ntitle: 配图的稿件${number}\ndate: 2026-05-0${number + 1} 09:00\nchannel: banking\n---\n\n正文。\n\n![图](${image})\n`;
}
