import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { download } from './download.ts';
import type { Picture } from './item.ts';
import type { Notes } from './notes.ts';
import { pathBelow } from './old-address.ts';

/** Where an article's pictures may come from. */
export interface PicturePlaces {
  /** Folders in which a relative address is looked up, in this order. */
  folders: readonly string[];
  /** Folder of addresses that start with `/`. */
  root?: string | undefined;
  /** Address of the site whose files lie in `root`. */
  site?: string | undefined;
  /** Address of the page, which relative addresses may belong to. */
  base?: string | undefined;
  /** Bytes that stand in no file: those of a .docx, by the address given to them. */
  embedded?: ReadonlyMap<string, Uint8Array>;
  /** Whether pictures of other hosts may be fetched. */
  mayDownload: boolean;
}

/** What became of an address: a file beside the article, a picture elsewhere, or nothing. */
export type Found = { file: string } | { remote: string } | undefined;

/** Collects the pictures of one article; the same bytes get the same name, on every run. */
export class PictureCollection {
  readonly #name: string;
  readonly #places: PicturePlaces;
  readonly #notes: Notes;
  readonly #found = new Map<string, Found>();
  readonly #pictures = new Map<string, Picture>();

  /** @param name of the article's file; its pictures begin with it */
  constructor(name: string, places: PicturePlaces, notes: Notes) {
    this.#name = name;
    this.#places = places;
    this.#notes = notes;
  }

  get pictures(): Picture[] {
    return [...this.#pictures.values()];
  }

  /**
   * Takes a picture of which the source names these addresses, the likeliest first: a file before
   * another host. What is counted is counted once a picture.
   */
  async take(addresses: readonly string[]): Promise<Found> {
    const key = addresses.join('\n');
    if (!this.#found.has(key)) this.#found.set(key, await this.#take(addresses));
    return this.#found.get(key);
  }

  async #take(addresses: readonly string[]): Promise<Found> {
    const label = shorten(addresses[0] ?? '');
    for (const src of addresses) {
      const bytes = this.#read(src);
      if (bytes) return this.#keep(bytes, label);
    }
    const remote = this.#addressOf(addresses);
    if (remote === undefined) {
      this.#notes.add('lost-pictures', 1, label);
      return undefined;
    }
    const fetched = this.#places.mayDownload ? await download(remote) : undefined;
    if (fetched) return this.#keep(fetched, label);
    this.#notes.add('linked-pictures');
    return { remote };
  }

  async #keep(bytes: Uint8Array, label: string): Promise<Found> {
    const picture = await readPicture(bytes);
    if (!picture) {
      this.#notes.add('odd-pictures', 1, label);
      return undefined;
    }
    const hash = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 8);
    const name = `${this.#name}-${hash}.${picture.extension}`;
    if (!this.#pictures.has(name)) this.#notes.add('pictures');
    this.#pictures.set(name, { name, bytes: picture.bytes });
    return { file: `./${name}` };
  }

  #read(src: string): Uint8Array | undefined {
    const { embedded, folders, root, site } = this.#places;
    const inside = embedded?.get(src) ?? readDataAddress(src);
    if (inside) return inside;
    const isAddress = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(src);
    const below = isAddress || src.startsWith('/') ? pathBelow(src, site) : undefined;
    if (isAddress && below === undefined) return undefined;
    const file = decode((below ?? src).replace(/[?#].*$/s, ''));
    const places = file.startsWith('/')
      ? [root, ...folders].flatMap((folder) => folder ?? [])
      : folders;
    for (const folder of places) {
      const bytes = readInside(folder, file.replace(/^\/+/, ''));
      if (bytes) return bytes;
    }
    return undefined;
  }

  /** A whole address before one that needs the page's: a browser's own copies have none there. */
  #addressOf(addresses: readonly string[]): string | undefined {
    const { base } = this.#places;
    const whole = addresses.find((src) => URL.canParse(src));
    const src = whole ?? addresses.find((one) => URL.canParse(one, base));
    const url = src === undefined ? undefined : new URL(src, base);
    return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
  }
}

/** What browsers show stays as it is; TIFF becomes PNG; what cannot be opened is no picture. */
async function readPicture(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; extension: string } | undefined> {
  try {
    const { format, compression } = await sharp(bytes).metadata();
    const extension = EXTENSIONS[format === 'heif' ? (compression ?? '') : format];
    if (extension !== undefined) return { bytes, extension };
    return { bytes: await sharp(bytes).png().toBuffer(), extension: 'png' };
  } catch {
    return undefined;
  }
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  png: 'png',
  jpeg: 'jpg',
  webp: 'webp',
  gif: 'gif',
  svg: 'svg',
  av1: 'avif',
};

/** The file's bytes, unless the path leads out of the folder: a source is no one's to trust. */
function readInside(folder: string, file: string): Uint8Array | undefined {
  const absolute = path.resolve(folder, file);
  if (!absolute.startsWith(path.resolve(folder) + path.sep)) return undefined;
  try {
    return statSync(absolute).isFile() ? readFileSync(absolute) : undefined;
  } catch {
    return undefined;
  }
}

function readDataAddress(src: string): Uint8Array | undefined {
  const [, kind, data] = /^data:image\/[^,;]*(?:;[^,;]*)*?(;base64)?,(.*)$/is.exec(src) ?? [];
  if (data === undefined) return undefined;
  return kind ? Buffer.from(data, 'base64') : Buffer.from(decode(data));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What a note calls a picture. */
function shorten(src: string): string {
  if (src.startsWith('data:')) return '内嵌的图片';
  return decode(src.replace(/[?#].*$/s, '').replace(/^.*\//s, '')).slice(0, 40) || src.slice(0, 40);
}
