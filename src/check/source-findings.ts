import { createHash } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { readJson, writeJson } from '../archive/cache.ts';
import { readCodeVersion } from '../archive/code-version.ts';
import { signatureOf } from '../archive/content-files.ts';
import { checkFiles, type FileTask } from './file-check.ts';
import type { SourceFindings } from './source-check.ts';

/**
 * Findings of all files, those of unchanged files from the cache. Many changed files are checked in
 * a thread, which runs while the caller reads the archive: call first, await later.
 * @param cacheDir undefined: neither read nor written, for a few files
 */
export async function findInSources(
  task: FileTask,
  cacheDir: string | undefined,
): Promise<Map<string, SourceFindings>> {
  if (cacheDir === undefined) return toMap(task.files, checkFiles(task));
  const cacheFile = path.join(cacheDir, 'checks.json');
  const version = versionOf(task);
  const cached = readJson<Record<string, CachedFindings>>(cacheFile, version) ?? {};
  const signatures = new Map(
    task.files.map((file) => [file, signatureOf(path.join(task.contentDir, file))]),
  );
  const stale = task.files.filter((file) => cached[file]?.signature !== signatures.get(file));
  const fresh = toMap(stale, await checkAside({ ...task, files: stale }));
  const all = new Map(
    task.files.map((file) => {
      const { problems = [], links = [] } = fresh.get(file) ?? cached[file] ?? {};
      return [file, { problems, links }];
    }),
  );
  if (stale.length > 0 || Object.keys(cached).length !== task.files.length) {
    const stored = [...all].map(([file, { problems, links }]): [string, CachedFindings] => [
      file,
      {
        signature: signatures.get(file) ?? '',
        ...(problems.length > 0 && { problems }),
        ...(links.length > 0 && { links }),
      },
    ]);
    writeJson(cacheFile, version, Object.fromEntries(stored));
  }
  return all;
}

/** Most files have nothing to say, and say it briefly. */
type CachedFindings = { signature: string } & Partial<SourceFindings>;

/** Starting a thread costs as much as checking this many files. */
const WORTH_A_THREAD = 500;

function checkAside(task: FileTask): Promise<SourceFindings[]> {
  if (task.files.length < WORTH_A_THREAD) return Promise.resolve(checkFiles(task));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./source-worker.ts', import.meta.url), { workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

function versionOf({ rules }: FileTask): number {
  const code = readCodeVersion('check', 'news', 'markdown');
  const hash = createHash('sha256').update(`${code} ${JSON.stringify(rules)}`);
  return Number.parseInt(hash.digest('hex').slice(0, 12), 16);
}

function toMap<T>(files: readonly string[], findings: readonly T[]): Map<string, T> {
  return new Map(files.map((file, index) => [file, findings[index] as T]));
}
