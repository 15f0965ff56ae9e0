import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Problem, problem } from '../news/problem.ts';

/**
 * What rendering a body found, handed from Astro's modules to the build that started them: they run
 * in one process but share no module state, so the way goes over a file of `cacheDir`.
 */
export function noteRenderWarnings(
  cacheDir: string,
  file: string,
  warnings: readonly string[],
): void {
  if (warnings.length === 0) return;
  mkdirSync(cacheDir, { recursive: true });
  const lines = warnings.map((text) => `${JSON.stringify({ file, text } satisfies Note)}\n`);
  appendFileSync(path.join(cacheDir, FILE), lines.join(''));
}

/** Forgets what earlier builds found. */
export function clearRenderWarnings(cacheDir: string): void {
  rmSync(path.join(cacheDir, FILE), { force: true });
}

/** Each warning once: a body is rendered for its page and for feeds. */
export function readRenderWarnings(cacheDir: string): Problem[] {
  const lines = new Set(readLines(path.join(cacheDir, FILE)));
  return [...lines].map((line) => {
    const { file, text } = JSON.parse(line) as Note;
    return problem('changed-body', { file }, { text });
  });
}

interface Note {
  file: string;
  text: string;
}

const FILE = 'render-warnings.jsonl';

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}
