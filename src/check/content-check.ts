import { statSync } from 'node:fs';
import path from 'node:path';
import { type ArchiveContents, type ArchiveResult, loadArchive } from '../archive/archive.ts';
import { isFile, listContentFiles, readText } from '../archive/content-files.ts';
import { openReadings, type SourceReading } from '../archive/readings.ts';
import type { Environment } from '../environment.ts';
import type { Article } from '../news/article.ts';
import { readArticle } from '../news/article-reader.ts';
import { isLocal } from '../news/images.ts';
import { isError, type Problem, problem } from '../news/problem.ts';
import { findArchiveFaults, findMovedAddresses, isArticleFile } from './archive-findings.ts';
import { createLinkCheck } from './article-links.ts';
import { type CheckThread, openCheckThread } from './check-thread.ts';
import { type HouseRules, readHouseRules } from './desk-rule.ts';
import { type ExternalLink, isExternal } from './external-links.ts';
import { listFormerFiles } from './git-history.ts';
import { pickMet } from './met-articles.ts';
import { findCopies, openCopies } from './near-copies.ts';
import { checkPage, type SourceFindings } from './source-check.ts';
import { inspectSources } from './source-inspection.ts';

/** Whether a file, below the content folder, was asked for. */
export type IsChosen = (file: string) => boolean;

/**
 * `loadArchive` and everything a desk wants to know before it publishes, in one catalogue. What the
 * desk's checks find stops no build (the errors of promotions are warnings there) but for broken MDX.
 */
export async function loadCheckedArchive(environment: Environment): Promise<ArchiveResult> {
  const { result, desk } = await check(environment, undefined);
  const found = desk.map(
    (one): Problem => (one.kind === UNBUILDABLE ? one : { ...one, severity: 'warning' }),
  );
  const problems = [...result.problems, ...found];
  if (found.some(isError)) return { ...result, archive: undefined, problems };
  return result.archive
    ? { ...result, archive: { ...result.archive, problems }, problems }
    : { ...result, problems };
}

/** The one finding that a build cannot get past: Astro would stop at it, in English. */
const UNBUILDABLE = 'broken-mdx';

/** Of the files asked for, or of the whole content folder. */
export interface ContentFindings {
  problems: Problem[];
  /** Links to other sites, which nobody has asked yet. */
  externalLinks: ExternalLink[];
}

/** @param base a commit since which moved articles are looked for, besides the last one */
export async function checkContent(
  environment: Environment,
  isChosen?: IsChosen,
  base?: string,
): Promise<ContentFindings> {
  const { result, desk, links } = await check(environment, isChosen, base);
  const isWanted = ({ file }: { file: string }) => isChosen?.(file) ?? true;
  const { articles, lineOf, address } = result.contents;
  const sources = articles.flatMap(({ file, source }) =>
    source?.url ? [{ href: source.url, file, line: lineOf(file, 'source') }] : [],
  );
  return {
    problems: [...result.problems, ...desk].filter(isWanted),
    externalLinks: [...links, ...sources].filter(
      (link) => isWanted(link) && isExternal(link.href, address),
    ),
  };
}

interface Findings {
  result: ArchiveResult;
  desk: Problem[];
  links: ExternalLink[];
}

async function check(
  environment: Environment,
  isChosen: IsChosen | undefined,
  base?: string,
): Promise<Findings> {
  const thread = openCheckThread();
  try {
    return await checkBeside(thread, environment, isChosen, base);
  } finally {
    await thread.close();
  }
}

