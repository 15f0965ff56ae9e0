import { readText } from '../archive/content-files.ts';
import { readSource, type SourceReading } from '../archive/readings.ts';
import { readBodyText } from '../news/article-reader.ts';
import { type SampledText, sampleText } from './copy-pairs.ts';
import type { HouseRules } from './desk-rule.ts';
import { checkSource, type SourceFindings } from './source-check.ts';

/** Files to look into, shared by the threads that do it. */
export interface InspectionTask {
  contentDir: string;
  rules: HouseRules;
  jobs: readonly InspectionJob[];
  /** Of an `Int32Array` with one place: the next job that nobody has taken. */
  next: SharedArrayBuffer;
}

/** A file below the content folder, and what is wanted of it. */
export interface InspectionJob {
  file: string;
  isRead: boolean;
  isChecked: boolean;
  /** For the search for copies. */
  isSampled: boolean;
}

export interface Inspection {
  file: string;
  reading?: SourceReading;
  /** None of what cannot be read, which its reading tells. */
  findings?: SourceFindings;
  sampled?: SampledText;
}

/** Does jobs until none is left; each file is opened once. */
export function inspectFiles({ contentDir, rules, jobs, next }: InspectionTask): Inspection[] {
  const counter = new Int32Array(next);
  const done: Inspection[] = [];
  for (;;) {
    const start = Atomics.add(counter, 0, BATCH);
    if (start >= jobs.length) return done;
    for (const { file, isRead, isChecked, isSampled } of jobs.slice(start, start + BATCH)) {
      const text = readText(contentDir, file);
      const read = isRead ? readSource(text, file) : undefined;
      const isText = typeof text === 'string';
      done.push({
        file,
        ...(read && { reading: read.source }),
        ...(isChecked && isText && { findings: checkSource(text, file, rules) }),
        ...(isSampled && isText && { sampled: sampleText(read?.text ?? readBodyText(text, file)) }),
      });
    }
  }
}

/** Large enough not to meet at the counter, small enough that both threads end together. */
const BATCH = 32;
