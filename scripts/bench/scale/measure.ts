import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { listTree, readPeak } from './process-tree.ts';

/** What one command took. */
export interface Measured {
  /** Of the clock. */
  seconds: number;
  /** Processor time of the command and all it started, in seconds. */
  cpu: number;
  /** Largest resident set of any one process among them, in MB; 0 where there is no /proc. */
  peakMb: number;
  /** All it printed. */
  output: string;
}

/** How often the process tree is looked at, in ms. */
const SAMPLE_MS = 150;

export interface Command {
  args: readonly [string, ...string[]];
  cwd: string;
  env?: Record<string, string>;
}

/**
 * Runs a command to its end.
 * @throws {Error} with what it printed, when it fails
 */
export function measure({ args, cwd, env }: Command): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // The shell's `times` counts every process that its parent waited for, to the end; looking at
    // the tree counts those nobody waited for, up to the last look. Each gives too little, if anything.
    const child = spawn('sh', ['-c', '"$@"; status=$?; times >&3; exit $status', 'sh', ...args], {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const [, stdout, stderr, times] = child.stdio;
    let output = '';
    let timesText = '';
    for (const stream of [stdout, stderr]) {
      stream?.on('data', (data: Buffer) => {
        output += data.toString('utf8');
      });
    }
    (times as NodeJS.ReadableStream).on('data', (data: Buffer) => {
      timesText += data.toString('utf8');
    });
    let peakMb = 0;
    const seen = new Map<number, number>();
    const timer = setInterval(() => {
      for (const { pid, cpu } of listTree(child.pid)) {
        peakMb = Math.max(peakMb, readPeak(pid));
        seen.set(pid, cpu);
      }
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      const cpu = Math.max(readTimes(timesText), sum([...seen.values()]));
      if (status === 0) resolve({ seconds, cpu, peakMb, output });
      else reject(new Error(`${args.join(' ')}\n${output}`));
    });
  });
}

/** Starts a server in a process group of its own; `stop` ends all of it. */
export function startServer({ args, cwd, env }: Command): {
  process: ChildProcess;
  stop(): Promise<void>;
} {
  const [file, ...rest] = args;
  const child = spawn(file, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    detached: true,
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.pid === undefined) return resolve();
      child.on('exit', () => resolve());
      process.kill(-child.pid, 'SIGTERM');
    });
  return { process: child, stop };
}

/** Files below a folder and their bytes. */
export function weighFolder(folder: string): { files: number; bytes: number } {
  const weight = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const { files, bytes } = weighFolder(child);
      weight.files += files;
      weight.bytes += bytes;
    } else {
      weight.files++;
      weight.bytes += statSync(child).size;
    }
  }
  return weight;
}

/** Seconds of the second line of `times`: the children's, user and system. */
function readTimes(text: string): number {
  const [, children = ''] = text.trim().split('\n');
  const found = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return sum(found.map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
