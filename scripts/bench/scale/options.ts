import { parseArgs } from 'node:util';
import { OperatorError } from '../../../src/environment.ts';

export const SIZES = ['1000', '10000', '100000', 'broadcast'] as const;
export const TOOLS = ['ballast', 'eleventy', 'hugo', 'astro'] as const;

export interface ScaleOptions {
  /** Numbers of generated articles, or `broadcast` for the real ones. */
  sizes: string[];
  tools: string[];
  /** Only the steps of these names; all when undefined. */
  steps: string[] | undefined;
  /** A folder that is kept: later runs go on with its archives and add to its results. */
  work: string | undefined;
  json: boolean;
}

/**
 * Reads what follows `npm run bench -- scale`.
 * @throws {OperatorError} in Chinese
 */
export function readOptions(args: readonly string[]): ScaleOptions {
  const { values } = parse(args);
  const tools = values.only === undefined ? [...TOOLS] : values.only.split(',');
  const unknown = tools.filter((tool) => !TOOLS.some((known) => known === tool));
  if (unknown.length > 0) {
    throw new OperatorError(`--only 里有不认识的：${unknown.join('、')}`, USAGE);
  }
  const sizes = values.size?.split(',') ?? ['1000', '10000'];
  if (sizes.some((size) => size !== 'broadcast' && !/^[1-9]\d*$/.test(size))) {
    throw new OperatorError(`--size 应当是篇数或 broadcast：${values.size}`, USAGE);
  }
  return { sizes, tools, steps: values.steps?.split(','), work: values.work, json: values.json };
}

const USAGE = `npm run bench -- scale [--size ${SIZES.join('|')}] [--only ${TOOLS.join(',')}] [--steps 'first build,no change'] [--work 文件夹] [--json]`;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        size: { type: 'string' },
        only: { type: 'string' },
        steps: { type: 'string' },
        work: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new OperatorError((cause as Error).message, USAGE);
  }
}
