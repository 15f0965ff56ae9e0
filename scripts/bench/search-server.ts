import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export interface CountingServer {
  url: string;
  /** Bodies sent since the last call, in bytes, and how many. */
  takeCount(): { bytes: number; files: number };
  close(): Promise<void>;
}

/**
 * Serves a folder as a content network does, text with gzip, and counts what it sends. The site's
 * own TypeScript is below `/src/` with its types taken off, and is not counted: the search page
 * loads one minified script instead.
 */
export async function serveCounting(folder: string): Promise<CountingServer> {
  let bytes = 0;
  let files = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>-</title>');
      return;
    }
    const isSource = pathname.startsWith('/src/');
    const file = path.join(isSource ? PROJECT : folder, decodeURIComponent(pathname));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const content = readFileSync(file);
    const body = isSource ? Buffer.from(stripTypeScriptTypes(content.toString())) : content;
    const isText = isSource || /\.(?:js|json)$/.test(file);
    const sent = isText ? gzipSync(body) : body;
    if (!isSource) {
      bytes += sent.length;
      files++;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=3600',
      ...(isText ? { 'Content-Encoding': 'gzip' } : {}),
    });
    response.end(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    takeCount() {
      const count = { bytes, files };
      bytes = 0;
      files = 0;
      return count;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const PROJECT = path.resolve(import.meta.dirname, '../..');
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.json': 'application/json',
};
