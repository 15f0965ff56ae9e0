import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { Environment } from '../environment.ts';
import type { Article } from '../news/article.ts';
import type { RelatedTable } from '../news/related/document.ts';
import type { Archive } from './archive.ts';
import { readRuleVersion } from './code-version.ts';
import { listDocuments, type RelatedSource } from './related-documents.ts';
import { hasRelatedState, openRelatedEngine } from './related-engine.ts';
import { readRelatedTable, writeRelatedTable } from './related-table.ts';

/** What lists are made of. */
export interface RelatedRequest {
  key: number;
  sources: readonly RelatedSource[];
  digests: ReadonlyMap<string, string>;
  dictionary: readonly string[];
}

/**
 * The related lists of a build, made in a thread of their own: it loads what the last run left while
 * content is read, and stores what the next one needs while pages are planned and made.
 */
export interface RelatedLists {
  /**
   * Computes the lists of what is published and leaves them in `cacheDir` for the pages. The same
   * content, pins and dictionary are not computed again; after a change only what it can affect is.
   */
  update(archive: Archive, published: readonly Article[]): Promise<RelatedTable>;
  /** Ends the thread, when everything is stored. */
  close(): Promise<void>;
}

/**
 * Starts the thread. Where nothing was left there is none: a second heap beside the one that an
 * archive was just read into would need the most memory of all.
 */
export function openRelatedLists({ contentDir, cacheDir }: Environment): RelatedLists {
  const open = hasRelatedState(cacheDir) ? openThread : openInPlace;
  const maker = open(contentDir, cacheDir);
  return {
    update: async (archive, published) => {
      const key = keyOf(archive, published);
      const known = readRelatedTable(cacheDir, key);
      const { digests, dictionary } = archive;
      return known ?? maker.make({ key, sources: published, digests, dictionary });
    },
    close: () => maker.close(),
  };
}

interface RelatedMaker {
  /** Called once. */
  make(request: RelatedRequest): Promise<RelatedTable>;
  close(): Promise<void>;
}

function openInPlace(contentDir: string, cacheDir: string): RelatedMaker {
  const engine = openRelatedEngine(cacheDir);
  return {
    make: async ({ key, sources, digests, dictionary }) => {
      const table = await engine.relate(listDocuments(sources, contentDir, digests), dictionary);
      writeRelatedTable(cacheDir, key, table);
      engine.store();
      return table;
    },
    close: async () => {},
  };
}

function openThread(contentDir: string, cacheDir: string): RelatedMaker {
  const address = new URL('./related-update.ts', import.meta.url);
  const worker = new Worker(address, { workerData: { contentDir, cacheDir } });
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  // Who closes hears of it.
  ended.catch(() => {});
  let isAsked = false;
  return {
    make: async ({ sources, ...request }) => {
      isAsked = true;
      worker.postMessage({ ...request, sources: sources.map(pick) });
      await Promise.race([new Promise((resolve) => worker.once('message', resolve)), ended]);
      const table = readRelatedTable(cacheDir, request.key);
      if (!table) throw new Error('The related table was not made.');
      return table;
    },
    close: async () => {
      if (!isAsked) await worker.terminate();
      await ended;
    },
  };
}

/** Computes the lists of what is published, when nothing else is to be done meanwhile. */
export async function prepareRelatedTable(
  archive: Archive,
  published: readonly Article[],
  environment: Environment,
): Promise<RelatedTable> {
  const lists = openRelatedLists(environment);
  try {
    return await lists.update(archive, published);
  } finally {
    await lists.close();
  }
}

/** A number that differs with anything the table depends on; 48 bits of a hash. */
function keyOf({ digests, dictionary }: Archive, published: readonly Article[]): number {
  const code = readRuleVersion('news', 'archive');
  const hash = createHash('sha256').update(JSON.stringify([code, dictionary]));
  for (const { id, file, related } of [...published].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    hash.update(JSON.stringify([id, file, digests.get(file), related]));
  }
  return hash.digest().readUIntBE(0, 6);
}

function pick(article: RelatedSource): RelatedSource {
  const { id, file, year, slug, title, date, source, summary, related } = article;
  const picked = { id, file, year, slug, title, date, summary, related };
  return source ? { ...picked, source } : picked;
}
