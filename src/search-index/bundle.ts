import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { formatIso } from '../news/beijing.ts';
import type { ResultText } from '../news/search/catalog.ts';
import { foldText, type TraditionalTable } from '../news/search/fold.ts';
import type { SearchRecord } from '../news/search/record.ts';
import { articleTokens } from '../news/search/tokens.ts';
import { titleInitials } from './title-initials.ts';

/** File of a bundle's folder that the build reads and the site does not get. */
export const TOKENS_FILE = 'tokens.txt';

const PARTIAL = '.part';

/** Whether a folder is a bundle not finished yet, or never finished. */
export function isPartial(folder: string): boolean {
  return folder.endsWith(PARTIAL);
}

/**
 * Indexes records into `folder`, which appears complete or not at all: Pagefind's index of our
 * tokens, `text/` with what results show, and the list of distinct tokens.
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
  for (const record of records) {
    const tokens = tokensOf(record, table);
    for (const token of tokens) distinct.add(token);
    await addRecord(index, record, tokens, code);
  }
  throwErrors((await index.writeFiles({ outputPath: partial })).errors);
  await close();
  writeTexts(partial, records);
  for (const name of readdirSync(partial)) {
    if (!KEPT.test(name)) rmSync(path.join(partial, name), { recursive: true });
  }
  writeFileSync(path.join(partial, TOKENS_FILE), [...distinct].sort().join('\n'));
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
}

/**
 * Writes Pagefind's script and WebAssembly with an index that matches nothing: the browser opens it
 * first and merges bundles into it, so that bundles need no runtime of their own.
 */
export async function writeRuntime(folder: string): Promise<void> {
  const index = await openIndex('runtime');
  throwErrors(
    (
      await index.addCustomRecord({
        url: '/',
        // U+A000, the one Yi syllable that no token is spelled with.
        content: '\ua000',
        language: 'runtime',
        meta: {},
      })
    ).errors,
  );
  rmSync(folder, { recursive: true, force: true });
  throwErrors((await index.writeFiles({ outputPath: folder })).errors);
  await close();
  for (const name of readdirSync(folder)) {
    if (!RUNTIME.test(name)) rmSync(path.join(folder, name), { recursive: true });
  }
}

const KEPT = /^(?:pagefind-entry\.json|pagefind\..+\.pf_meta|index|filter|text)$/;
const RUNTIME =
  /^(?:pagefind\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.unknown\..+|index)$/;
/** Pagefind writes it before what it compresses. */
const SIGNATURE = 'pagefind_dcd';

async function openIndex(code: string): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({ forceLanguage: code });
  throwErrors(errors);
  if (!index) throw new Error('Pagefind gave no index.');
  return index;
}

function tokensOf({ title, text }: SearchRecord, table: TraditionalTable): string[] {
  const blocks = text.map((paragraph) => foldText(paragraph, table).chars);
  return articleTokens(foldText(title, table).chars, blocks, titleInitials(title));
}

async function addRecord(
  index: PagefindIndex,
  { id, url, date, channel, source, tags }: SearchRecord,
  tokens: string[],
  code: string,
): Promise<void> {
  const filters: Record<string, string[]> = { channel: [channel] };
  if (source !== undefined) filters['source'] = [source];
  if (tags.length > 0) filters['tag'] = [...new Set(tags)];
  const { errors } = await index.addCustomRecord({
    url,
    content: tokens.join(' '),
    language: code,
    meta: {},
    filters,
    // Pagefind sorts numbers as numbers and the rest as text: the id orders articles of one instant.
    sort: { date: `${formatIso(date)} ${id}` },
  });
  throwErrors(errors);
}

function writeTexts(folder: string, records: readonly SearchRecord[]): void {
  const byUrl = new Map(records.map((record) => [record.url, record]));
  const fragments = path.join(folder, 'fragment');
  mkdirSync(path.join(folder, 'text'));
  let written = 0;
  for (const name of readdirSync(fragments)) {
    const content = gunzipSync(readFileSync(path.join(fragments, name))).toString();
    const { url } = JSON.parse(content.slice(SIGNATURE.length)) as { url: string };
    const record = byUrl.get(url);
    if (!record) throw new Error(`Pagefind returned ${url}, which it was not given.`);
    const file = `${name.slice(0, -'.pf_fragment'.length)}.json`;
    writeFileSync(path.join(folder, 'text', file), JSON.stringify(toResultText(record)));
    written++;
  }
  if (written !== byUrl.size || written !== records.length) {
    throw new Error(`${records.length} articles became ${written} search results.`);
  }
}

function toResultText({ url, title, date, channel, source, text }: SearchRecord): ResultText {
  return { url, title, date, channel, ...(source === undefined ? {} : { source }), text };
}

function throwErrors(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}
