import type { Measured } from './measure.ts';

/** One line of the table: what one generator took for one step. */
export interface Row {
  /** `1000`, `10000`, `100000` or `broadcast`. */
  size: string;
  tool: string;
  step: string;
  seconds: number;
  /** Seconds of phases that the others have no counterpart for: the search index. */
  searchSeconds: number;
  /** Processor time in seconds; undefined for a server, which has no end. */
  cpu?: number;
  peakMb?: number;
  files?: number;
  bytes?: number;
  /** Seconds of each phase, as the generator itself says. */
  phases: Record<string, number>;
}

/** A step of one generator, to be run after those before it. */
export interface Step {
  name: string;
  run(): Promise<Omit<Row, 'size' | 'tool' | 'step'>>;
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
): Omit<Row, 'size' | 'tool' | 'step'> {
  return { seconds, searchSeconds: 0, cpu, peakMb, ...site, phases };
}
