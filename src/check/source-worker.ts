import { parentPort, workerData } from 'node:worker_threads';
import { checkFiles, type FileTask } from './file-check.ts';

// Sources are checked here while the main thread reads the archive.
parentPort?.postMessage(checkFiles(workerData as FileTask));
