import LoanCost from './LoanCost.astro';

/** Components authors may write in MDX without importing them. */
export const embeds = { LoanCost };
