import path from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorError } from '../../src/environment.ts';

export interface CheckOptions {
  /** As written: from the project's folder or from the content folder. None means all. */
  files: string[];
  format: Format;
  /** Warnings fail the check too. */
  isStrict: boolean;
}

const FORMATS = ['text', 'json', 'github'] as const;
type Format = (typeof FORMATS)[number];

export const HELP = `检查内容，把所有问题一次列出来，不生成网站。

用法：npm run check [-- 文件… --format 格式 --strict]

  文件             只报告这些文件或文件夹的问题，例如 content/articles/2026/gao.md；
                   不写就报告全部。编号、网址是否重复总是与所有稿件比较
  --format 格式    text（默认）、json，或 github（在合并请求里逐行标出）
  --strict         有提醒也算不通过
  --help           显示这段说明

有错误时退出状态是 1；只有提醒时是 0。`;

/**
 * Reads the command line; `'help'` when that was asked for.
 * @throws {OperatorError} in Chinese
 */
export function readCheckOptions(args: readonly string[]): CheckOptions | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const format = FORMATS.find((one) => one === values.format);
  if (!format) throw new OperatorError(`没有 ${values.format} 这种格式。`, USAGE);
  return { files: positionals, format, isStrict: values.strict };
}

/**
 * The path below the content folder, with `/` between names and `''` for the folder itself.
 * @param exists whether an absolute path is there
 * @throws {OperatorError} in Chinese, when the file is nowhere or not content
 */
export function locateFile(
  file: string,
  { root, contentDir }: { root: string; contentDir: string },
  exists: (absolute: string) => boolean,
): string {
  const absolute = [path.resolve(root, file), path.resolve(contentDir, file)].find(exists);
  if (absolute === undefined) {
    throw new OperatorError(`找不到文件：${file}`, '请检查文件名；有空格时整个名字加英文引号。');
  }
  const relative = path.relative(contentDir, absolute);
  if (relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) {
    throw new OperatorError(`这个文件不在内容文件夹里：${file}`, `内容文件夹是 ${contentDir}`);
  }
  return relative.split(path.sep).join('/');
}

const USAGE = '加 --help 看全部说明：npm run check -- --help';

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const name = /'(-[^' ]+)/.exec(String(cause))?.[1] ?? '';
    const isUnknown = code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
    throw new OperatorError(isUnknown ? `没有 ${name} 这个选项。` : `${name} 的写法不对。`, USAGE);
  }
}
