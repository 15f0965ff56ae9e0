import type { RelatedDocument, RelatedTable } from './document.ts';
import type { RelatedState } from './state.ts';

/** The table of a finished run, in ids and words; `documents` in order of rows. */
export function buildTable(
  documents: readonly RelatedDocument[],
  { ids, lists, canonical, analyses: { vocabulary } }: RelatedState,
): RelatedTable {
  const members = groupReprints(documents, canonical);
  const idOf = (row: number) => ids[row] as string;
  const table: RelatedTable = { lists: {}, clusters: {} };
  for (const row of rowsById(ids)) {
    const { entries } = lists[row] ?? { entries: [] };
    table.lists[idOf(row)] = entries.map((entry) => ({
      id: idOf(entry.row),
      score: Math.round(entry.score * 10_000) / 10_000,
      why: entry.why.map((term) => vocabulary[term] as string),
      also: (members.get(entry.row) ?? []).map(idOf),
    }));
    const others = members.get(row);
    if (others) table.clusters[idOf(row)] = others.map(idOf);
  }
  return table;
}

/** The rows that a canonical row stands for besides itself, oldest first, ties by row. */
export function groupReprints(
  documents: readonly RelatedDocument[],
  canonical: Int32Array,
): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [row, best] of canonical.entries()) {
    if (best !== row) members.set(best, [...(members.get(best) ?? []), row]);
  }
  const dateOf = (row: number) => documents[row]?.date ?? 0;
  for (const rows of members.values()) rows.sort((a, b) => dateOf(a) - dateOf(b) || a - b);
  return members;
}

function rowsById(ids: readonly string[]): number[] {
  const idOf = (row: number) => ids[row] as string;
  return [...ids.keys()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}
