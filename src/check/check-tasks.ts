import { parentPort } from 'node:worker_threads';
import type { ThreadTask } from './check-thread.ts';
import { findCopyPairs } from './copy-pairs.ts';
import { inspectFiles } from './file-inspection.ts';

/** Does what the main thread asks, in the second one: check-worker.mjs loads this there. */
parentPort?.on('message', (asked: ThreadTask) => {
  parentPort?.postMessage(
    asked.kind === 'inspect' ? inspectFiles(asked.task) : findCopyPairs(asked.search),
  );
});
