import { createHash } from 'node:crypto';

/** Content hash of a file: tells apart what differs; not a defence against forgery. */
export function hashContent(content: string | Uint8Array): string {
  return hashContents([content]);
}

/** The same of content in parts. */
export function hashContents(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest('base64url');
}
