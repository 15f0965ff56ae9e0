import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type ArchiveResult, loadArchive } from '../../../src/archive/archive.ts';
import { importArticles } from '../../../src/import/importer.ts';
import type { ImportOptions } from '../../../src/import/options.ts';
import type { ImportReport } from '../../../src/import/report.ts';

export const FIXTURES = path.join(import.meta.dirname, '../../fixtures/import');

/** Imports into a folder that each test has for itself. */
export interface Trial {
  /** Goes with the test. */
  folder: string;
  /** The content folder, in it. */
  into: string;
  /** Imports a file or folder into the channel 综合, in Beijing time, unless told otherwise. */
  run(file: string, options?: Partial<ImportOptions>): Promise<ImportReport>;
  /** What a build would read of it. */
  load(): ArchiveResult;
  /** Text of an article of 2026. */
  read(name: string): string;
}

/** To be called once a test file. */
export function useTrial(): Trial {
  const trial: Trial = {
    folder: '',
    into: '',
    run: (file, options = {}) =>
      importArticles({
        file,
        into: trial.into,
        channel: '综合',
        zone: '+08:00',
        draft: false,
        mayDownload: false,
        ...options,
      }),
    load: () =>
      loadArchive({
        root: trial.folder,
        contentDir: trial.into,
        outDir: path.join(trial.folder, 'dist'),
        cacheDir: path.join(trial.folder, 'cache'),
        siteUrl: undefined,
        now: Date.parse('2026-12-01T00:00:00Z'),
      }),
    read: (name) => readFileSync(path.join(trial.into, 'articles/2026', name), 'utf8'),
  };
  beforeEach(() => {
    trial.folder = mkdtempSync(path.join(tmpdir(), 'ballast-import-'));
    trial.into = path.join(trial.folder, 'content');
  });
  afterEach(() => rmSync(trial.folder, { recursive: true }));
  return trial;
}
