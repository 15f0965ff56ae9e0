import { createHash } from 'node:crypto';
import { HEAD_SCRIPT } from '../client/head-script.ts';

const headScriptHash = createHash('sha256').update(HEAD_SCRIPT).digest('base64');

/**
 * What pages may load: this site only. Pagefind's WebAssembly needs 'wasm-unsafe-eval'; the one
 * inline script (it sets theme and type size before the first paint) is named by its hash.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${headScriptHash}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