async function checkBeside(
  thread: CheckThread,
  environment: Environment,
  isChosen: IsChosen | undefined,
  base?: string,
): Promise<Findings> {
  const { contentDir, cacheDir } = environment;
  const files = listContentFiles(contentDir);
  // Git works beside this process: it is asked first and heard last.
  const asking = listFormerArticles(contentDir, files.articles, base);
  const { problems, ...rules } = loadRules(contentDir, files.rules);
  const wanted = isChosen ? files.articles.filter(isChosen) : files.articles;
  const readings = openReadings(contentDir, cacheDir, files.articles);
  const known = isChosen ? undefined : openCopies(cacheDir, readings.signatures);
  const { findings, texts, store } = await inspectSources(
    {
      ...{ contentDir, files: wanted, rules, readings, thread },
      sampled: known?.stale ?? new Set(),
    },
    isChosen ? undefined : cacheDir,
  );
  const pages = inspectPages(contentDir, files.settings, rules, isChosen);
  const near = isChosen ? pickMet(readings, wanted, [...findings, ...pages]) : readings.all();
  const read = listArticles(near);
  // Begun before all that follows, which leaves a processor idle.
  const searching = findCopies(read, {
    ...{ contentDir, texts, thread, known: known?.pairs ?? [] },
    isAsked: isChosen ?? ((file) => known?.stale.has(file) ?? true),
  });
  store();
  // Reading a few files again costs less than keeping what all said.
  if (!isChosen || readings.stale.length > WORTH_KEEPING) readings.store();
  for (const [file, found] of pages) findings.set(file, found);
  const unread = readings.unread();
  const isUnread = unread.length > 0;
  const result = loadArchive(environment, { files, readings: near, isUnread });
  const { articles, lineOf, address } = result.contents;
  const origin = address && new URL(address).origin;
  const site = { files: [...near.keys(), ...unread], origin, now: environment.now };
  const checkLinks = createLinkCheck(articles, site);
  const copies = await searching;
  known?.store(read, copies);
  const former = await asking;
  // What moved may have any name.
  const heirs = isChosen && former.length > 0 ? listArticles(readings.all()) : articles;
  return {
    result,
    links: [...findings].flatMap(([file, { links }]) => links.map((link) => ({ ...link, file }))),
    desk: [
      ...problems,
      ...[...findings.values()].flatMap((found) => found.problems),
      ...[...findings].flatMap(([file, { links }]) => checkLinks(file, links)),
      ...findArchiveFaults(articles, copies, { lineOf, ...(isChosen && { isChosen }) }),
      ...findLargeImages(contentDir, result.contents, isChosen),
      ...findMovedAddresses(former, heirs, lineOf),
    ],
  };
}

const WORTH_KEEPING = 100;

function listArticles(readings: ReadonlyMap<string, SourceReading>): Article[] {
  return [...readings.values()].flatMap(({ reading }) => reading.article ?? []);
}

/** Fixed pages, of which there are a few. */
function inspectPages(
  contentDir: string,
  settings: readonly string[],
  rules: HouseRules,
  isChosen: IsChosen = () => true,
): Map<string, SourceFindings> {
  const pages = settings.filter((file) => file.startsWith('pages/') && isChosen(file));
  return new Map(
    pages.flatMap((file) => {
      const text = readText(contentDir, file);
      return typeof text === 'string' ? [[file, checkPage(text, file, rules)]] : [];
    }),
  );
}

function loadRules(
  contentDir: string,
  files: readonly string[],
): HouseRules & { problems: Problem[] } {
  const problems: Problem[] = [];
  const sources = new Map<string, string>();
  for (const file of files) {
    const text = readText(contentDir, file);
    if (typeof text === 'string') sources.set(file, text);
    else problems.push(text);
  }
  const { problems: found, ...rules } = readHouseRules(sources);
  return { ...rules, problems: [...problems, ...found] };
}

/** In bytes; a phone on a slow line shows that in ten seconds. */
const LARGEST_IMAGE = 1024 * 1024;

function findLargeImages(
  contentDir: string,
  { articles, lineOf }: ArchiveContents,
  isChosen: IsChosen | undefined,
): Problem[] {
  return articles.flatMap(({ file, images, cover }) => {
    if (images.length === 0 || (isChosen && !isChosen(file))) return [];
    const folder = path.join(contentDir, path.posix.dirname(file));
    return images.filter(isLocal).flatMap((src) => {
      const absolute = path.join(folder, src);
      const size = isFile(absolute) ? statSync(absolute).size : 0;
      if (size <= LARGEST_IMAGE) return [];
      const line = src === cover?.src ? lineOf(file, 'cover') : undefined;
      const about = { src, size: (size / LARGEST_IMAGE).toFixed(1) };
      return [problem('large-image', { file, line }, about)];
    });
  });
}

/** Articles of the last commit, and of `base`, whose files are gone. */
async function listFormerArticles(
  contentDir: string,
  articles: readonly string[],
  base: string | undefined,
): Promise<Article[]> {
  const there = new Set(articles);
  const former = await listFormerFiles(
    contentDir,
    isArticleFile,
    (file) => there.has(file) || isFile(path.join(contentDir, file)),
    base,
  );
  return former.flatMap(({ file, text }) => {
    const { article, problems } = readArticle(text, file);
    return article && !problems.some(isError) ? [article] : [];
  });
}
