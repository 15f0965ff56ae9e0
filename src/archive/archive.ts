import path from 'node:path';
import type { Environment } from '../environment.ts';
import { type CheckSettings, checkArchive, type LineOf } from '../news/archive-check.ts';
import type { Article } from '../news/article.ts';
import type { Reading } from '../news/article-reader.ts';
import { findLocalImages, isLocal } from '../news/images.ts';
import { isError, type Problem, problem } from '../news/problem.ts';
import { readSettings } from '../news/settings-reader.ts';
import type { Settings } from '../news/settings-schema.ts';
import { type ContentFiles, isFile, listContentFiles, readText } from './content-files.ts';
import { digestOf, openReadings, type Readings, type SourceReading } from './readings.ts';

/** A content folder, read and checked. */
export interface Archive {
  settings: Settings;
  /** All articles of every state, by file. */
  articles: Article[];
  /** Words of dictionary.txt. */
  dictionary: string[];
  /** Content hash of each source, articles, settings and pages, by file. */
  digests: ReadonlyMap<string, string>;
  /** Number of source files: the count that must come out at the other end. */
  sources: number;
  problems: Problem[];
}

/** An archive, or, when something would be lost or falsified, only what is wrong. */
export type ArchiveResult =
  | { archive: Archive; problems: Problem[]; contents: ArchiveContents }
  | { archive: undefined; problems: Problem[]; contents: ArchiveContents };

/** What could be read, whatever is wrong with the rest: for further checks. */
export interface ArchiveContents {
  articles: readonly Article[];
  lineOf: LineOf;
  /** `address` of site.yaml. */
  address: string | undefined;
}

/** A folder's list and readings, where they were needed before. */
export interface OpenedArchive {
  files: ContentFiles;
  /** Of all files, or of all that those of interest may meet: `digests` are of the same. */
  readings: ReadonlyMap<string, SourceReading>;
  /** Whether some file gave no article. */
  isUnread: boolean;
}

/**
 * Reads every file of the content folder and checks all of it before saying anything, so that an
 * author sees all problems at once. Unchanged files come from the cache.
 */
export function loadArchive(
  { contentDir, cacheDir, now }: Environment,
  opened?: OpenedArchive,
): ArchiveResult {
  const files = opened?.files ?? listContentFiles(contentDir);
  const problems = [...files.problems];
  const { settings, lists, dictionary, digests } = loadSettings(
    contentDir,
    files.settings,
    problems,
  );

  const readings = opened?.readings ?? readAll(openReadings(contentDir, cacheDir, files.articles));
  const articles: Article[] = [];
  for (const [file, { reading }] of readings) {
    problems.push(...reading.problems);
    if (!reading.article) continue;
    articles.push(reading.article);
    problems.push(...findMissingImages(contentDir, file, reading));
  }
  if (files.articles.length === 0) problems.push(problem('no-articles', { file: 'articles' }));
  const lineOf: LineOf = (file, key) => readings.get(file)?.reading.lines[key];
  const checked = lists && checkArchive(articles, lists, now, lineOf);
  // A pin may mean an article that could not be read yet: only then is nothing said of it.
  const isUnread = opened?.isUnread ?? articles.length < files.articles.length;
  const found = checked?.problems ?? [];
  problems.push(...found.filter(({ kind }) => !(isUnread && kind === 'unknown-pin')));
  const contents = {
    articles: checked?.articles ?? articles,
    lineOf,
    address: settings?.site.address,
  };
  if (!settings || !checked || problems.some(isError)) {
    return { archive: undefined, problems, contents };
  }
  return {
    archive: {
      settings,
      articles: checked.articles,
      dictionary,
      digests: new Map([
        ...digests,
        ...[...readings].map(([file, { digest }]): [string, string] => [file, digest]),
      ]),
      sources: files.articles.length,
      problems,
    },
    problems,
    contents,
  };
}

function readAll(readings: Readings): ReadonlyMap<string, SourceReading> {
  readings.store();
  return readings.all();
}

/** Settings alone, for what needs no articles; problems go to `problems`. */
export function loadSettings(
  contentDir: string,
  files: readonly string[],
  problems: Problem[],
): {
  settings: Settings | undefined;
  lists: CheckSettings | undefined;
  dictionary: string[];
  /** Content hash of each file, by file. */
  digests: ReadonlyMap<string, string>;
} {
  const sources = new Map<string, string>();
  for (const file of files) {
    const text = readText(contentDir, file);
    if (typeof text === 'string') sources.set(file, text);
    else problems.push(text);
  }
  const { settings, lists, problems: found } = readSettings(sources);
  problems.push(...found);
  return {
    settings,
    lists,
    dictionary: parseDictionary(sources.get('dictionary.txt') ?? ''),
    digests: new Map([...sources].map(([file, text]) => [file, digestOf(text)])),
  };
}

function findMissingImages(
  contentDir: string,
  file: string,
  { article, lines }: Omit<Reading, 'text'>,
): Problem[] {
  const folder = path.join(contentDir, path.posix.dirname(file));
  return (article?.images ?? []).filter(isLocal).flatMap((src) => {
    if (isFile(path.join(folder, src))) return [];
    const line = src === article?.cover?.src ? lines['cover'] : findLine(contentDir, file, src);
    return [problem('missing-image', { file, line }, { src })];
  });
}

/** Line of the file that names an image; read again, since this is rare. */
function findLine(contentDir: string, file: string, src: string): number | undefined {
  const source = readText(contentDir, file);
  if (typeof source !== 'string') return undefined;
  const index = source
    .split(/\r\n?|\n/)
    .findIndex((line) => findLocalImages(line).includes(src) || line.includes(src));
  return index === -1 ? undefined : index + 1;
}

function parseDictionary(text: string): string[] {
  const words = text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\uFEFF/, '')
        .replace(/#.*/, '')
        .trim(),
    )
    .filter((word) => word !== '');
  return [...new Set(words)].sort();
}
