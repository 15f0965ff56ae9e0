import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { formatIso } from '../news/beijing.ts';
import type { ResultText } from '../news/search/catalog.ts';
import { foldText, type TraditionalTable } from '../news/search/fold.ts';
import type { SearchRecord } from '../news/search/record.ts';
import { articleTokens } from '../news/search/tokens.ts';
import { addRecords, type IndexFile, openIndex, takeFiles } from './pagefind-index.ts';
import { sealFolder } from './sealed-folder.ts';
import { titleInitials } from './title-initials.ts';
import { writeTokens } from './token-file.ts';

/** File of a bundle's folder that the build reads and the site does not get. */
export const TOKENS_FILE = 'tokens.txt';

const PARTIAL = '.part';

/** Whether a folder is a bundle not finished yet, or never finished. */
export function isPartial(folder: string): boolean {
  return folder.endsWith(PARTIAL);
}

/**
 * Indexes records into `folder`, which appears complete and sealed or not at all: Pagefind's index
 * of our tokens, `text/` with what results show, and the list of distinct tokens.
 * Pagefind's own fragments are not kept: they hold tokens, not text. The id of a result is the name
 * of its fragment.
 * @param code Pagefind's language of the bundle: letters and digits. It makes Pagefind take words
 * as they are and begins every result's id.
 */
export async function indexBundle(
  records: readonly SearchRecord[],
  code: string,
  table: TraditionalTable,
  folder: string,
): Promise<void> {
  const partial = `${folder}.${process.pid}${PARTIAL}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const index = await openIndex(code);
  const distinct = new Set<string>();
  await addRecords(index, records, (record) => {
    const tokens = tokensOf(record, table);
    for (const token of tokens) distinct.add(token);
    return toCustomRecord(record, tokens, code);
  });
  const files = await takeFiles(index);
  writeFiles(partial, files, KEPT);
  writeTexts(partial, records, files);
  writeTokens(path.join(partial, TOKENS_FILE), distinct);
  sealFolder(partial);
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/**
 * Writes Pagefind's script and WebAssembly with an index that matches nothing: the browser opens it
 * first and merges bundles into it, so that bundles need no runtime of their own.
 */
export async function writeRuntime(folder: string): Promise<void> {
  const index = await openIndex('runtime');
  // U+A000, the one Yi syllable that no token is spelled with.
  const [language, content] = ['runtime', '\ua000'];
  await addRecords(index, ['/'], (url) => ({ url, content, language, meta: {} }));
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, await takeFiles(index), RUNTIME);
}

const KEPT = /^(?:pagefind-entry\.json|pagefind\..+\.pf_meta|(?:index|filter)\/.+)$/;
const RUNTIME =
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.unknown\..+|index\/.+)$/;
const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
/** Pagefind writes it before what it compresses. */
const SIGNATURE = 'pagefind_dcd';

function tokensOf({ title, text }: SearchRecord, table: TraditionalTable): string[] {
  const blocks = text.map((paragraph) => foldText(paragraph, table).chars);
  return articleTokens(foldText(title, table).chars, blocks, titleInitials(title));
}

function toCustomRecord(
  { id, url, date, channel, source, tags }: SearchRecord,
  tokens: readonly string[],
  code: string,
) {
  const filters: Record<string, string[]> = { channel: [channel] };
  if (source !== undefined) filters['source'] = [source];
  if (tags.length > 0) filters['tag'] = [...new Set(tags)];
  return {
    url,
    content: tokens.join(' '),
    language: code,
    meta: {},
    filters,
    // Pagefind sorts numbers as numbers and the rest as text: the id orders articles of one instant.
    sort: { date: `${formatIso(date)} ${id}` },
  };
}

function writeFiles(folder: string, files: readonly IndexFile[], isKept: RegExp): void {
  for (const { path: file, content } of files) {
    if (!isKept.test(file)) continue;
    const absolute = path.join(folder, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, content);
  }
}

function writeTexts(
  folder: string,
  records: readonly SearchRecord[],
  files: readonly IndexFile[],
): void {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  mkdirSync(path.join(folder, 'text'));
  let written = 0;
  for (const { path: file, content } of files) {
    const id = FRAGMENT.exec(file)?.[1];
    if (id === undefined) continue;
    const fragment = gunzipSync(content).toString();
    const { url } = JSON.parse(fragment.slice(SIGNATURE.length)) as { url: string };
    const record = byUrl.get(url);
    if (!record) throw new Error(`Pagefind returned ${url}, which it was not given.`);
    writeFileSync(path.join(folder, 'text', `${id}.json`), JSON.stringify(toResultText(record)));
    written++;
  }
  if (written !== byUrl.size || written !== records.length) {
    throw new Error(`${records.length} articles became ${written} search results.`);
  }
}

function toResultText({ url, title, date, channel, source, text }: SearchRecord): ResultText {
  return { url, title, date, channel, ...(source === undefined ? {} : { source }), text };
}
