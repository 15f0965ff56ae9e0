import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeLoanCost } from '../../src/news/loan-cost.ts';

describe('what a loan costs a year', () => {
  // Checked with a spreadsheet: IRR of 12,000 and then the payments.
  test.each([
    [3, 10.77, 216],
    [6, 12.24, 432],
    [12, 13.03, 864],
    [24, 13.27, 1728],
  ])('0.6%% a month over %i months is %d%%', (months, percent, fees) => {
    const { nominalRate, totalFee } = computeLoanCost({
      principal: 12_000,
      months,
      feeRate: 0.006,
    });
    expect(nominalRate * 100).toBeCloseTo(percent, 1);
    expect(Math.round(nominalRate * 10_000) / 100).toBe(percent);
    expect(totalFee).toBeCloseTo(fees, 6);
  });

  test('compounds to the effective rate', () => {
    const cost = computeLoanCost({ principal: 12_000, months: 12, feeRate: 0.006 });
    expect(cost.effectiveRate * 100).toBeCloseTo(13.84, 2);
  });

  test('one month costs its fee', () => {
    const { monthlyRate } = computeLoanCost({ principal: 500, months: 1, feeRate: 0.02 });
    expect(monthlyRate).toBeCloseTo(0.02, 12);
  });

  test('no fee costs nothing', () => {
    expect(computeLoanCost({ principal: 500, months: 6, feeRate: 0 }).nominalRate).toBe(0);
  });

  test('the rate makes the payments worth what was received', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (months, feeRate) => {
          const { schedule, monthlyRate } = computeLoanCost({ principal: 1000, months, feeRate });
          const worth = schedule.reduce(
            (sum, { payment, month }) => sum + payment / (1 + monthlyRate) ** month,
            0,
          );
          expect(worth).toBeCloseTo(1000, 4);
        },
      ),
    );
  });
});

test('the schedule pays back everything in equal parts', () => {
  const { schedule } = computeLoanCost({ principal: 12_000, months: 12, feeRate: 0.006 });
  expect(schedule[0]).toMatchObject({ month: 1, opening: 12_000, closing: 11_000, payment: 1072 });
  expect(schedule[6]?.share).toBeCloseTo(0.012, 10);
  expect(schedule.at(-1)).toMatchObject({ opening: 1000, closing: 0, fee: 72 });
});

test.each([
  [{ principal: 0, months: 12, feeRate: 0.006 }],
  [{ principal: 100, months: 0, feeRate: 0.006 }],
  [{ principal: 100, months: 1.5, feeRate: 0.006 }],
  [{ principal: 100, months: 12, feeRate: -0.1 }],
  [{ principal: Number.NaN, months: 12, feeRate: 0.006 }],
])('%j is no loan', (terms) => {
  expect(() => computeLoanCost(terms)).toThrow(RangeError);
});
