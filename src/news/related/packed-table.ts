import type { RelatedItem, RelatedTable } from './document.ts';

/** A table in columns, which are stored and read faster than a million objects. */
export interface PackedTable {
  /** One a line, those with a list first; an id has no line end. */
  ids: string;
  /** One a line. */
  words: string;
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

/** List `i` has the values `starts[i]` to `starts[i + 1]`. */
interface NumberLists {
  starts: Uint32Array;
  values: Uint32Array;
}

/** Packs a table; `unpackTable` gives an equal one back. */
export function packTable({ lists, clusters }: RelatedTable): PackedTable {
  const ids = new Numbering();
  const words = new Numbering();
  for (const id of Object.keys(lists)) ids.number(id);
  const all = Object.values(lists);
  const items = all.flat();
  return {
    items: packLists(all.map((list) => list.map(({ id }) => ids.number(id)))),
    scores: Float64Array.from(items, ({ score }) => score),
    why: packLists(items.map(({ why }) => why.map((word) => words.number(word)))),
    also: packLists(items.map(({ also }) => also.map((id) => ids.number(id)))),
    canonical: Uint32Array.from(Object.keys(clusters), (id) => ids.number(id)),
    members: packLists(Object.values(clusters).map((list) => list.map((id) => ids.number(id)))),
    words: words.all.join('\n'),
    ids: ids.all.join('\n'),
  };
}

export function unpackTable(packed: PackedTable): RelatedTable {
  const ids = packed.ids.split('\n');
  const words = packed.words.split('\n');
  const { items, scores, why, also, canonical, members } = packed;
  const lists: RelatedTable['lists'] = {};
  for (let i = 0; i + 1 < items.starts.length; i++) {
    const list: RelatedItem[] = [];
    for (let at = items.starts[i] as number; at < (items.starts[i + 1] as number); at++) {
      list.push({
        id: ids[items.values[at] as number] as string,
        score: scores[at] as number,
        why: readList(why, at, words),
        also: readList(also, at, ids),
      });
    }
    lists[ids[i] as string] = list;
  }
  const clusters: RelatedTable['clusters'] = {};
  for (const [i, id] of canonical.entries()) {
    clusters[ids[id] as string] = readList(members, i, ids);
  }
  return { lists, clusters };
}

class Numbering {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

function packLists(lists: readonly (readonly number[])[]): NumberLists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] as number) + list.length;
  return { starts, values: Uint32Array.from(lists.flat()) };
}

function readList({ starts, values }: NumberLists, i: number, names: readonly string[]): string[] {
  const list: string[] = [];
  for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
    list.push(names[values[at] as number] as string);
  }
  return list;
}
