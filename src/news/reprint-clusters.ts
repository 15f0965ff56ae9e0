/** Reprints other than the canonical article, by the id of the canonical one. */
export type Clusters = Readonly<Record<string, readonly string[]>>;

/**
 * The articles without those for which another of them stands: one of each cluster of reprints, the
 * canonical one if it is there, otherwise the first.
 */
export function dropReprints<A extends { id: string }>(
  articles: readonly A[],
  clusters: Clusters,
): A[] {
  const canonicalOf = new Map(
    Object.entries(clusters).flatMap(([best, members]) => members.map((id) => [id, best])),
  );
  if (canonicalOf.size === 0) return [...articles];
  const shown = new Set(articles.filter(({ id }) => clusters[id]).map(({ id }) => id));
  return articles.filter(({ id }) => {
    const best = canonicalOf.get(id);
    if (best === undefined) return true;
    if (shown.has(best)) return false;
    shown.add(best);
    return true;
  });
}
