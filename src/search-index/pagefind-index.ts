/** What we ask of Pagefind's Node interface; the process it starts gives memory back only by ending. */
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';

export type { IndexFile, PagefindIndex };

type CustomRecord = Parameters<PagefindIndex['addCustomRecord']>[0];

/** @param code Pagefind's language of everything in the index */
export async function openIndex(code: string): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: code });
  throwErrors(errors);
  if (!index) throw new Error('Pagefind gave no index.');
  return index;
}

/** Adds a record of each item, in order, made while Pagefind is still at those before it. */
export async function addRecords<T>(
  index: PagefindIndex,
  items: readonly T[],
  toRecord: (item: T) => CustomRecord,
): Promise<void> {
  const waiting: Promise<void>[] = [];
  for (const item of items) {
    waiting.push(addRecord(index, toRecord(item)));
    if (waiting.length === MOST_WAITING) await waiting.shift();
  }
  await Promise.all(waiting);
}

/**
 * The finished index as files, with `/` in their names; ends Pagefind's process. Most of what it
 * makes is not kept: in memory that costs less than written and deleted.
 */
export async function takeFiles(index: PagefindIndex): Promise<IndexFile[]> {
  const { files, errors } = await index.getFiles();
  throwErrors(errors);
  await close();
  return files.map((file) => ({ ...file, path: file.path.replaceAll('\\', '/') }));
}

/** Enough to keep it busy. */
const MOST_WAITING = 16;

async function addRecord(index: PagefindIndex, record: CustomRecord): Promise<void> {
  throwErrors((await index.addCustomRecord(record)).errors);
}

function throwErrors(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
