import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How often a build's memory is read, in ms. */
const SAMPLE_MS = 200;

/**
 * Imports and builds each corpus, cold, then once more with nothing changed. Seconds are of the whole
 * process; memory is the largest resident set of the build's own process, in MB (Linux only).
 */
export async function run(corpusDir: string): Promise<void> {
  console.log('| corpus | step | seconds | peak MB | of which |');
  console.log('| --- | --- | --- | --- | --- |');
  for (const corpus of ['finance', 'broadcast']) {
    const file = path.join(corpusDir, `${corpus}.jsonl`);
    if (!existsSync(file)) continue;
    const work = mkdtempSync(path.join(tmpdir(), 'ballast-bench-'));
    const env = {
      CONTENT_DIR: path.join(work, 'content'),
      OUT_DIR: path.join(work, 'dist'),
      CACHE_DIR: path.join(work, 'cache'),
      BUILD_TIME: '2026-11-25T12:00:00+08:00',
    };
    const imported = await measure(['scripts/import.ts', file, '--into', env.CONTENT_DIR], env);
    printRow(corpus, 'import', imported);
    printRow(corpus, 'build, cold', await measure(['scripts/build.ts'], env));
    printRow(corpus, 'build, no change', await measure(['scripts/build.ts'], env));
    rmSync(work, { recursive: true });
  }
}

interface Measured {
  seconds: number;
  peakMb: number;
  output: string;
}

function printRow(corpus: string, step: string, { seconds, peakMb, output }: Measured): void {
  const phases = /用时.*?（(.*)）/.exec(output)?.[1] ?? '';
  console.log(`| ${corpus} | ${step} | ${seconds.toFixed(1)} | ${peakMb} | ${phases} |`);
}

function measure(args: readonly string[], env: Record<string, string>): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
    let output = '';
    let peakMb = 0;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const timer = setInterval(() => {
      peakMb = Math.max(peakMb, readPeak(child.pid));
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      if (status === 0) resolve({ seconds: (performance.now() - start) / 1000, peakMb, output });
      else reject(new Error(output));
    });
  });
}

/** The kernel's own high-water mark of a process, in MB; 0 where there is no /proc. */
function readPeak(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
