import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** A file of an earlier commit that is no longer in the folder. */
export interface FormerFile {
  /** Relative to the folder, with `/`. */
  file: string;
  text: string;
}

/**
 * Files below `folder` that the last commit has (or, in a merge, the branch merged into; or `base`)
 * and the folder no longer. None without git, outside a repository, or where a shallow clone lacks the commit.
 */
export function listFormerFiles(
  folder: string,
  isWanted: (file: string) => boolean,
  isThere: (file: string) => boolean,
  base?: string,
): FormerFile[] {
  const found = new Map<string, FormerFile>();
  for (const commit of ['HEAD', 'HEAD^1', ...(base === undefined ? [] : [base])]) {
    const listed = git(folder, 'ls-tree', '-r', '-z', '--name-only', commit, '--', '.');
    for (const file of listed?.split('\0') ?? []) {
      if (file === '' || found.has(file) || !isWanted(file) || isThere(file)) continue;
      if (found.size === MOST) return [...found.values()];
      const text = git(folder, 'show', `${commit}:./${file}`);
      if (text !== undefined) found.set(file, { file, text });
    }
  }
  return [...found.values()];
}

/** A folder of the year that is moved as a whole would take minutes; enough to see what happened. */
const MOST = 200;

function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: path.resolve(folder),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch {
    return undefined;
  }
}
