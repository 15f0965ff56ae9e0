import { createHash } from 'node:crypto';

/** Content hash of a file: tells apart what differs; not a defence against forgery. */
export function hashContent(content: string | Uint8Array): string {
  return createHash('sha1').update(content).digest('base64url');
}
