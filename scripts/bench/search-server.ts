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

/** Where the project's TypeScript is served, its types taken off. */
export const SOURCES = '/project/';

/**
 * Serves a folder as a content network does, text with gzip, and counts what it sends. Sources are
 * not counted: the search page loads one minified script instead.
 */
export async function serveCounting(folder: string): Promise<CountingServer> {
  let bytes = 0;
  let files = 0;
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') {
      response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(PAGE);
      return;
    }
    const isSource = pathname.startsWith(SOURCES);
    const file = isSource
      ? path.join(PROJECT, pathname.slice(SOURCES.length))
      : path.join(folder, decodeURIComponent(pathname));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(file) ?? pack(file);
    packed.set(file, body);
    if (!isSource) {
      bytes += body.length;
      files++;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'max-age=3600',
      ...(isText(file) ? { 'Content-Encoding': 'gzip' } : {}),
    });
    response.end(body);
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
const PAGE = '<!doctype html><html lang="zh-CN"><title>-</title>';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.json': 'application/json',
};

function isText(file: string): boolean {
  return path.extname(file) in TYPES;
}

function pack(file: string): Buffer {
  const content = readFileSync(file);
  if (!isText(file)) return content;
  return gzipSync(file.endsWith('.ts') ? stripTypeScriptTypes(content.toString()) : content);
}
