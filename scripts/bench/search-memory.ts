import { readdirSync, readFileSync } from 'node:fs';

export interface Cost {
  seconds: number;
  /** Of the processor, in this process and those that it started and that have ended. */
  processorSeconds: number;
  /** The most that any one process below this one held, in MB; undefined without `/proc`. */
  peakMb: number | undefined;
}

/** Runs a task; its wall time and the peak memory of any process that it started. */
export async function measureCost(task: () => Promise<unknown>): Promise<Cost> {
  let peakKb = 0;
  const sample = () => {
    peakKb = Math.max(peakKb, ...descendants().map(peakOf));
  };
  const sampling = setInterval(sample, SAMPLE_MS);
  const start = performance.now();
  const processorBefore = processorSeconds();
  try {
    await task();
  } finally {
    clearInterval(sampling);
  }
  const seconds = (performance.now() - start) / 1000;
  const used = processorSeconds() - processorBefore;
  return { seconds, processorSeconds: used, peakMb: peakKb === 0 ? undefined : peakKb / 1024 };
}

const SAMPLE_MS = 50;
/** The kernel counts in hundredths of a second. */
const TICKS = 100;

/** utime, stime, cutime and cstime of `proc_pid_stat(5)`. */
function processorSeconds(): number {
  const stat = read('/proc/self/stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
}

function descendants(): number[] {
  const parents = new Map<number, number>();
  for (const name of list('/proc')) {
    const stat = read(`/proc/${name}/stat`);
    // The name of the program, in brackets, may hold spaces.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (/^\d+$/.test(name) && parent > 0) parents.set(Number(name), parent);
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || isBelow(parent));
  };
  return [...parents.keys()].filter(isBelow);
}

/** The kernel's own high-water mark, so that a peak between two samples is not lost. */
function peakOf(pid: number): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // The process has ended.
  }
}
