import type { RelatedDocument } from './document.ts';

/**
 * The canonical row of each row, from pairs of reprints two after two: the best of those it is a reprint of. Best is the newsroom's own
 * report, then the longer text (in steps of a half), then the earlier, then the lower row; every
 * member of a cluster is a reprint of its canonical row itself, not of another member only.
 */
export function chooseCanonical(
  documents: readonly RelatedDocument[],
  pairs: Uint32Array,
): Int32Array {
  const neighbours = new Map<number, number[]>();
  const link = (a: number, b: number) => {
    const known = neighbours.get(a);
    if (known) known.push(b);
    else neighbours.set(a, [b]);
  };
  for (let i = 0; i < pairs.length; i += 2) {
    link(pairs[i] as number, pairs[i + 1] as number);
    link(pairs[i + 1] as number, pairs[i] as number);
  }
  const canonical = Int32Array.from(documents, (_, row) => row);
  const taken = new Set<number>();
  const ranked = [...neighbours.keys()].map((row) => ({ row, rank: rankOf(documents[row]) }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) || a.row - b.row);
  for (const { row } of ranked) {
    if (taken.has(row)) continue;
    taken.add(row);
    for (const other of neighbours.get(row) ?? []) {
      if (taken.has(other)) continue;
      taken.add(other);
      canonical[other] = row;
    }
  }
  return canonical;
}

function rankOf(document: RelatedDocument | undefined): [number, number, number] {
  const { source, text = '', date = 0 } = document ?? {};
  return [source ? 1 : 0, -Math.round(2 * Math.log2(text.length + 1)), date];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
