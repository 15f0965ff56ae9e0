import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hashContent } from '../archive/content-hash.ts';
import { listFiles } from '../archive/folder-hash.ts';
import type { Environment } from '../environment.ts';
import { buildSite } from './build-site.ts';
import { readLedger } from './ledger.ts';

/**
 * Builds the site once more, from nothing and elsewhere, and compares.
 * @returns a line for each file that differs, in Chinese
 */
export async function verifySite(environment: Environment): Promise<string[]> {
  const { cacheDir, outDir } = environment;
  const work = path.join(cacheDir, 'verify');
  const clean: Environment = {
    ...environment,
    outDir: path.join(work, 'site'),
    cacheDir: path.join(work, 'cache'),
  };
  rmSync(work, { recursive: true, force: true });
  try {
    await buildSite(clean, { onPhase: () => {}, onProgress: () => {} });
    const kept = readLedger(cacheDir).files;
    const current = new Set(listFiles(outDir).filter((file) => !kept.get(file)?.isOld));
    const wanted = new Set(listFiles(clean.outDir));
    return [...new Set([...current, ...wanted])].sort().flatMap((file) => {
      if (!wanted.has(file)) return [`多出 ${file}`];
      if (!current.has(file)) return [`缺少 ${file}`];
      const [a, b] = [outDir, clean.outDir].map((folder) =>
        hashContent(readFileSync(path.join(folder, file))),
      );
      return a === b ? [] : [`不同 ${file}`];
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
