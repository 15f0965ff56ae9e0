import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openRelatedEngine, writeState } from '../../src/archive/related-engine.ts';
import { updateInThreads } from '../../src/archive/related-threads.ts';
import { growCorpus, readCorpus } from './related-corpus.ts';

/** What one process measured; times in ms, memory in MB. */
export interface Speed {
  count: number;
  cold: number;
  /** Processor time of all threads in the cold run: what other programs take does not count. */
  coldCpu: number;
  peak: number;
  /** The twenty newest articles more, the previous state in memory, and through the cache folder. */
  update: number;
  cachedUpdate: number;
  /** The same twenty on the first day of a new month: a month more is closed, terms change weight. */
  monthTurn: number;
}

/** Measures `count` articles; run in a process of its own, for the peak of memory is the process's. */
export async function measureSpeed(corpusDir: string, count: number): Promise<Speed> {
  const documents = growCorpus(readCorpus(corpusDir, 'broadcast'), count);
  const newest = documents.toSorted((a, b) => b.date - a.date).slice(0, 20);
  const fewer = documents.filter((document) => !newest.includes(document));
  const before = process.cpuUsage();
  let start = performance.now();
  const { state } = await updateInThreads(fewer, []);
  const cold = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const coldCpu = (user + system) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  start = performance.now();
  await updateInThreads(documents, [], state);
  const update = performance.now() - start;
  const latest = newest[0]?.date ?? 0;
  start = performance.now();
  await updateInThreads(
    [...fewer, ...newest.map((one) => ({ ...one, date: latest + 31 * DAY_MS }))],
    [],
    state,
  );
  const monthTurn = performance.now() - start;

  const cacheDir = mkdtempSync(path.join(tmpdir(), 'related-'));
  try {
    writeState(cacheDir, state);
    start = performance.now();
    const engine = openRelatedEngine(cacheDir);
    await engine.relate(documents, []);
    engine.store();
    const cachedUpdate = performance.now() - start;
    return { count, cold, coldCpu, peak, update, cachedUpdate, monthTurn };
  } finally {
    rmSync(cacheDir, { recursive: true });
  }
}

const DAY_MS = 86_400_000;

const [corpusDir, count] = process.argv.slice(2);
if (import.meta.main && corpusDir && count) {
  process.stdout.write(JSON.stringify(await measureSpeed(corpusDir, Number(count))));
}
