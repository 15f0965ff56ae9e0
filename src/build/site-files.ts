import { copyFileSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
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
 * @param strangers what else is there
 * @returns the ledger's view of the folder
 */
export function mergeSite(
  outDir: string,
  files: ReadonlyMap<string, SiteFile>,
  before: ReadonlyMap<string, LedgerFile>,
  strangers: readonly string[],
): Map<string, LedgerFile> {
  mkdirSync(outDir, { recursive: true });
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
  for (const file of [...strangers, ...before.keys()]) {
    if (!after.has(file)) remove(outDir, file);
  }
  return after;
}

/** Files, and folders without any, that no build of ours would leave in the folder. */
export async function findStrangers(
  outDir: string,
  known: ReadonlyMap<string, LedgerFile>,
): Promise<string[]> {
  const search = async (folder: string): Promise<string[]> => {
    const entries = await readdir(path.join(outDir, folder), { withFileTypes: true });
    if (entries.length === 0) return [folder];
    const found: string[] = [];
    const inside: Promise<string[]>[] = [];
    for (const entry of entries) {
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) inside.push(search(file));
      else if (!known.has(file)) found.push(file);
    }
    return [...found, ...(await Promise.all(inside)).flat()];
  };
  const isThere = statSync(outDir, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isThere ? search('') : [];
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

/** Removes a file or an empty folder, and the folders that it leaves empty. */
function remove(outDir: string, file: string): void {
  // Where a file stands now that was a folder, or the reverse, nothing is left to remove.
  const isRemoved = removeFrom(outDir, file, rmSync) || removeFrom(outDir, file, rmdirSync);
  const folder = path.posix.dirname(file);
  if (isRemoved && folder !== '.') removeEmpty(outDir, folder);
}

function removeEmpty(outDir: string, folder: string): void {
  const parent = path.posix.dirname(folder);
  if (removeFrom(outDir, folder, rmdirSync) && parent !== '.') removeEmpty(outDir, parent);
}

/** Whether `removal` could remove it: not a folder that is a file or has some, nor what is gone. */
function removeFrom(outDir: string, file: string, removal: (absolute: string) => void): boolean {
  try {
    removal(path.join(outDir, file));
    return true;
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (HARMLESS.has(code)) return false;
    throw cause;
  }
}

const HARMLESS = new Set(['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'ERR_FS_EISDIR']);
