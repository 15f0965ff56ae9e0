import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceReading } from '../item.ts';
import type { ImportOptions } from '../options.ts';
import { readCsv } from './csv.ts';
import { readDocx } from './docx.ts';
import { type Format, formatOfFile } from './format.ts';
import { readHexo } from './hexo.ts';
import { readHugo } from './hugo.ts';
import { readJsonLines } from './json-lines.ts';
import { readMarkdownFile } from './markdown-file.ts';
import { readWebPage } from './web-page.ts';
import { readWordPress } from './wordpress.ts';

type Readings = Iterable<SourceReading> | AsyncIterable<SourceReading>;

/** The articles of a source, one by one, whatever it is. */
export function readSource(format: Format, options: ImportOptions): Readings {
  const { file, zone } = options;
  switch (format) {
    case 'json-lines':
      return readJsonLines(file, file, zone);
    case 'csv':
      return readCsv(file, zone);
    case 'wordpress':
      return readWordPress(file, options);
    case 'hexo':
      return readHexo(options);
    case 'hugo':
      return readHugo(options);
    case 'folder':
      return readFolder(options);
    default:
      return readOne(FILES[format](options));
  }
}

/** Sources that are one article each. */
const FILES = { docx: readDocx, 'web-page': readWebPage, markdown: readMarkdownFile } as const;

async function* readOne(reading: Promise<SourceReading>): AsyncGenerator<SourceReading> {
  yield await reading;
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
