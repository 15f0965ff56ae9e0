import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What a process that renders pages is told: it makes these and no others. */
export interface RenderJob {
  /** Paths of pages that routes list, below the base; pages that stand alone are always made. */
  paths: ReadonlySet<string>;
  /** Ids of the articles whose bodies or covers they show. */
  bodies: ReadonlySet<string>;
  /** Where the process notes what rendering bodies found. */
  notes: string;
}

/** Leaves a job for the process whose environment names `file` as RENDER_JOB. */
export function writeRenderJob(file: string, { paths, bodies, notes }: RenderJob): void {
  const partial = `${file}.part`;
  writeFileSync(partial, JSON.stringify({ paths: [...paths], bodies: [...bodies], notes }));
  renameSync(partial, file);
}

/** Whether this process renders for a build, whose job may be on its way. */
export function isRenderJob(): boolean {
  return process.env['RENDER_JOB'] !== undefined;
}

/**
 * This process's job, once it is there: the process starts while its job is still being planned.
 * Whoever comes after may call `readRenderJob`.
 */
export async function awaitRenderJob(): Promise<RenderJob | undefined> {
  const file = process.env['RENDER_JOB'];
  while (file && !existsSync(file)) await setTimeout(JOB_INTERVAL);
  return readRenderJob();
}

/** This process's job; undefined where everything is to be made, as in the dev server. */
export function readRenderJob(): RenderJob | undefined {
  const file = process.env['RENDER_JOB'];
  if (!file) return undefined;
  if (known?.file !== file) {
    const { paths, bodies, notes } = JSON.parse(readFileSync(file, 'utf8')) as {
      paths: string[];
      bodies: string[];
      notes: string;
    };
    known = { file, job: { paths: new Set(paths), bodies: new Set(bodies), notes } };
  }
  return known.job;
}

/** How often a waiting process looks for its job, in ms. */
const JOB_INTERVAL = 20;

let known: { file: string; job: RenderJob } | undefined;
