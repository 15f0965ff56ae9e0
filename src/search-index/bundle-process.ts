import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { BundleJob } from './index-bundle.ts';
import { CHUNK_SIZE, PARALLEL_BUNDLES } from './settings.ts';

/** Indexes bundles in processes of their own. */
export interface Indexer {
  /** Starts the first process ahead of its job: it takes half a second to load. */
  prepare(): void;
  /** Runs each job in a process, `PARALLEL_BUNDLES` at a time, in the given order. */
  run(jobs: readonly BundleJob[]): Promise<void>;
  /** Ends a process that waits. */
  stop(): void;
}

export function openIndexer(): Indexer {
  let ready: BundleProcess | undefined;
  const take = () => {
    const process = ready ?? startProcess();
    ready = undefined;
    return process;
  };
  return {
    prepare: () => {
      ready ??= startProcess();
    },
    run: async (jobs) => {
      const waiting = [...jobs];
      const work = async () => {
        for (let job = waiting.shift(); job; job = waiting.shift()) await runJob(take(), job);
      };
      await Promise.all(Array.from({ length: PARALLEL_BUNDLES }, work));
    },
    stop: () => {
      ready?.child.kill();
      ready = undefined;
    },
  };
}

interface BundleProcess {
  child: ChildProcess;
  /** Its status, and what it wrote to stderr; heard from the start on, for it may end early. */
  ended: Promise<{ status: number | null; errors: string }>;
}

function startProcess(): BundleProcess {
  const child = fork(path.join(import.meta.dirname, 'index-bundle.ts'), {
    env: { ...process.env, PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: String(CHUNK_SIZE) },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended: BundleProcess['ended'] = new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ status: null, errors: `${errors}${message}` }));
    child.on('close', (status) => resolve({ status, errors }));
  });
  return { child, ended };
}

async function runJob({ child, ended }: BundleProcess, job: BundleJob): Promise<void> {
  const isSent = child.connected;
  if (isSent) child.send(job);
  const { status, errors } = await ended;
  if (isSent && status === 0) return;
  const { from, to } = job.period;
  throw new Error(`Indexing the articles of ${from} to ${to} failed:\n${errors}`);
}
