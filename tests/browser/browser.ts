import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Path of the site that browser tests read: what works below one works at the root, too. */
export const BASE = '/news/';

/** Installed browsers, in the order they are tried after CHROMIUM_PATH. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A headless browser: CHROMIUM_PATH, an installed Chrome or Chromium, else the one that ships inside
 * `@sparticuz/chromium`. Fails, with what to install, where none can start.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH'];
  const installed = own ?? INSTALLED.find((file) => existsSync(file));
  const executablePath = installed ?? (await chromium.executablePath());
  const args = installed
    ? ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
    : chromium.args;
  try {
    return await playwright.launch({
      executablePath,
      headless: true,
      args: [
        ...args,
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  } catch (cause) {
    throw new Error(
      `No browser could be started (tried ${executablePath}). Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium.`,
      { cause },
    );
  }
}

export interface Server {
  /** Address of the site's base, with a slash at the end. */
  url: string;
  /** Paths asked for that the site does not have. */
  missing: string[];
  close(): Promise<void>;
}

/**
 * Serves a built site as a static host does: `index.html` for folders, 404.html for what is missing,
 * and the headers of `_headers` that matter to scripts. `base` is the path the site was built for.
 */
export async function serveDist(outDir: string, base = '/', port = 0): Promise<Server> {
  const missing: string[] = [];
  const policy = await readPolicy(outDir);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = await findFile(outDir, base, pathname);
    if (file === undefined) missing.push(pathname);
    const served = file ?? path.join(outDir, '404.html');
    try {
      const body = await readFile(served);
      response.writeHead(file === undefined ? 404 : 200, {
        'Content-Type': TYPES[path.extname(served)] ?? 'application/octet-stream',
        'X-Content-Type-Options': 'nosniff',
        ...(policy === undefined ? {} : { 'Content-Security-Policy': policy }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}${base}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

async function findFile(
  outDir: string,
  base: string,
  pathname: string,
): Promise<string | undefined> {
  if (!pathname.startsWith(base)) return undefined;
  const relative = decodeURIComponent(pathname.slice(base.length));
  const absolute = path.join(outDir, relative);
  if (!absolute.startsWith(outDir)) return undefined;
  const found = await stat(absolute).catch(() => undefined);
  if (found?.isFile()) return absolute;
  if (!found?.isDirectory()) return undefined;
  const index = path.join(absolute, 'index.html');
  return existsSync(index) ? index : undefined;
}

async function readPolicy(outDir: string): Promise<string | undefined> {
  const headers = await readFile(path.join(outDir, '_headers'), 'utf8').catch(() => '');
  return /Content-Security-Policy: (.+)/.exec(headers)?.[1];
}
