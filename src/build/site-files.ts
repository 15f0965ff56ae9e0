import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../archive/folder-hash.ts';
import type { LedgerFile } from './ledger.ts';

/** A file of the new site: made in this build, at `staged`, or left where it is. */
export interface SiteFile extends Omit<LedgerFile, 'size' | 'time'> {
  /** Absolute; undefined for a file of the last build that is still the same. */
  staged: string | undefined;
}

/**
 * Brings the site's folder to what `files` says: made files move in where their content differs,
 * what belongs to no file goes. Each file is replaced in one step, so that a reader, or a build after
 * one that was killed here, finds the old one or the new one.
 * @param before what is there and intact
 * @returns the ledger's view of the folder
 */
export function mergeSite(
  outDir: string,
  files: ReadonlyMap<string, SiteFile>,
  before: ReadonlyMap<string, LedgerFile>,
): Map<string, LedgerFile> {
  const after = new Map<string, LedgerFile>();
  const folders = new Set<string>();
  for (const [file, { staged, ...record }] of files) {
    const known = before.get(file);
    const absolute = path.join(outDir, file);
    if (staged !== undefined && known?.hash !== record.hash) {
      placeFile(outDir, staged, absolute, folders);
      const { size, mtimeMs } = statSync(absolute);
      after.set(file, { ...record, size, time: mtimeMs });
    } else if (known) after.set(file, { ...record, size: known.size, time: known.time });
    else throw new Error(`${file} was neither made nor there.`);
  }
  removeOthers(outDir, after);
  return after;
}

/** Files in the folder that no build of ours would leave there. */
export function hasStrangers(outDir: string, known: ReadonlyMap<string, LedgerFile>): boolean {
  return listFiles(outDir).some((file) => !known.has(file));
}

function placeFile(outDir: string, from: string, to: string, folders: Set<string>): void {
  const folder = path.dirname(to);
  if (!folders.has(folder)) {
    clearWay(outDir, folder);
    mkdirSync(folder, { recursive: true });
    folders.add(folder);
  }
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true });
  try {
    renameSync(from, to);
  } catch (cause) {
    // Another file system: a rename cannot cross it, and a copy is not one step.
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    const partial = `${to}.part`;
    copyFileSync(from, partial);
    renameSync(partial, to);
  }
}

/** A file of an earlier build may stand where a folder is needed now. */
function clearWay(outDir: string, folder: string): void {
  const steps = path.relative(outDir, folder).split(path.sep);
  for (const [index] of steps.entries()) {
    const step = path.join(outDir, ...steps.slice(0, index + 1));
    if (statSync(step, { throwIfNoEntry: false })?.isFile()) rmSync(step);
  }
}

function removeOthers(outDir: string, kept: ReadonlyMap<string, LedgerFile>): void {
  const clean = (folder: string): boolean => {
    let isEmpty = true;
    for (const entry of readdirSync(path.join(outDir, folder), { withFileTypes: true })) {
      const file = path.posix.join(folder, entry.name);
      const isGone = entry.isDirectory() ? clean(file) : !kept.has(file);
      if (isGone) rmSync(path.join(outDir, file), { recursive: true });
      else isEmpty = false;
    }
    return isEmpty;
  };
  mkdirSync(outDir, { recursive: true });
  clean('');
}
