import { parentPort, workerData } from 'node:worker_threads';
import { type CopySearch, findCopyPairs } from './copy-pairs.ts';

parentPort?.postMessage(findCopyPairs(workerData as CopySearch));
