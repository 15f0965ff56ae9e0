import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** The instant test builds happen at: after every sample article but the scheduled one. */
export const BUILD_TIME = '2026-11-25T12:00:00+08:00';

export interface BuiltSite {
  status: number;
  /** Everything the command printed. */
  output: string;
  outDir: string;
  read(file: string): string;
}

export interface BuildOptions {
  contentDir: string;
  /** Relative folders are made below a new temporary one. */
  env?: Record<string, string>;
  /** The project's folder: another checkout for tests of determinism. */
  root?: string;
}

/** Runs the real build command on a content folder. */
export async function buildSite({
  contentDir,
  env = {},
  root = ROOT,
}: BuildOptions): Promise<BuiltSite> {
  const work = makeTemporaryFolder();
  const outDir = env['OUT_DIR'] ?? path.join(work, 'dist');
  const { status, output } = await run('scripts/build.ts', [], root, {
    CONTENT_DIR: contentDir,
    OUT_DIR: outDir,
    CACHE_DIR: path.join(work, 'cache'),
    BUILD_TIME,
    ...env,
  });
  return {
    status,
    output,
    outDir,
    read: (file) => readFileSync(path.join(outDir, file), 'utf8'),
  };
}

/** Runs a script of the project with the Node that npm scripts use. */
export function run(
  script: string,
  args: readonly string[],
  root = ROOT,
  env: Record<string, string> = {},
): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve({ status: status ?? 1, output: signal ? `${output}\nKilled by ${signal}.` : output });
    });
  });
}

/**
 * A content folder made of the given files over minimal settings. Values are text or bytes; a path
 * set to `undefined` takes a settings file away.
 */
export function writeContent(files: Record<string, string | Uint8Array | undefined>): string {
  const folder = makeTemporaryFolder();
  cpSync(path.join(ROOT, 'tests/fixtures/settings'), folder, { recursive: true });
  for (const [file, data] of Object.entries(files)) {
    const absolute = path.join(folder, file);
    if (data === undefined) {
      rmSync(absolute, { force: true });
      continue;
    }
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, data);
  }
  return folder;
}

/** An article's source with the required keys; `extra` lines come first and may replace them. */
export function article(title: string, body = '正文。', extra = ''): string {
  const keys = extra.split('\n').map((line) => line.split(':')[0]);
  const lines = [
    ...(keys.includes('title') ? [] : [`title: ${JSON.stringify(title)}`]),
    ...(keys.includes('date') ? [] : ['date: 2026-03-15 09:30']),
    ...(keys.includes('channel') ? [] : ['channel: 银行']),
    ...(extra ? [extra] : []),
  ];
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ballast-'));
  temporary.push(folder);
  return folder;
}

const temporary: string[] = [];

process.on('exit', () => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});
