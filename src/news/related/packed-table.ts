import {
  Numbering,
  type NumberLists,
  type PackedStrings,
  packNumberLists,
  packStrings,
  readNames,
  unpackStrings,
} from '../columns.ts';
import type { RelatedItem, RelatedTable } from './document.ts';

/** A table in columns, which are stored and read faster than a million objects. */
export interface PackedTable {
  /** Those with a list first; an id has no line end. */
  ids: PackedStrings;
  words: PackedStrings;
  /** Items of the lists, by number of their id; the rest item after item. */
  items: NumberLists;
  scores: Float64Array;
  /** By number of the word. */
  why: NumberLists;
  also: NumberLists;
  /** Canonical ids, and the other members of each. */
  canonical: Uint32Array;
  members: NumberLists;
}

/** Packs a table; `unpackTable` gives an equal one back. */
export function packTable({ lists, clusters }: RelatedTable): PackedTable {
  const ids = new Numbering();
  const words = new Numbering();
  for (const id of Object.keys(lists)) ids.number(id);
  const all = Object.values(lists);
  const items = all.flat();
  return {
    items: packNumberLists(all.map((list) => list.map(({ id }) => ids.number(id)))),
    scores: Float64Array.from(items, ({ score }) => score),
    why: packNumberLists(items.map(({ why }) => why.map((word) => words.number(word)))),
    also: packNumberLists(items.map(({ also }) => also.map((id) => ids.number(id)))),
    canonical: Uint32Array.from(Object.keys(clusters), (id) => ids.number(id)),
    members: packNumberLists(
      Object.values(clusters).map((list) => list.map((id) => ids.number(id))),
    ),
    words: packStrings(words.all),
    ids: packStrings(ids.all),
  };
}

export function unpackTable(packed: PackedTable): RelatedTable {
  const ids = unpackStrings(packed.ids);
  const words = unpackStrings(packed.words);
  const { items, scores, why, also, canonical, members } = packed;
  const lists: RelatedTable['lists'] = {};
  for (let i = 0; i + 1 < items.starts.length; i++) {
    const list: RelatedItem[] = [];
    for (let at = items.starts[i] as number; at < (items.starts[i + 1] as number); at++) {
      list.push({
        id: ids[items.values[at] as number] as string,
        score: scores[at] as number,
        why: readNames(why, at, words),
        also: readNames(also, at, ids),
      });
    }
    lists[ids[i] as string] = list;
  }
  const clusters: RelatedTable['clusters'] = {};
  for (const [i, id] of canonical.entries()) {
    clusters[ids[id] as string] = readNames(members, i, ids);
  }
  return { lists, clusters };
}
