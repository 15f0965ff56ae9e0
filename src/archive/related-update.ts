import { parentPort, workerData } from 'node:worker_threads';
import { listDocuments } from './related-documents.ts';
import { openRelatedEngine } from './related-engine.ts';
import type { RelatedRequest } from './related-lists.ts';
import { writeRelatedTable } from './related-table.ts';

/** The thread of a build's related lists: one request, then it ends. */
const { contentDir, cacheDir } = workerData as { contentDir: string; cacheDir: string };
const engine = openRelatedEngine(cacheDir);

parentPort?.once('message', async (request: RelatedRequest) => {
  const { key, sources, digests, dictionary } = request;
  const documents = listDocuments(sources, contentDir, digests);
  writeRelatedTable(cacheDir, key, await engine.relate(documents, dictionary));
  parentPort?.postMessage(key);
  engine.store();
});
