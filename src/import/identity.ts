import { createHash } from 'node:crypto';
import { frontmatterSchema } from '../news/frontmatter-schema.ts';
import { toSlug } from '../news/source-path.ts';
import { isWindowsDevice } from '../news/windows-name.ts';

/** What names an item that has no id: the same on every run, and after its text was corrected. */
export interface Naming {
  title: string;
  /** As frontmatter writes it. */
  date: string;
  source?: { name: string; url?: string };
}

/**
 * The article's permanent id: the source's own, as text. One that frontmatter does not take (spaces,
 * a `tag:` address) keeps its letters and digits and gets a short hash; without one it is the day
 * and a hash of title, date and source.
 */
export function identify(id: string | undefined, { title, date, source }: Naming): string {
  const given = id?.trim().normalize('NFC') ?? '';
  if (given !== '' && frontmatterSchema.shape.id.safeParse(given).success) return given;
  if (given !== '') return withHash(given);
  const name = JSON.stringify([title, date, source?.name ?? '', source?.url ?? '']);
  return `${date.slice(0, 10).replaceAll('-', '')}-${hash(name)}`;
}

/**
 * The file name, and so the address, of an article: from its id alone, so that a second run and a
 * changed title lead to the same file. Two ids never get one name, also where case is ignored.
 * `0` becomes `item-0`: a bare number in an address looks like a month or a day.
 */
export function slugFor(id: string): string {
  if (/^\d{1,40}$/.test(id)) return `item-${id}`;
  const isSafe =
    id === toSlug(id).toLowerCase() &&
    id.length <= LONGEST &&
    !id.includes('~') &&
    !/^item-\d+$/.test(id) &&
    !isWindowsDevice(id);
  return isSafe ? id : withHash(id);
}

/** The file name an article wishes, where it is one for every system; else its id's. */
export function nameFor(wished: string | undefined, id: string): string {
  if (wished === undefined || /^[\d.]*$/.test(wished)) return slugFor(id);
  return slugFor(
    toSlug(wished)
      .toLowerCase()
      .slice(0, LONGEST)
      .replace(/[-.]+$/, ''),
  );
}

/** Another name for an article whose own is taken. */
export function otherNameFor(file: string, id: string): string {
  return file.replace(/\.md$/, `-${hash(id)}.md`);
}

/** Longest name, in UTF-16 units: 3 bytes each in UTF-8 stay far below the 255 of file systems. */
const LONGEST = 60;

function withHash(id: string): string {
  const readable = toSlug(id)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, LONGEST - 10)
    .toWellFormed()
    .replaceAll(/[^\p{L}\p{N}._-]/gu, '')
    .replaceAll(/^[-.]+|[-.]+$/g, '');
  return [readable, hash(id)].filter((part) => part !== '').join('-');
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
