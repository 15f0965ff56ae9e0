import { mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../environment.ts';
import { detectFormat, type Format } from './sources/format.ts';

/**
 * Checks that there is something to read and a folder to write into, before anything is written;
 * gives what the source is.
 * @throws {OperatorError}
 */
export function checkPlaces(file: string, dir: string): Format {
  const source = statSync(file, { throwIfNoEntry: false });
  if (!source) throw new OperatorError(`找不到文件：${file}`, '请检查路径和文件名。');
  const target = statSync(dir, { throwIfNoEntry: false });
  if (target && !target.isDirectory()) {
    throw new OperatorError(`--into 给出的 ${dir} 不是文件夹。`, '请给出一个文件夹，没有会新建。');
  }
  return detectFormat(file, source.isDirectory());
}

/**
 * Writes beside the file and renames: an import that is stopped leaves whole files or none. The
 * partial name starts with a dot, which content readers pass over.
 */
export function writeWhole(file: string, data: string | Uint8Array): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  const partial = path.join(folder, `.import-${process.pid}.part`);
  writeFileSync(partial, data);
  renameSync(partial, file);
}

/** What a system error means to an operator; undefined for errors that are ours. */
export function explainSystemError(cause: unknown): OperatorError | undefined {
  if (!(cause instanceof Error) || !('code' in cause) || !('syscall' in cause)) return undefined;
  const { code, path: file } = cause as NodeJS.ErrnoException;
  const reason = REASONS[String(code)] ?? `系统报告 ${String(code)}`;
  return new OperatorError(
    `读写 ${file ?? '文件'} 时出错：${reason}。`,
    '处理后再运行一次，已收的稿件不会重复。',
  );
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EROFS: '磁盘是只读的',
  ENOSPC: '磁盘满了',
  EDQUOT: '磁盘配额用完了',
  ENOTDIR: '路径中间有一段是文件，不是文件夹',
  EISDIR: '同名的是一个文件夹',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '同时打开的文件太多',
};
