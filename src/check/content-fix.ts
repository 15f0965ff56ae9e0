import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listContentFiles } from '../archive/content-files.ts';
import { decodeText } from '../archive/text-encoding.ts';
import type { IsChosen } from './content-check.ts';
import { fixSource, formatDiff, LINE_ENDS } from './source-fix.ts';

export interface FixedFile {
  file: string;
  /** What was mended, in Chinese. */
  done: string[];
  /** Lines that read differently now; '' where only bytes changed. */
  diff: string;
}

/** Of `files`, those `fixContent` would mend in more than their line ends. */
export function findFixable(contentDir: string, files: readonly string[]): string[] {
  return files.filter((file) => {
    try {
      const fix = fixSource(readFileSync(path.join(contentDir, file)), decodeText);
      return fix?.done.some((name) => name !== LINE_ENDS) ?? false;
    } catch {
      return false;
    }
  });
}

/** Mends articles in place; what cannot be read or written is left for the check to tell. */
export function fixContent(contentDir: string, isChosen?: IsChosen): FixedFile[] {
  const files = listContentFiles(contentDir).articles.filter((file) => isChosen?.(file) ?? true);
  return files.flatMap((file) => {
    const absolute = path.join(contentDir, file);
    try {
      const bytes = readFileSync(absolute);
      const fix = fixSource(bytes, decodeText);
      if (!fix) return [];
      writeFileSync(absolute, fix.text);
      const before = (decodeText(bytes) ?? '').replace(/^\ufeff/, '');
      return [{ file, done: fix.done, diff: formatDiff(before, fix.text) }];
    } catch {
      return [];
    }
  });
}
