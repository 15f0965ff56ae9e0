import { createHash } from 'node:crypto';
import path from 'node:path';
import { parseBeijing } from './news/beijing.ts';

/** Where a build reads and writes, and its only `now`. Folders are absolute paths. */
export interface Environment {
  root: string;
  contentDir: string;
  outDir: string;
  /** Holds every cache; builds with another `outDir` have another one, so they may run at once. */
  cacheDir: string;
  /** Overrides `address` of site.yaml. */
  siteUrl: string | undefined;
  /** Epoch ms. */
  now: number;
}

/**
 * Reads CONTENT_DIR, OUT_DIR, CACHE_DIR, SITE_URL and BUILD_TIME. Commands run in the project's
 * folder, so relative folders are relative to that.
 * @throws {OperatorError} in Chinese, when a value cannot be used
 */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const root = process.cwd();
  const contentDir = path.resolve(root, env['CONTENT_DIR'] || 'content');
  const outDir = path.resolve(root, env['OUT_DIR'] || 'dist');
  const cacheDir = env['CACHE_DIR']
    ? // A folder of ours alone: `--clean` empties it.
      path.resolve(root, env['CACHE_DIR'], 'ballast')
    : path.join(root, '.cache', cacheName(root, contentDir, outDir));
  const siteUrl = env['SITE_URL'] || undefined;
  if (siteUrl !== undefined && !(URL.canParse(siteUrl) && /^https?:/.test(siteUrl))) {
    throw new OperatorError(
      `环境变量 SITE_URL 不是网址：${siteUrl}`,
      '请写成 https://example.com 或 https://example.com/news/。',
    );
  }
  for (const dir of [root, contentDir]) {
    if (isInside(dir, outDir)) {
      throw new OperatorError(
        `环境变量 OUT_DIR 不能是 ${outDir}：生成网站时会清空这个文件夹。`,
        '请换一个空的文件夹，例如 OUT_DIR=dist。',
      );
    }
  }
  return { root, contentDir, outDir, cacheDir, siteUrl, now: readNow(env['BUILD_TIME']) };
}

/** A mistake of whoever runs a command: shown as two lines, never as a stack trace. */
export class OperatorError extends Error {
  constructor(message: string, hint: string) {
    super(`${message}\n→ ${hint}`);
    this.name = 'OperatorError';
  }
}

function isInside(dir: string, folder: string): boolean {
  const relative = path.relative(folder, dir);
  return relative === '' || !(relative.startsWith('..') || path.isAbsolute(relative));
}

function readNow(buildTime: string | undefined): number {
  if (!buildTime) return Date.now();
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(buildTime);
  const now = hasOffset ? parseBeijing(buildTime) : undefined;
  if (now === undefined) {
    throw new OperatorError(
      `环境变量 BUILD_TIME 读不懂：${buildTime}`,
      '请写成带时区的时间，例如 2026-11-25T12:00:00+08:00。',
    );
  }
  return now;
}

function cacheName(root: string, contentDir: string, outDir: string): string {
  const key = [contentDir, outDir].map((dir) => path.relative(root, dir)).join('\0');
  return createHash('sha256').update(key).digest('hex').slice(0, 12);
}
