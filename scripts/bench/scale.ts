import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { type BenchArchive, generateArchive, readBroadcast } from './scale/archive.ts';
import { createBallast } from './scale/ballast.ts';
import { writeText } from './scale/content.ts';
import { readOptions } from './scale/options.ts';
import { createAstro, createEleventy, createHugo } from './scale/others.ts';
import type { Row, Tool } from './scale/row.ts';
import { formatTable } from './scale/table.ts';

/**
 * The same archives built by Ballast, Eleventy, Hugo and plain Astro: one table of what each step
 * took, on standard output; progress on standard error.
 */
export async function run(args: readonly string[], corpusDir: () => string): Promise<void> {
  const { sizes, tools, steps, work, json } = readOptions(args);
  const dir = work ? path.resolve(work) : mkdtempSync(path.join(tmpdir(), 'ballast-bench-'));
  mkdirSync(dir, { recursive: true });
  const rows = new Rows(path.join(dir, 'results.json'));
  try {
    for (const size of sizes) {
      const archive =
        size === 'broadcast' ? readBroadcast(corpusDir()) : generateArchive(Number(size));
      for (const name of tools) {
        await runTool(createTool(name, path.join(dir, size, name), archive), size, steps, rows);
      }
    }
    console.log(json ? JSON.stringify(rows.all, undefined, 2) : formatTable(rows.all));
    console.error(
      `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${hugoVersion()}`,
    );
  } finally {
    if (!work) rmSync(dir, { recursive: true });
  }
}

function createTool(name: string, dir: string, archive: BenchArchive): Tool | undefined {
  if (name === 'ballast') return createBallast(dir, archive);
  if (name === 'eleventy') return createEleventy(dir, archive);
  if (name === 'astro') return createAstro(dir, archive);
  if (hugoVersion() !== NO_HUGO) return createHugo(dir, archive);
  console.error(`${NO_HUGO}: apt install hugo`);
  return undefined;
}

const NO_HUGO = 'Hugo is not installed';

function hugoVersion(): string {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (stdout.split(' ').slice(0, 2).join(' ') ?? '') : NO_HUGO;
}

async function runTool(
  tool: Tool | undefined,
  size: string,
  steps: readonly string[] | undefined,
  rows: Rows,
): Promise<void> {
  const isWanted = (name: string) => steps?.includes(name) ?? true;
  const wanted = tool?.steps.filter(({ name }) => isWanted(name)) ?? [];
  if (!tool || wanted.length === 0) return;
  console.error(`${size}: ${tool.name}…`);
  await tool.prepare();
  for (const step of wanted) {
    console.error(`${size}: ${tool.name}, ${step.name}…`);
    const [load = 0] = loadavg();
    rows.put({ size, tool: tool.name, step: step.name, load, ...(await step.run()) });
  }
}

/** Rows on disk after each, so that a long run that is cut off loses nothing. */
class Rows {
  readonly #file: string;
  all: Row[];

  constructor(file: string) {
    this.#file = file;
    this.all = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  }

  /** Adds a row, or replaces the one of the same step. */
  put(row: Row): void {
    const isSame = ({ size, tool, step }: Row) =>
      size === row.size && tool === row.tool && step === row.step;
    const index = this.all.findIndex(isSame);
    if (index === -1) this.all.push(row);
    else this.all[index] = row;
    writeText(this.#file, JSON.stringify(this.all));
  }
}
