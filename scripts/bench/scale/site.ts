import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type BenchArchive, type BenchArticle, CHANNELS } from './archive.ts';
import { type Dialect, formatSource, sourceFile, writeArticles, writeText } from './content.ts';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');

/**
 * Copies another generator's templates to `dir` and writes the archive there in its dialect; what
 * an earlier run in the same work folder has written is kept.
 */
export async function prepareSite(
  name: 'eleventy' | 'hugo' | 'astro',
  dir: string,
  dialect: Dialect,
  archive: BenchArchive,
): Promise<void> {
  mkdirSync(dir, { recursive: true });
  cpSync(path.join(ROOT, 'scripts/bench/sites', name), dir, { recursive: true });
  writeText(
    path.join(dir, name === 'hugo' ? 'data/channels.json' : 'channels.json'),
    JSON.stringify(CHANNELS),
  );
  const modules = path.join(dir, 'node_modules');
  if (!existsSync(modules)) symlinkSync(path.join(ROOT, 'node_modules'), modules);
  await writeArticlesOnce(archive, dialect);
}

/** Writes the archive unless a run before has finished doing so. */
export async function writeArticlesOnce(archive: BenchArchive, dialect: Dialect): Promise<void> {
  const mark = `${dialect.contentDir}.done`;
  if (existsSync(mark)) return;
  await writeArticles(archive, dialect);
  writeText(mark, `${archive.count}\n`);
}

/** Ends an article's text with a sentence it did not have before, and gives that sentence. */
export function editArticle(article: BenchArticle, dialect: Dialect): string {
  const file = sourceFile(article, dialect);
  const edits = Number(/编辑部第 (\d+) 次补充。\s*$/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  const sentence = `编辑部第 ${edits + 1} 次补充。`;
  writeText(file, formatSource(article, dialect, sentence));
  return sentence;
}
