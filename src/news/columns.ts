/**
 * Plain data in columns: a few typed arrays are stored, read and sent between threads faster than
 * many objects. What is packed here is unpacked equal.
 */

/** List `i` has the values `starts[i]` to `starts[i + 1]`. */
export interface NumberLists {
  starts: Uint32Array;
  values: Uint32Array;
}

export function packNumberLists(lists: readonly (readonly number[])[]): NumberLists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] as number) + list.length;
  const values = new Uint32Array(starts[lists.length] as number);
  for (const [i, list] of lists.entries()) values.set(list, starts[i]);
  return { starts, values };
}

/** List `i`, each number read as its name. */
export function readNames(
  { starts, values }: NumberLists,
  i: number,
  names: readonly string[],
): string[] {
  const list: string[] = [];
  for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
    list.push(names[values[at] as number] as string);
  }
  return list;
}

/** Gives each name a number, in the order in which they come. */
export class Numbering {
  readonly all: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

/** Strings without line ends, some thousands an array: one string of all would reach 512 MB. */
export type PackedStrings = Uint8Array[];

/** Packs strings, in which no line ends. */
export function packStrings(strings: readonly string[]): PackedStrings {
  const encoder = new TextEncoder();
  const packed: PackedStrings = [];
  for (let from = 0; from < strings.length; from += STRINGS_OF_AN_ARRAY) {
    packed.push(encoder.encode(strings.slice(from, from + STRINGS_OF_AN_ARRAY).join('\n')));
  }
  return packed;
}

export function unpackStrings(packed: PackedStrings): string[] {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return packed.flatMap((bytes) => decoder.decode(bytes).split('\n'));
}

const STRINGS_OF_AN_ARRAY = 50_000;
