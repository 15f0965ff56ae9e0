import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Problem, problem } from '../news/problem.ts';

/** What lies in a content folder. All paths are relative to it, with `/`, sorted. */
export interface ContentFiles {
  articles: string[];
  settings: string[];
  problems: Problem[];
}

/** Lists a content folder; a file that looks like an article but would be passed over is an error. */
export function listContentFiles(contentDir: string): ContentFiles {
  const articles: string[] = [];
  const problems: Problem[] = [];
  for (const file of walk(contentDir, 'articles')) {
    const name = path.posix.basename(file);
    if (/\.mdx?$/i.test(name)) articles.push(file);
    else if (LOST_ARTICLE.test(name)) problems.push(problem('wrong-extension', { file }, { name }));
    else if (!ASSET.test(name)) problems.push(problem('unused-file', { file }, { name }));
  }
  const settings = [...walk(contentDir, ''), ...walk(contentDir, 'pages')].filter((file) =>
    /^(?:[^/]+\.ya?ml|dictionary\.txt|pages\/[^/]+\.md)$/.test(file),
  );
  return { articles, settings: [...new Set(settings)].sort(), problems };
}

/** Text of a content file, or what is wrong with its bytes. */
export function readText(contentDir: string, file: string): string | Problem {
  try {
    return utf8.decode(readFileSync(path.join(contentDir, file)));
  } catch (cause) {
    if (cause instanceof TypeError) return problem('not-utf8', { file });
    const reason = (cause as NodeJS.ErrnoException).code ?? '未知原因';
    return problem('unreadable-file', { file }, { reason });
  }
}

/** Changes whenever a file's content may have: modification time, size, inode. '' if it is not there. */
export function signatureOf(absolute: string): string {
  const stat = statSync(absolute, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}:${stat.ino}` : '';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** `稿件.md.txt` from Notepad, `.markdown`, Word files: an author meant these to appear. */
const LOST_ARTICLE = /\.(?:md|mdx)\.[a-z]+$|\.(?:markdown|mkd|docx?|rtf|wps)$|^[^.]+$/i;
const ASSET = /\.(?:png|jpe?g|webp|avif|gif|svg)$/i;

function walk(contentDir: string, folder: string): string[] {
  const found: string[] = [];
  for (const entry of readFolder(path.join(contentDir, folder))) {
    // `.DS_Store`, `._name.md` of macOS and editors' swap files are nobody's articles.
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (folder !== '') found.push(...walk(contentDir, file));
    } else found.push(file);
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
