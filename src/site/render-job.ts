import { readFileSync, writeFileSync } from 'node:fs';

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
  writeFileSync(file, JSON.stringify({ paths: [...paths], bodies: [...bodies], notes }));
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

let known: { file: string; job: RenderJob } | undefined;
