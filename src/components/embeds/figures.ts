/** `12,000` or `1,072.50`: yuan, with cents only where there are some. */
export function formatAmount(value: number): string {
  const cents = Math.round(value * 100);
  const text = (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2);
  return text.replace(/\B(?=(\d{3})+(?!\d))/g, ',').replace(/(\.\d+),/g, '$1');
}

/** `7.20%`: a share of 1, to two decimals. */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
