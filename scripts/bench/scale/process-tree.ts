import { readdirSync, readFileSync } from 'node:fs';

/** A running process as Linux's /proc shows it. */
export interface Process {
  pid: number;
  parent: number;
  /** Seconds, without its children. */
  cpu: number;
}

/** A process and all that descend from it; none where there is no /proc. */
export function listTree(root: number | undefined): Process[] {
  const all = listProcesses().map(readProcess);
  const tree = all.filter(({ pid }) => pid === root);
  // The list grows while it is gone through.
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** What stands behind the name in `stat`: see proc(5). Linux counts hundredths of a second. */
function readProcess(pid: number): Process {
  const stat = readProc(pid, 'stat');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [, parent = 0] = fields;
  const [user = 0, system = 0] = fields.slice(11, 13);
  return { pid, parent, cpu: (user + system) / 100 };
}

/** The kernel's own high-water mark of a process, in MB. */
export function readPeak(pid: number): number {
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readProc(pid, 'status'))?.[1] ?? 0) / 1024);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
