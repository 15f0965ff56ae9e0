import type { BodyNote } from '../archive/body-notes.ts';
import {
  Numbering,
  type NumberLists,
  type PackedStrings,
  packNumberLists,
  packStrings,
  readNames,
  unpackStrings,
} from '../news/columns.ts';
import type { Ledger, LedgerFile } from './ledger.ts';

/** A ledger in columns: it has a line for each of an archive's files, four times its articles. */
export interface PackedLedger {
  head: Pick<Ledger, 'site' | 'summary'>;
  /** Of each file; no file name has a line end. */
  files: PackedStrings;
  hashes: PackedStrings;
  sizes: Float64Array;
  times: Float64Array;
  /** '' for a file that has none. */
  keys: PackedStrings;
  texts: PackedStrings;
  isOld: Uint8Array;
  /** By number of the name; they repeat on thousands of pages. */
  names: PackedStrings;
  assets: NumberLists;
  targets: NumberLists;
  /** Of the few files that have some. */
  dead: [file: number, dead: LedgerFile['dead']][];
  bodies: { files: PackedStrings; digests: PackedStrings; links: [body: number, string[]][] };
  images: [string, { signature: string; digest: string }][];
}

/** Packs a ledger; `unpackLedger` gives an equal one back. */
export function packLedger({ site, files, bodies, images, summary }: Ledger): PackedLedger {
  const names = new Numbering();
  const number = (name: string) => names.number(name);
  const records = [...files.values()];
  const notes = [...bodies.values()];
  const packed = {
    head: { site, summary },
    files: packStrings([...files.keys()]),
    hashes: packStrings(records.map(({ hash }) => hash)),
    sizes: Float64Array.from(records, ({ size }) => size),
    times: Float64Array.from(records, ({ time }) => time),
    keys: packStrings(records.map(({ key = '' }) => key)),
    texts: packStrings(records.map(({ text = '' }) => text)),
    isOld: Uint8Array.from(records, ({ isOld }) => (isOld ? 1 : 0)),
    assets: packNumberLists(records.map(({ assets }) => assets.map(number))),
    targets: packNumberLists(records.map(({ targets }) => targets.map(number))),
    dead: pickFilled(records.map(({ dead }) => dead)),
    bodies: {
      files: packStrings(notes.map(({ file }) => file)),
      digests: packStrings(notes.map(({ digest }) => digest)),
      links: pickFilled(notes.map(({ links }) => links)),
    },
    images: [...images],
  };
  return { ...packed, names: packStrings(names.all) };
}

export function unpackLedger(packed: PackedLedger): Ledger {
  const [hashes, keys, texts, names] = [
    unpackStrings(packed.hashes),
    unpackStrings(packed.keys),
    unpackStrings(packed.texts),
    unpackStrings(packed.names),
  ];
  const dead = new Map(packed.dead);
  const files = new Map<string, LedgerFile>();
  for (const [i, file] of unpackStrings(packed.files).entries()) {
    files.set(file, {
      hash: hashes[i] as string,
      size: packed.sizes[i] as number,
      time: packed.times[i] as number,
      ...(keys[i] ? { key: keys[i] } : {}),
      assets: readNames(packed.assets, i, names),
      targets: readNames(packed.targets, i, names),
      dead: dead.get(i) ?? [],
      ...(texts[i] ? { text: texts[i] } : {}),
      ...(packed.isOld[i] ? { isOld: true } : {}),
    });
  }
  return {
    ...packed.head,
    files,
    bodies: unpackBodies(packed.bodies),
    images: new Map(packed.images),
  };
}

function unpackBodies({ files, digests, links }: PackedLedger['bodies']): Map<string, BodyNote> {
  const digestOf = unpackStrings(digests);
  const linksOf = new Map(links);
  return new Map(
    unpackStrings(files).map((file, i) => [
      file,
      { file, digest: digestOf[i] as string, links: linksOf.get(i) ?? [] },
    ]),
  );
}

/** The lists that are not empty, with their places. */
function pickFilled<T>(lists: readonly T[][]): [number, T[]][] {
  return lists.flatMap((list, i): [number, T[]][] => (list.length > 0 ? [[i, list]] : []));
}
