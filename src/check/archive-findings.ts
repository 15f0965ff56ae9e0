import { paths } from '../news/address.ts';
import type { LineOf } from '../news/archive-check.ts';
import type { Article } from '../news/article.ts';
import { titleKey } from '../news/encounters.ts';
import { type Problem, problem } from '../news/problem.ts';
import { placeOf } from '../news/source-path.ts';
import { addressKey } from './article-links.ts';
import type { CopyPair } from './copy-pairs.ts';

export interface ArchiveView {
  lineOf: LineOf;
  /** Absent when all files were asked for. */
  isChosen?: (file: string) => boolean;
}

/**
 * What only the whole archive shows, all of it warnings.
 * @param pairs of files that tell the same report
 */
export function findArchiveFaults(
  articles: readonly Article[],
  pairs: readonly CopyPair[],
  view: ArchiveView,
): Problem[] {
  const { lineOf } = view;
  const copies = findNearCopies(articles, pairs, view);
  const isCopy = new Set(copies.map(({ file }) => file));
  return [
    ...copies,
    // Of a copy the copy is told.
    ...findRepeatedTitles(articles, lineOf).filter(({ file }) => !isCopy.has(file)),
    ...articles.flatMap((article) => findIncompleteReprint(article, lineOf)),
  ];
}

/**
 * The same title twice within a week, whatever the case, width and spaces. A title that keeps coming back is a column's (国内联播快讯),
 * and years later it is other news.
 */
function findRepeatedTitles(articles: readonly Article[], lineOf: LineOf): Problem[] {
  const shown = articles.filter(({ withdrawn, kind }) => !withdrawn && kind !== 'reprint');
  const groups = Map.groupBy(shown, ({ title }) => titleKey(title));
  return [...groups.values()].flatMap((group) => {
    if (group.length !== 2) return [];
    const [first, second] = group.toSorted(compareDates);
    if (!first || !second || second.date - first.date > WEEK) return [];
    const { file, title } = second;
    const place = { file, line: lineOf(file, 'title') };
    return [problem('repeated-title', place, { other: first.file, title })];
  });
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** 互联网新闻信息服务管理规定 (2017), article 15: source, original title and author, editor, traceable. */
function findIncompleteReprint(
  { kind, source, editors, file }: Article,
  lineOf: LineOf,
): Problem[] {
  if (kind !== 'reprint') return [];
  const missing = [
    ...(source?.name ? [] : ['来源名称（source 的 name）']),
    ...(source?.url ? [] : ['原文网址（url）']),
    ...(source?.permission ? [] : ['授权（permission）']),
    ...(editors.length > 0 ? [] : ['责任编辑（editor）']),
  ];
  if (missing.length === 0) return [];
  const place = { file, line: lineOf(file, 'source') ?? lineOf(file, 'kind') };
  return [problem('incomplete-reprint', place, { missing: missing.join('、') })];
}

/**
 * Articles that say almost the same as an earlier one, or, of those asked for, as any other, and
 * have no record as reprints.
 */
function findNearCopies(
  articles: readonly Article[],
  pairs: readonly CopyPair[],
  { lineOf, isChosen }: ArchiveView,
): Problem[] {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const originals = new Map<Article, Article>();
  for (const pair of pairs) {
    const [first, second] = pair.flatMap((file) => byFile.get(file) ?? []).toSorted(compareDates);
    if (!first || !second) continue;
    const isFirstAsked = isChosen?.(first.file) && !isChosen(second.file);
    const [copy, original] = isFirstAsked ? [first, second] : [second, first];
    if (copy.kind === 'reprint' || second.kind === 'reprint') continue;
    const known = originals.get(copy);
    if (!known || compareDates(original, known) < 0) originals.set(copy, original);
  }
  return [...originals].map(([{ file }, { file: other }]) =>
    problem('near-copy', { file, line: lineOf(file, 'title') }, { other }),
  );
}

/**
 * Published articles whose file went while another has their id or title, and whose old address
 * leads nowhere.
 * @param former articles of the last commit whose files are gone
 */
export function findMovedAddresses(
  former: readonly Article[],
  articles: readonly Article[],
  lineOf: LineOf,
): Problem[] {
  const taken = new Set(
    articles.flatMap((article) => [paths.article(article), ...article.aliases]).map(addressKey),
  );
  return former.flatMap((old) => {
    const address = decodeURI(paths.article(old));
    if (old.draft || taken.has(addressKey(address))) return [];
    const heir =
      articles.find(({ id }) => id === old.id) ??
      articles.find(({ title, date }) => title === old.title && date === old.date);
    if (!heir) return [];
    const place = {
      file: heir.file,
      line: lineOf(heir.file, 'aliases') ?? lineOf(heir.file, 'title'),
    };
    return [problem('moved-address', place, { address })];
  });
}

/** Whether a path of the last commit is an article's. */
export function isArticleFile(file: string): boolean {
  return /\.mdx?$/i.test(file) && !('kind' in placeOf(file));
}

function compareDates(a: Article, b: Article): number {
  return a.date - b.date || compare(a.file, b.file);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
