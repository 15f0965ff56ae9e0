import { readCommandLine } from '../../src/command-line.ts';
import { OperatorError } from '../../src/environment.ts';

export interface NewOptions {
  title: string;
  /** Name or id, as written. */
  channel: string | undefined;
  /** Last part of the address, as written. */
  slug: string | undefined;
}

export const HELP = `写一篇新稿：建好文件，写好标题、日期、栏目和编号。

用法：npm run new -- "标题" [选项]

选项：
  --channel 栏目    栏目名或 id；不写会问
  --address 网址    文件名，也是网址的最后一段；不写会用标题的拼音
  --help            显示这段说明

新稿是草稿（draft: true），写好后删去这一行再提交。`;

/**
 * Reads the command line; `'help'` when that was asked for.
 * @throws {OperatorError} in Chinese
 */
export function readNewOptions(args: readonly string[]): NewOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
  if (title === '') throw new OperatorError('没有写标题。', USAGE);
  return {
    title,
    channel: values.channel?.trim() || undefined,
    slug: values.address?.trim() || undefined,
  };
}

const USAGE = '写成：npm run new -- "标题"（加 --help 看全部说明）';

function parse(args: readonly string[]) {
  return readCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        channel: { type: 'string' },
        address: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    USAGE,
  );
}
