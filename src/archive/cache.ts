import { readFileSync } from 'node:fs';
import { hashContents } from './content-hash.ts';
import { writeWhole } from './whole-file.ts';

/** Lists by name. */
type Lists = Record<string, unknown[]>;

/**
 * Lists cached by `writeLists` under the same version; undefined when there are none, or they are
 * damaged, edited or of another version: a cache is never trusted beyond that.
 */
export function readLists<T extends Lists>(file: string, version: number): T | undefined {
  try {
    const content = readFileSync(file);
    const start = content.indexOf('\n') + 1;
    const lines = content.subarray(start);
    if (content.toString('utf8', 0, start) !== headOf(hashContents([lines]), version)) {
      return undefined;
    }
    const lists: Lists = {};
    for (let from = 0, end = 0; from < lines.length; from = end + 1) {
      end = lines.indexOf('\n', from);
      const [name, values] = JSON.parse(lines.toString('utf8', from, end)) as [string, unknown[]];
      const list = lists[name];
      if (!list) lists[name] = values;
      else for (const value of values) list.push(value);
    }
    return lists as T;
  } catch {
    return undefined;
  }
}

/**
 * Caches lists, some values a line: JavaScript's strings end at 512 MB, and archives grow. Writes
 * beside the file and renames, so that a killed build leaves the old lists or the new ones.
 */
export function writeLists(
  file: string,
  version: number,
  lists: Readonly<Record<string, readonly unknown[]>>,
): void {
  const lines: Buffer[] = [];
  for (const [name, values] of Object.entries(lists)) {
    let from = 0;
    do {
      const line = JSON.stringify([name, values.slice(from, from + VALUES_OF_A_LINE)]);
      lines.push(Buffer.from(`${line}\n`));
      from += VALUES_OF_A_LINE;
    } while (from < values.length);
  }
  writeWhole(file, [headOf(hashContents(lines), version), ...lines]);
}

const VALUES_OF_A_LINE = 1000;

/** First line of a cache file: its version, and the hash of what follows. */
function headOf(hash: string, version: number): string {
  return `${version} ${hash}\n`;
}
