import type { LoanMonth } from '../../news/loan-cost.ts';

/** The drawing's size, in its own units. */
export const CHART = { width: 720, height: 352 } as const;

const TOP = 70;
const BOTTOM = 300;
/** Part of a column's room that its bar takes. */
const BAR_SHARE = 0.6;

export interface LoanChart {
  bars: { x: number; y: number; width: number; height: number }[];
  points: { x: number; y: number }[];
}

/** Bars of principal owed and the points of fee ÷ principal, both scaled to their own highest. */
export function drawLoan(schedule: readonly LoanMonth[]): LoanChart {
  const principal = schedule[0]?.opening ?? 1;
  const highest = schedule.at(-1)?.share || 1;
  const width = (CHART.width / (schedule.length - 1 + BAR_SHARE)) * BAR_SHARE;
  const step = schedule.length > 1 ? (CHART.width - width) / (schedule.length - 1) : 0;
  const scale = (share: number) => round((BOTTOM - TOP) * share);
  return {
    bars: schedule.map(({ opening }, index) => {
      const height = scale(opening / principal);
      return { x: round(step * index), y: round(BOTTOM - height), width: round(width), height };
    }),
    points: schedule.map(({ share }, index) => ({
      x: round(step * index + width / 2),
      y: round(BOTTOM - scale(share / highest)),
    })),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
