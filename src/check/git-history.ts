import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

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
export async function listFormerFiles(
  folder: string,
  isWanted: (file: string) => boolean,
  isThere: (file: string) => boolean,
  base?: string,
): Promise<FormerFile[]> {
  const found = new Map<string, FormerFile>();
  const lists = await Promise.all(
    ['HEAD', 'HEAD^1', ...(base === undefined ? [] : [base])].map(async (commit) => {
      const listed = await git(folder, 'ls-tree', '-r', '-z', '--name-only', commit, '--', '.');
      return { commit, files: listed?.split('\0') ?? [] };
    }),
  );
  for (const { commit, files } of lists) {
    for (const file of files) {
      if (file === '' || found.has(file) || !isWanted(file) || isThere(file)) continue;
      if (found.size === MOST) return [...found.values()];
      const text = await git(folder, 'show', `${commit}:./${file}`);
      if (text !== undefined) found.set(file, { file, text });
    }
  }
  return [...found.values()];
}

/** A folder of the year that is moved as a whole would take minutes; enough to see what happened. */
const MOST = 200;

const run = promisify(execFile);

async function git(folder: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run('git', args, {
      cwd: path.resolve(folder),
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch {
    return undefined;
  }
}
