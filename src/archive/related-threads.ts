import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Analyses, analyse, joinAnalyses, type RowOrigin } from '../news/related/analyses.ts';
import type { RelatedDocument, RelatedTable } from '../news/related/document.ts';
import { draftUpdate } from '../news/related/draft.ts';
import { type PackedLists, unpackLists } from '../news/related/packed-lists.ts';
import { prepareRanking } from '../news/related/preparation.ts';
import { type RankedList, Ranker } from '../news/related/ranking.ts';
import { keepLists } from '../news/related/reuse.ts';
import type { RankingInput } from '../news/related/scoring.ts';
import type { RelatedState } from '../news/related/state.ts';
import { buildTable } from '../news/related/table.ts';
import { createSegmenter } from '../news/words.ts';

/** What a worker is asked for; the answers are `Analyses` and `PackedLists`. */
export type RelatedTask =
  | { kind: 'analyse'; dictionary: readonly string[]; documents: { title: string; text: string }[] }
  | { kind: 'rank'; input: RankingInput; rows: number[] };

/**
 * `updateRelated` with the two long steps, segmentation and ranking, spread over the machine's
 * cores when there is enough to do; the result is the same.
 */
export async function updateInThreads(
  documents: readonly RelatedDocument[],
  dictionary: readonly string[],
  previous?: RelatedState,
): Promise<{ table: RelatedTable; state: RelatedState }> {
  const draft = draftUpdate(documents, { dictionary }, previous);
  const preparation = prepareRanking(draft, await analyseAll(draft.fresh, dictionary));
  const kept = keepLists(draft, preparation);
  const rows = [...kept.keys()].filter((row) => !kept[row]);
  const ranked = await rankAll(preparation.input, rows);
  for (const [i, row] of rows.entries()) kept[row] = ranked[i];
  const state: RelatedState = { ...preparation.state, lists: kept as RankedList[] };
  return { table: buildTable(draft.documents, state), state };
}

/** Below, a worker's start (a dictionary of 5 MB) costs more than it saves; in characters. */
const MUCH_TEXT = 500_000;
const MANY_ROWS = 1000;

async function analyseAll(
  documents: readonly RelatedDocument[],
  dictionary: readonly string[],
): Promise<Analyses> {
  const length = documents.reduce((sum, { text }) => sum + text.length, 0);
  const threads = availableParallelism();
  if (length < MUCH_TEXT || threads < 2) {
    return analyse(documents, documents.length > 0 ? createSegmenter(dictionary) : NO_WORDS);
  }
  const shares = splitByLength(documents, length / threads);
  const parts = await Promise.all(
    shares.map((share) =>
      runTask<Analyses>({
        kind: 'analyse',
        dictionary,
        documents: share.map(({ title, text }) => ({ title, text })),
      }),
    ),
  );
  const origins = shares.flatMap((share, part) =>
    share.map((_, row): RowOrigin => ({ part, row })),
  );
  return joinAnalyses(parts, origins);
}

async function rankAll(input: RankingInput, rows: number[]): Promise<RankedList[]> {
  const threads = availableParallelism();
  if (rows.length < MANY_ROWS || threads < 2) {
    const ranker = new Ranker(input);
    return rows.map((row) => ranker.rank(row));
  }
  const shared = shareInput(input);
  const size = Math.ceil(rows.length / threads);
  const shares = Array.from({ length: threads }, (_, i) => rows.slice(i * size, (i + 1) * size));
  const lists = await Promise.all(
    shares.map((share) => runTask<PackedLists>({ kind: 'rank', input: shared, rows: share })),
  );
  return lists.flatMap(unpackLists);
}

const NO_WORDS = { words: () => [] };

/** Runs of documents with about `share` characters each. */
function splitByLength(documents: readonly RelatedDocument[], share: number): RelatedDocument[][] {
  const shares: RelatedDocument[][] = [[]];
  let length = 0;
  for (const document of documents) {
    if (length >= share * shares.length) shares.push([]);
    shares.at(-1)?.push(document);
    length += document.text.length;
  }
  return shares;
}

function runTask<T>(task: RelatedTask): Promise<T> {
  // Kept apart from `new Worker`, or Vite would bundle a worker into the pages' server build.
  const address = new URL('./related-worker.ts', import.meta.url);
  return new Promise((resolve, reject) => {
    const worker = new Worker(address, { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`related-worker.ts stopped with exit code ${code}.`));
    });
  });
}

/** The same input in memory that threads share instead of copying. */
function shareInput(input: RankingInput): RankingInput {
  return share(input) as RankingInput;
}

function share(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    const memory = new SharedArrayBuffer(byteLength);
    new Uint8Array(memory).set(new Uint8Array(buffer, byteOffset, byteLength));
    const View = value.constructor as new (memory: SharedArrayBuffer) => ArrayBufferView;
    return new View(memory);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, share(member)]));
}
