import { readText } from '../archive/content-files.ts';
import type { DeskRule } from './desk-rule.ts';
import { checkSource, type SourceFindings } from './source-check.ts';

/** Files to check, with all that a thread needs for it. */
export interface FileTask {
  contentDir: string;
  /** Below the content folder. */
  files: readonly string[];
  rules: readonly DeskRule[];
}

/** Findings of each file, in order; none of what cannot be read, which is told elsewhere. */
export function checkFiles({ contentDir, files, rules }: FileTask): SourceFindings[] {
  return files.map((file) => {
    const text = readText(contentDir, file);
    return typeof text === 'string' ? checkSource(text, file, rules) : { problems: [], links: [] };
  });
}
