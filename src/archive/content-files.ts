import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Problem, problem } from '../news/problem.ts';
import { findWindowsFault } from '../news/windows-name.ts';

/** What lies in a content folder. All paths are relative to it, with `/`, sorted. */
export interface ContentFiles {
  articles: string[];
  settings: string[];
  /** `rules/*.yaml` of the desk. */
  rules: string[];
  problems: Problem[];
}

/** Lists a content folder; a file that looks like an article but would be passed over is an error. */
export function listContentFiles(contentDir: string): ContentFiles {
  const articles: string[] = [];
  const problems: Problem[] = [];
  const below = walk(contentDir, 'articles');
  for (const file of below) {
    const name = nameOf(file);
    if (/\.mdx?$/i.test(name)) articles.push(file);
    else if (LOST_ARTICLE.test(name)) problems.push(problem('wrong-extension', { file }, { name }));
    else if (!ASSET.test(name)) problems.push(problem('unused-file', { file }, { name }));
  }
  const settings: string[] = [];
  const rules: string[] = [];
  for (const file of walk(contentDir, '', 'articles')) {
    if (SETTINGS_FILES.has(file) || /^pages\/[^/]+\.md$/.test(file)) settings.push(file);
    else if (/^rules\/[^/]+\.yaml$/.test(file)) rules.push(file);
    else problems.push(...findMisplaced(file));
  }
  const told = new Set(problems.map(({ file }) => file));
  const kept = below.filter((file) => !told.has(file));
  problems.push(...findCollidingNames(below), ...findWindowsFaults(kept));
  return { articles, settings, rules, problems };
}

/**
 * Files and folders that are one to Windows and macOS: their names differ in case, or in how an
 * accent or a kana mark is written (Unicode normalisation form C against D). Of two articles their
 * address is told.
 */
function findCollidingNames(files: readonly string[]): Problem[] {
  const names = [...listFolders(files), ...files.filter((file) => !/\.mdx?$/i.test(file))];
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const key = name.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other === undefined) seen.set(key, name);
    // In folders that collide everything does.
    if (other === undefined || path.posix.dirname(name) !== path.posix.dirname(other)) return [];
    return [problem('colliding-names', { file: name }, { other })];
  });
}

/** A name that Windows has no file by stops every checkout there, not of this file alone. */
function findWindowsFaults(files: readonly string[]): Problem[] {
  return [...listFolders(files), ...files].flatMap((file) => {
    const name = nameOf(file);
    const reason = findWindowsFault(name);
    return reason === undefined ? [] : [problem('windows-name', { file }, { name, reason })];
  });
}

/** Folders of the files, and those that hold these. */
function listFolders(files: readonly string[]): Set<string> {
  const folders = new Set(files.map((file) => file.slice(0, file.lastIndexOf('/'))));
  return new Set(
    [...folders].flatMap((folder) => {
      const parts = folder.split('/');
      return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
    }),
  );
}

/** The last part of a path: of every file, so not by `path`, which takes ten times as long. */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** A file beside the articles that somebody expects to see on the site. */
function findMisplaced(file: string): Problem[] {
  const name = path.posix.basename(file);
  const known = [...SETTINGS_FILES].join('、');
  if (/^readme\.md$/i.test(name)) return [];
  if (/^pages\//i.test(file) && (/\.mdx?$/i.test(name) || LOST_ARTICLE.test(name))) {
    return [problem('unused-settings', { file }, { name, known })];
  }
  if (/\.mdx?$/i.test(name)) return [problem('no-year-folder', { file }, { name })];
  if (!/\.ya?ml$/i.test(name)) return [];
  const isMeant = [...SETTINGS_FILES].some((one) => stem(one) === stem(name));
  return [
    isMeant
      ? problem('unused-settings', { file }, { name, known })
      : problem('unused-file', { file }, { name }),
  ];
}

/** `Topic.yml` is meant to be topics.yaml. */
function stem(name: string): string {
  return name.toLowerCase().replace(/s?\.[^.]+$/, '');
}

/** Text of a content file, or what is wrong with its bytes. */
export function readText(contentDir: string, file: string): string | Problem {
  try {
    return utf8.decode(readFileSync(path.join(contentDir, file)));
  } catch (cause) {
    if (cause instanceof TypeError) return problem('not-utf8', { file });
    const code = (cause as NodeJS.ErrnoException).code ?? '未知原因';
    const reason = REASONS[code] ?? code;
    return problem('unreadable-file', { file }, { reason });
  }
}

/** Changes whenever a file's content may have: modification time, size, inode. '' if it is not there. */
export function signatureOf(absolute: string): string {
  const stat = statSync(absolute, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}:${stat.ino}` : '';
}

/** Whether a file is there; no name is too long or too odd to ask. */
export function isFile(absolute: string): boolean {
  try {
    return statSync(absolute, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const SETTINGS_FILES: ReadonlySet<string> = new Set([
  'site.yaml',
  'channels.yaml',
  'topics.yaml',
  'people.yaml',
  'dictionary.txt',
]);

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ENOENT: '文件不存在（可能是失效的链接）',
};

/** `稿件.md.txt` and `.txt` from Notepad, `.markdown`, Word files: an author meant these to appear. */
const LOST_ARTICLE =
  /\.mdx?(?:\.[a-z]+|\s+)$|\.(?:markdown|mkd|md[^a-z~].*|txt|docx?|rtf|wps)$|^[^.]+$/i;
const ASSET = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

/** Files below a folder, sorted; the folder `except` of the content folder is left out. */
function walk(contentDir: string, folder: string, except?: string): string[] {
  const found: string[] = [];
  for (const entry of readFolder(path.join(contentDir, folder))) {
    // `.DS_Store`, `._name.md` of macOS and editors' swap files are nobody's articles.
    if (/^(?:\.|~\$|node_modules$)/.test(entry.name)) continue;
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) found.push(file);
    // One by one: a year of a large archive is too many arguments.
    else if (file !== except)
      for (const inside of walk(contentDir, file, except)) found.push(inside);
  }
  return found.sort();
}

function readFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}
