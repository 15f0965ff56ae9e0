import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

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
const SAMPLE_MS = 100;

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
    // The shell's `times` counts every child that was waited for, to the end.
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
    const timer = setInterval(() => {
      for (const pid of listTree(child.pid)) peakMb = Math.max(peakMb, readPeak(pid));
    }, SAMPLE_MS);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      if (status === 0) resolve({ seconds, cpu: readTimes(timesText), peakMb, output });
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
  const sum = { files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const { files, bytes } = weighFolder(child);
      sum.files += files;
      sum.bytes += bytes;
    } else {
      sum.files++;
      sum.bytes += statSync(child).size;
    }
  }
  return sum;
}

/** Seconds of the second line of `times`: the children's, user and system. */
function readTimes(text: string): number {
  const [, children = ''] = text.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

/** A process and all that descend from it. */
function listTree(root: number | undefined): number[] {
  if (root === undefined) return [];
  const tree = new Set([root]);
  const parents = listProcesses().map((pid) => [pid, readParent(pid)] as const);
  // Children have higher numbers than their parents, save when the kernel starts over.
  for (const [pid, parent] of parents.sort(([a], [b]) => a - b)) {
    if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function readParent(pid: number): number {
  const stat = readProc(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** The kernel's own high-water mark of a process, in MB. */
function readPeak(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1] ?? 0) / 1024);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
