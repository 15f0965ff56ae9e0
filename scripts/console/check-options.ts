import path from 'node:path';
import { readCommandLine } from '../../src/command-line.ts';
import { OperatorError } from '../../src/environment.ts';

export interface CheckOptions {
  /** As written: from the project's folder or from the content folder. None means all. */
  files: string[];
  format: Format;
  /** Warnings fail the check too. */
  isStrict: boolean;
  /** Mends what has one right answer first. */
  isFixing: boolean;
  /** Asks the network for links to other sites. */
  hasLinks: boolean;
  /** Moved articles are looked for since this commit, too. */
  base?: string;
}

const FORMATS = ['text', 'json', 'github'] as const;
type Format = (typeof FORMATS)[number];

export const HELP = `检查内容，把所有问题一次列出来，不生成网站。

用法：npm run check [-- 文件… --format 格式 --strict --fix --links --base 提交]

  文件             只报告这些文件或文件夹的问题，例如 content/articles/2026/gao.md；
                   不写就报告全部。编号、网址是否重复总是与所有稿件比较。
                   已删除的文件和内容文件夹以外的文件跳过不查
  --format 格式    text（默认）、json，或 github（在合并请求里逐行标出）
  --strict         有提醒也算不通过
  --fix            先改好只有一种改法的地方（编码、BOM、换行、看不见的字符；信息块里的
                   分隔线、中文冒号和括号、漏写的引号、日期），列出改了哪几行，再检查
  --links          也查指向别的网站的链接（要上网，慢）
  --base 提交      稿件的网址变了没有，也和 git 里这个提交比较；不写只比较上一次提交
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
  const { strict, fix, links, base } = values;
  return {
    files: positionals,
    format,
    isStrict: strict,
    isFixing: fix,
    hasLinks: links,
    ...(base === undefined ? {} : { base }),
  };
}

/**
 * The path below the content folder, with `/` between names and `''` for the folder itself; undefined
 * for what is nowhere or not content: a pull request's list of changed files names deleted ones too.
 * @param exists whether an absolute path is there
 */
export function locateFile(
  argument: string,
  { root, contentDir }: { root: string; contentDir: string },
  exists: (absolute: string) => boolean,
): string | undefined {
  const file = unquote(argument);
  // A list made on Windows: `articles\2026\gao.md`.
  const written = [file, file.replaceAll('\\', '/')];
  const absolute = written
    .flatMap((one) => [path.resolve(root, one), path.resolve(contentDir, one)])
    .find(exists);
  if (absolute === undefined) return undefined;
  const relative = path.relative(contentDir, absolute);
  if (relative.split(path.sep)[0] === '..' || path.isAbsolute(relative)) return undefined;
  return relative.split(path.sep).join('/');
}

/** Git lists `关.md` as `"\345\205\263.md"` unless core.quotePath is off. */
function unquote(file: string): string {
  const [, quoted] = /^"(.*)"$/s.exec(file) ?? [];
  if (quoted === undefined) return file;
  const bytes = quoted.replace(/\\([0-7]{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

const USAGE = '加 --help 看全部说明：npm run check -- --help';

function parse(args: readonly string[]) {
  return readCommandLine(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        strict: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        links: { type: 'boolean', default: false },
        base: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    USAGE,
  );
}
