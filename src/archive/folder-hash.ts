import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Hash of names and contents of files and folders below `root`, whatever order they are read in. */
export function hashFolders(root: string, names: readonly string[], extra: string[] = []): string {
  const hash = createHash('sha256').update(extra.join('\n'));
  for (const file of names.flatMap((name) => listFiles(root, name))) {
    hash.update(`\n${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('base64url').slice(0, 22);
}

/** Files of a folder (or the file itself), relative to `root`, with `/`, sorted; none if it is not there. */
export function listFiles(root: string, name = ''): string[] {
  const stat = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [name];
  return readdirSync(path.join(root, name), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.posix.join(name, entry.name);
      return entry.isDirectory() ? listFiles(root, file) : [file];
    });
}
