import { paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { type Problem, problem } from '../news/problem.ts';
import type { BuiltFile } from './built-file.ts';
import type { LedgerFile } from './ledger.ts';
import { decodeLink } from './link-finder.ts';

/**
 * Checks the site as a reader meets it: pages are read as built, not as intended. A missing page or
 * a related list that breaks its promises is an error; a link that leads nowhere is its author's to
 * mend, a warning once for the whole site.
 * @param articles those that must have a page
 * @param findLine line of a source on which a link is written
 */
export function checkSite(
  { made, files }: { made: readonly BuiltFile[]; files: ReadonlyMap<string, unknown> },
  deadLinks: DeadLinks,
  articles: readonly Article[],
  findLine: (source: string, href: string) => number | undefined,
): Problem[] {
  const problems: Problem[] = [];
  for (const article of articles) {
    if (!files.has(pageFile(article))) {
      problems.push(problem('lost-article', { file: article.file }));
    }
  }
  for (const { file, page } of made) {
    if (!page) continue;
    const dead = new Set(deadLinks.get(file)?.map(([href]) => href));
    const unlisted = page.listed.filter((href) => dead.has(href) && !page.dead.includes(href));
    const reasons = [...page.related, ...unlisted.map((href) => `地址 ${href} 不存在`)];
    for (const reason of reasons) {
      problems.push(problem('broken-related', { file: `网页 /${file}` }, { reason }));
    }
  }
  return [...problems, ...describeDeadLinks(deadLinks, articles, findLine)];
}

/** File of an article's page, relative to the site's folder. */
export function pageFile(article: Pick<Article, 'year' | 'slug'>): string {
  return `${decodeURIComponent(paths.article(article)).slice(1)}index.html`;
}

/** Links that lead nowhere, by page: the link as written, and the file it would need, if it can be told. */
export type DeadLinks = ReadonlyMap<string, LedgerFile['dead']>;

/** Whether a target is a file of the site or a folder with a page; `''` is the front page. */
export function createTargetCheck(
  files: Pick<ReadonlyMap<string, unknown>, 'has'>,
): (target: string) => boolean {
  return (target) =>
    target === '' || target.endsWith('/') ? files.has(`${target}index.html`) : files.has(target);
}

function describeDeadLinks(
  dead: DeadLinks,
  articles: readonly Article[],
  findLine: (source: string, href: string) => number | undefined,
): Problem[] {
  if (dead.size === 0) return [];
  const sources = new Map(articles.map((article) => [pageFile(article), article.file]));
  const byHref = new Map<string, string[]>();
  for (const file of [...dead.keys()].sort()) {
    for (const [href] of dead.get(file) ?? []) {
      byHref.set(href, [...(byHref.get(href) ?? []), file]);
    }
  }
  return [...byHref].map(([href, files]) => {
    const [source] = files.flatMap((page) => {
      const file = sources.get(page);
      const line = file && findLine(file, href);
      return line ? [{ file, line }] : [];
    });
    const place = source ?? { file: `网页 /${files[0]}` };
    return problem('dead-link', place, { href: decodeLink(href), count: String(files.length) });
  });
}
