import { parentPort, workerData } from 'node:worker_threads';
import { analyse } from '../news/related/analyses.ts';
import { packLists } from '../news/related/packed-lists.ts';
import { Ranker } from '../news/related/ranking.ts';
import { createSegmenter } from '../news/words.ts';
import type { RelatedTask } from './related-threads.ts';

/** One task, one answer, then the thread ends. */
const task = workerData as RelatedTask;
if (task.kind === 'analyse') {
  parentPort?.postMessage(analyse(task.documents, createSegmenter(task.dictionary)));
} else {
  const ranker = new Ranker(task.input);
  parentPort?.postMessage(packLists(task.rows.map((row) => ranker.rank(row))));
}
