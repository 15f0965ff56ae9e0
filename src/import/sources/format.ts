import { existsSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../../environment.ts';

/** What a source is, and so which reader takes it. */
export type Format =
  | 'json-lines'
  | 'csv'
  | 'docx'
  | 'web-page'
  | 'wordpress'
  | 'hexo'
  | 'hugo'
  | 'folder';

/** The format of a file by its extension; undefined for what no reader takes. */
export function formatOfFile(
  file: string,
): Exclude<Format, 'hexo' | 'hugo' | 'folder'> | undefined {
  return BY_EXTENSION[path.extname(file).toLowerCase()];
}

/**
 * @param isFolder Hexo and Hugo sites are known by their settings files; any other folder is one of
 * documents
 * @throws {OperatorError} for a file no reader takes, with what to do about it
 */
export function detectFormat(file: string, isFolder: boolean): Format {
  if (isFolder) {
    const has = (name: string) => existsSync(path.join(file, name));
    if (HUGO_SETTINGS.some(has) && has('content')) return 'hugo';
    return has('_config.yml') && has('source') ? 'hexo' : 'folder';
  }
  const format = formatOfFile(file);
  if (format) return format;
  const extension = path.extname(file).toLowerCase();
  const name = path.basename(file);
  throw new OperatorError(`不认识这种文件：${name}`, ADVICE[extension] ?? FORMATS);
}

/** Settings files of a Hugo site, newest convention first. */
export const HUGO_SETTINGS = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

const BY_EXTENSION: Readonly<Record<string, Exclude<Format, 'hexo' | 'hugo' | 'folder'>>> = {
  '.jsonl': 'json-lines',
  '.ndjson': 'json-lines',
  '.csv': 'csv',
  '.docx': 'docx',
  '.html': 'web-page',
  '.htm': 'web-page',
  '.xml': 'wordpress',
};

const FORMATS =
  '能导入的有：Word（.docx）、网页（.html）、WordPress 导出（.xml）、Excel 表（.csv）、' +
  'JSON Lines（.jsonl 或 .ndjson），Hexo、Hugo 的文件夹，以及放着这些文件的文件夹。';

const ADVICE: Readonly<Record<string, string>> = {
  '.doc': '请用 Word 或 WPS 打开，另存为 .docx，再导入。',
  '.wps': '请用 WPS 打开，另存为 .docx，再导入。',
  '.rtf': '请用 Word 或 WPS 打开，另存为 .docx，再导入。',
  '.odt': '请用 LibreOffice 或 WPS 打开，另存为 .docx，再导入。',
  '.pdf': 'PDF 里没有段落和表格，导不准。请找原来的 Word 文件，另存为 .docx。',
  '.xls': '请用 Excel 或 WPS 打开，另存为 CSV，再导入。',
  '.xlsx': '请用 Excel 或 WPS 打开，另存为 CSV，再导入。',
  '.mht': '请用浏览器打开，保存类型选“网页，全部”，再导入 .html。',
  '.mhtml': '请用浏览器打开，保存类型选“网页，全部”，再导入 .html。',
  '.zip': '请先解压，再导入里面的文件或文件夹。',
  '.json': '请改存为 JSON Lines：每行一篇稿件，扩展名 .jsonl。',
};
