import { fork } from 'node:child_process';
import path from 'node:path';
import type { BundleJob } from './index-bundle.ts';
import { CHUNK_SIZE, PARALLEL_BUNDLES } from './settings.ts';

/** Runs each job in a process of its own, `PARALLEL_BUNDLES` at a time, in the given order. */
export async function runBundleJobs(jobs: readonly BundleJob[]): Promise<void> {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await runJob(job);
  };
  await Promise.all(Array.from({ length: PARALLEL_BUNDLES }, work));
}

function runJob(job: BundleJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(path.join(import.meta.dirname, 'index-bundle.ts'), {
      env: { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: String(CHUNK_SIZE) },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else {
        const { from, to } = job.period;
        reject(new Error(`Indexing the articles of ${from} to ${to} failed:\n${errors}`));
      }
    });
    child.send(job);
  });
}
