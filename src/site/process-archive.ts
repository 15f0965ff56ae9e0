import { type ArchiveResult, loadArchive } from '../archive/archive.ts';
import type { Environment } from '../environment.ts';

/**
 * The archive that this process makes pages of, read once. Astro evaluates our modules for its
 * content and again for its pages, and the two share nothing but the process.
 */
export function loadProcessArchive(environment: Environment): ArchiveResult {
  const shared = globalThis as { [ARCHIVE]?: ArchiveResult };
  shared[ARCHIVE] ??= loadArchive(environment);
  return shared[ARCHIVE];
}

const ARCHIVE = Symbol.for('ballast.archive');
