import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBefore, Pool } from '../../../src/news/related/pool.ts';

test('the best stay, the lower row of equals, whatever order they are offered in', () => {
  const offers = fc
    .uniqueArray(fc.nat(50), { minLength: 1 })
    .chain((rows) =>
      fc.tuple(
        fc.shuffledSubarray(rows, { minLength: rows.length }),
        fc.array(fc.nat(3), { minLength: 51, maxLength: 51 }),
        fc.integer({ min: 1, max: 12 }),
      ),
    );
  fc.assert(
    fc.property(offers, ([rows, scores, size]) => {
      const pool = new Pool(size);
      for (const row of rows) pool.offer(row, scores[row] ?? 0);
      const all = rows.map((row) => ({ row, score: scores[row] ?? 0 }));
      const best = all.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, size);
      expect([...pool.items].sort((a, b) => (isBefore(a, b) ? -1 : 1))).toEqual(best);
      expect(pool.floor).toBe(best.length < size ? 0 : best.at(-1)?.score);
    }),
    { numRuns: 500 },
  );
});
