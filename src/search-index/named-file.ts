import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes JSON under a name that changes with its content; gives the name. */
export function writeNamed(folder: string, name: string, value: unknown): string {
  const content = JSON.stringify(value);
  const file = `${name}-${hashOf([content]).slice(0, 12)}.json`;
  writeFileSync(path.join(folder, file), content);
  return file;
}

export function hashOf(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}
