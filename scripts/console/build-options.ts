import { parseArgs } from 'node:util';
import { OperatorError } from '../../src/environment.ts';

export interface BuildOptions {
  /** Starts from nothing: every cache is thrown away first. */
  isClean: boolean;
  /** Builds from nothing beside it, too, and compares. */
  isVerified: boolean;
}

export const HELP = `生成网站。只重做有变化的部分，结果与从头生成逐字节相同。

用法：npm run build [-- --clean --verify]

  --clean    丢掉缓存，从头生成
  --verify   生成后再从头生成一份，逐个文件比较；有不同就失败
  --help     显示这段说明`;

/**
 * Reads the command line; `'help'` when that was asked for.
 * @throws {OperatorError} in Chinese
 */
export function readBuildOptions(args: readonly string[]): BuildOptions | 'help' {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        clean: { type: 'boolean', default: false },
        verify: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    return { isClean: values.clean, isVerified: values.verify };
  } catch (cause) {
    const name = /'([^' ]+)/.exec(String(cause))?.[1] ?? args.join(' ');
    throw new OperatorError(
      `没有 ${name} 这个选项。`,
      '加 --help 看全部说明：npm run build -- --help',
    );
  }
}
