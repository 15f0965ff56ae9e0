import type { Measured } from './measure.ts';

/** One line of the table: what one generator took for one step. */
export interface Row {
  /** `1000`, `10000`, `100000` or `broadcast`. */
  size: string;
  tool: string;
  step: string;
  /** Processes that wanted a core before the step began: what else the machine had to do. */
  load: number;
  seconds: number;
  /** Seconds of phases that the others have no counterpart for: the search index. */
  searchSeconds: number;
  /** Processor time in seconds; undefined for a server, which has no end. */
  cpu?: number;
  peakMb?: number;
  files?: number;
  bytes?: number;
  /** Pages made in this build, where the others are left as they were. */
  made?: number;
  /** Seconds of each phase, as the generator itself says. */
  phases: Record<string, number>;
}

/** What a step itself can say. */
export type StepResult = Omit<Row, 'size' | 'tool' | 'step' | 'load'>;

/** A step of one generator, to be run after those before it. */
export interface Step {
  name: string;
  run(): Promise<StepResult>;
}

/** A generator with its site prepared. */
export interface Tool {
  name: string;
  prepare(): Promise<void>;
  steps: readonly Step[];
}

/** A build as a row has it. */
export function describeBuild(
  { seconds, cpu, peakMb }: Measured,
  site: { files: number; bytes: number },
  phases: Record<string, number> = {},
): StepResult {
  return { seconds, searchSeconds: 0, cpu, peakMb, ...site, phases };
}
