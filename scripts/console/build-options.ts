import { readCommandLine } from '../../src/command-line.ts';
import { OperatorError } from '../../src/environment.ts';

export interface BuildOptions {
  /** Starts from nothing: every cache is thrown away first. */
  isClean: boolean;
  /** Builds from nothing beside it, too, and compares. */
  isVerified: boolean;
  /** A step of a build on many machines; undefined for the whole on this one. */
  step: 'plan' | { shard: string } | 'merge' | undefined;
}

export const HELP = `生成网站。只重做有变化的部分，结果与从头生成逐字节相同。

用法：npm run build [-- --clean --verify]

  --clean    丢掉缓存，从头生成
  --verify   生成后再从头生成一份，逐个文件比较；有不同就失败
  --help     显示这段说明

多台机器一起生成（说明见 docs/scale.md），三步用同一份 CACHE_DIR 和 BUILD_TIME：
  --plan           读全部稿件、算相关新闻，列出分片
  --shard 2024     只生成一个分片，留在缓存的 shards/2024/
  --merge          把各分片合成一个网站`;

/**
 * Reads the command line; `'help'` when that was asked for.
 * @throws {OperatorError} in Chinese
 */
export function readBuildOptions(args: readonly string[]): BuildOptions | 'help' {
  const { values } = readCommandLine(
    {
      args: [...args],
      options: {
        clean: { type: 'boolean', default: false },
        verify: { type: 'boolean', default: false },
        plan: { type: 'boolean', default: false },
        shard: { type: 'string' },
        merge: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    '加 --help 看全部说明：npm run build -- --help',
  );
  if (values.help) return 'help';
  const { clean, verify, plan, shard, merge } = values;
  const steps: BuildOptions['step'][] = [];
  if (plan) steps.push('plan');
  if (shard !== undefined) steps.push({ shard });
  if (merge) steps.push('merge');
  if (steps.length > 1) {
    throw new OperatorError('--plan、--shard、--merge 一次只能写一个。', '请分三次运行。');
  }
  return { isClean: clean, isVerified: verify, step: steps[0] };
}
