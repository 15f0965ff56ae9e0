import { Worker } from 'node:worker_threads';
import type { CopyPair, CopySearch } from './copy-pairs.ts';
import type { Inspection, InspectionTask } from './file-inspection.ts';

/** What the thread is asked. */
export type ThreadTask =
  | { kind: 'inspect'; task: InspectionTask }
  | { kind: 'compare'; search: CopySearch };

/** A second thread for large archives; it starts when it is first asked, one thing at a time. */
export interface CheckThread {
  inspect(task: InspectionTask): Promise<Inspection[]>;
  /** Takes the shingles away from this thread. */
  compare(search: CopySearch): Promise<CopyPair[]>;
  close(): Promise<unknown>;
}

export function openCheckThread(): CheckThread {
  let worker: Worker | undefined;
  const ask = <T>(task: ThreadTask, moved: ArrayBuffer[] = []) =>
    new Promise<T>((resolve, reject) => {
      worker ??= new Worker(new URL('./check-worker.mjs', import.meta.url));
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(task, moved);
    });
  return {
    inspect: (task) => ask({ kind: 'inspect', task }),
    compare: (search) => ask({ kind: 'compare', search }, [search.shingles.buffer]),
    close: async () => worker?.terminate(),
  };
}
