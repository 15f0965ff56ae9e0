import { parentPort, workerData } from 'node:worker_threads';
import { type InspectionTask, inspectFiles } from './file-inspection.ts';

parentPort?.postMessage(inspectFiles(workerData as InspectionTask));
