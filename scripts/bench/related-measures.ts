import type { Judgements } from './related-corpus.ts';

/** How good the lists of one method are over the queries of one set of judgements. */
export interface Quality {
  ndcg: number;
  precision: number;
  mrr: number;
  /** Related ones among all shown in the first five, for queries that have an answer. */
  shown: number;
  /** Entries shown, on average, on queries that have no answer. */
  idle: number;
  queries: number;
}

/**
 * nDCG@10 with the grades as gains (Järvelin & Kekäläinen 2002), precision at 5 and the reciprocal
 * rank of the first related one, as means over the queries that have an answer.
 */
export function measure(
  judgements: Judgements,
  listOf: (id: string) => readonly string[],
  only: (index: number) => boolean = () => true,
): Quality {
  const sums = { ndcg: 0, precision: 0, mrr: 0, related: 0, listed: 0, idle: 0 };
  let queries = 0;
  let unanswerable = 0;
  for (const [index, [query, grades]] of Object.entries(judgements).entries()) {
    if (!only(index)) continue;
    const gains = listOf(query)
      .slice(0, 10)
      .map((id) => grades[id] ?? 0);
    if (Object.keys(grades).length === 0) {
      unanswerable++;
      sums.idle += gains.length;
      continue;
    }
    queries++;
    const ideal = Object.values(grades).sort((a, b) => b - a);
    sums.ndcg += discount(gains) / discount(ideal.slice(0, 10));
    const first = gains.slice(0, 5);
    sums.precision += first.filter((gain) => gain > 0).length / 5;
    sums.related += first.filter((gain) => gain > 0).length;
    sums.listed += first.length;
    const rank = gains.findIndex((gain) => gain > 0);
    sums.mrr += rank < 0 ? 0 : 1 / (rank + 1);
  }
  return {
    ndcg: sums.ndcg / queries,
    precision: sums.precision / queries,
    mrr: sums.mrr / queries,
    shown: sums.related / (sums.listed || 1),
    idle: sums.idle / (unanswerable || 1),
    queries,
  };
}

function discount(gains: readonly number[]): number {
  return gains.reduce((sum, gain, rank) => sum + gain / Math.log2(rank + 2), 0);
}
