import { paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { type Problem, problem } from '../news/problem.ts';
import type { BuiltFile } from './built-file.ts';

/**
 * Checks the site as a reader meets it: pages are read as built, not as intended. A missing page or
 * a related list that breaks its promises is an error; a link that leads nowhere is its author's to
 * mend, a warning once for the whole site.
 * @param articles those that must have a page
 */
export function checkSite(
  { made, files }: { made: readonly BuiltFile[]; files: ReadonlyMap<string, unknown> },
  deadLinks: DeadLinks,
  articles: readonly Article[],
): Problem[] {
  const isThere = createTargetCheck(files);
  const problems: Problem[] = [];
  for (const article of articles) {
    if (!isThere(decodeURIComponent(paths.article(article)).slice(1))) {
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
  return [...problems, ...describeDeadLinks(deadLinks)];
}

/** Links that lead nowhere, by page: the link as written, and the file it would need. */
export type DeadLinks = ReadonlyMap<string, readonly [href: string, target: string | undefined][]>;

/** Whether a target is a file of the site or a folder with a page; `''` is the front page. */
export function createTargetCheck(
  files: Pick<ReadonlyMap<string, unknown>, 'has'>,
): (target: string) => boolean {
  return (target) =>
    target === '' || target.endsWith('/') ? files.has(`${target}index.html`) : files.has(target);
}

function describeDeadLinks(dead: DeadLinks): Problem[] {
  const byHref = new Map<string, string[]>();
  for (const file of [...dead.keys()].sort()) {
    for (const [href] of dead.get(file) ?? []) {
      byHref.set(href, [...(byHref.get(href) ?? []), file]);
    }
  }
  return [...byHref].map(([href, files]) =>
    problem('dead-link', { file: `网页 /${files[0]}` }, { href, count: String(files.length) }),
  );
}
