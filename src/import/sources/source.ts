import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceReading } from '../item.ts';
import type { ImportOptions } from '../options.ts';
import { type Format, formatOfFile } from './format.ts';

/**
 * The articles of a source, one by one, whatever it is. A format's reader is loaded when it is met:
 * all their libraries take a second.
 */
export async function* readSource(
  format: Format,
  options: ImportOptions,
): AsyncGenerator<SourceReading> {
  switch (format) {
    case 'json-lines':
      yield* (await import('./json-lines.ts')).readJsonLines(options);
      break;
    case 'csv':
      yield* (await import('./csv.ts')).readCsv(options);
      break;
    case 'docx':
      yield await (await import('./docx.ts')).readDocx(options);
      break;
    case 'web-page':
      yield await (await import('./web-page.ts')).readWebPage(options);
      break;
    case 'wordpress':
      yield* (await import('./wordpress.ts')).readWordPress(options);
      break;
    case 'hexo':
      yield* (await import('./hexo.ts')).readHexo(options);
      break;
    case 'hugo':
      yield* (await import('./hugo.ts')).readHugo(options);
      break;
    case 'folder':
      yield* readFolder(options);
  }
}

/** Every document below a folder, by name. */
async function* readFolder(options: ImportOptions): AsyncGenerator<SourceReading> {
  for (const file of listDocuments(options.file)) {
    const format = formatOfFile(file);
    if (format) yield* readSource(format, { ...options, file });
  }
}

/** `网页_files` holds what a browser saved with a page: frames and scripts, no articles. */
function listDocuments(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (/^(?:\.|~\$|node_modules$)/.test(entry.name)) return [];
      const file = path.join(folder, entry.name);
      if (!entry.isDirectory()) return [file];
      return /[_.]files$|_文件$/.test(entry.name) ? [] : listDocuments(file);
    });
}
