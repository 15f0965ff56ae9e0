import { createHash } from 'node:crypto';
import path from 'node:path';
import { readLists, writeLists } from '../archive/cache.ts';
import { readRuleVersion } from '../archive/code-version.ts';
import type { Readings } from '../archive/readings.ts';
import type { CheckThread } from './check-thread.ts';
import type { SampledText } from './copy-pairs.ts';
import type { HouseRules } from './desk-rule.ts';
import { type Inspection, type InspectionJob, inspectFiles } from './file-inspection.ts';
import type { SourceFindings } from './source-check.ts';

/** The files to check, and those to read on the way. */
export interface Sources {
  contentDir: string;
  /** Below the content folder, sorted. */
  files: readonly string[];
  rules: HouseRules;
  /** Of all articles; gets what its stale files gave. */
  readings: Readings;
  /** Files whose texts are wanted as well. */
  sampled: ReadonlySet<string>;
  thread: CheckThread;
}

export interface InspectedSources {
  findings: Map<string, SourceFindings>;
  /** Of the files to sample, by file. */
  texts: Map<string, SampledText>;
  /** Keeps the findings for the next time. */
  store(): void;
}

/**
 * Findings of all files, those of unchanged files from the cache. Many changed files are read and
 * checked in two threads.
 * @param cacheDir undefined: findings are neither read nor written, for a few files
 */
export async function inspectSources(
  sources: Sources,
  cacheDir: string | undefined,
): Promise<InspectedSources> {
  const { contentDir, files, rules, readings, sampled, thread } = sources;
  const cache = cacheDir === undefined ? undefined : openFindings(cacheDir, rules);
  const isKnown = (file: string) =>
    cache?.known.get(file)?.signature === (readings.signatures.get(file) ?? '');
  const checked = new Set(files.filter((file) => !isKnown(file)));
  const read = new Set(readings.stale);
  const jobs = [...new Set([...read, ...checked, ...sampled])].map((file) => ({
    file,
    isRead: read.has(file),
    isChecked: checked.has(file),
    isSampled: sampled.has(file),
  }));
  const inspected = await inspect({ contentDir, rules, jobs }, thread);
  const fresh = new Map<string, SourceFindings>();
  const texts = new Map<string, SampledText>();
  for (const { file, reading, findings, sampled: text } of inspected) {
    if (reading) readings.add(file, reading);
    if (findings) fresh.set(file, findings);
    if (text) texts.set(file, text);
  }
  const all = new Map(
    files.map((file) => {
      const { problems = [], links = [] } = fresh.get(file) ?? cache?.known.get(file) ?? {};
      return [file, { problems, links }];
    }),
  );
  const isChanged = checked.size > 0 || (cache?.known.size ?? 0) !== files.length;
  return {
    findings: all,
    texts,
    store: () => {
      if (isChanged) cache?.store(all, readings.signatures);
    },
  };
}

/** Starting a thread costs as much as reading and checking this many files. */
const WORTH_A_THREAD = 400;

async function inspect(
  work: { contentDir: string; rules: HouseRules; jobs: readonly InspectionJob[] },
  thread: CheckThread,
): Promise<Inspection[]> {
  const task = { ...work, next: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  if (work.jobs.length < WORTH_A_THREAD) return inspectFiles(task);
  const aside = thread.inspect(task);
  const here = inspectFiles(task);
  return [...here, ...(await aside)];
}

/** Most files have nothing to say, and say it briefly. */
type CachedFindings = { signature: string } & Partial<SourceFindings>;
/** By file. */
type Stored = { findings: [string, CachedFindings][] };

function openFindings(cacheDir: string, rules: HouseRules) {
  const cacheFile = path.join(cacheDir, 'checks.json');
  const version = versionOf(rules);
  return {
    known: new Map(readLists<Stored>(cacheFile, version)?.findings),
    store(
      findings: ReadonlyMap<string, SourceFindings>,
      signatures: ReadonlyMap<string, string>,
    ): void {
      const list = [...findings].map(([file, { problems, links }]): [string, CachedFindings] => [
        file,
        {
          signature: signatures.get(file) ?? '',
          ...(problems.length > 0 && { problems }),
          ...(links.length > 0 && { links }),
        },
      ]);
      writeLists(cacheFile, version, { findings: list } satisfies Stored);
    },
  };
}

function versionOf(rules: HouseRules): number {
  const code = readRuleVersion('check', 'news', 'markdown');
  const hash = createHash('sha256').update(`${code} ${JSON.stringify(rules)}`);
  return Number.parseInt(hash.digest('hex').slice(0, 12), 16);
}
