import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** All files below a folder, relative, with `/`, sorted; none if there is no such folder. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** How two folders differ, a line each file. */
export function compareFolders(a: string, b: string): string[] {
  const [inA, inB] = [new Set(listFiles(a)), new Set(listFiles(b))];
  return [...new Set([...inA, ...inB])].sort().flatMap((file) => {
    if (!inA.has(file)) return [`missing ${file}`];
    if (!inB.has(file)) return [`extra ${file}`];
    const isSame = readFileSync(path.join(a, file)).equals(readFileSync(path.join(b, file)));
    return isSame ? [] : [`different ${file}`];
  });
}
