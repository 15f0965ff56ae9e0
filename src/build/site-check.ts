import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Links, paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { checkRelatedBlock } from '../news/page-check.ts';
import { type PageFacts, readPageFacts } from '../news/page-facts.ts';
import { type Problem, problem } from '../news/problem.ts';

/**
 * Checks the finished site as a reader meets it; anything found fails the build. Each published
 * article has its page, its related list keeps its promises, and every link inside the site leads
 * somewhere. The page is read as built, not as intended.
 */
export function checkSite(outDir: string, articles: readonly Article[], links: Links): Problem[] {
  const problems: Problem[] = [];
  for (const article of articles) {
    const page = path.join(outDir, decodeURIComponent(paths.article(article)), 'index.html');
    if (!existsSync(page)) problems.push(problem('lost-article', { file: article.file }));
  }
  const isThere = createTargetCheck(outDir);
  for (const file of listPages(outDir)) {
    const facts = readPageFacts(readFileSync(path.join(outDir, file), 'utf8'));
    const place = { file: `网页 /${file}` };
    for (const reason of checkRelatedBlock(facts)) {
      problems.push(problem('broken-related', place, { reason }));
    }
    for (const href of findDeadLinks(facts, file, links, isThere)) {
      problems.push(problem('dead-link', place, { href }));
    }
  }
  return problems;
}

function findDeadLinks(
  { hrefs, ids }: PageFacts,
  file: string,
  { origin, base }: Links,
  isThere: (file: string) => boolean,
): string[] {
  const here = new URL(`${base}${file.replace(/index\.html$/, '')}`, origin);
  return hrefs.filter((href) => {
    if (!URL.canParse(href, here)) return true;
    const url = new URL(href, here);
    if (url.origin !== origin || !url.pathname.startsWith(base)) return false;
    if (url.pathname === here.pathname && url.hash !== '') {
      return !ids.has(decodeURIComponent(url.hash.slice(1)));
    }
    return !isThere(decodeURIComponent(url.pathname.slice(base.length)));
  });
}

/** Whether a path below the base is a file of the site, or a folder with a page; remembered. */
function createTargetCheck(outDir: string): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const cached = known.get(file);
    if (cached !== undefined) return cached;
    const absolute = path.join(outDir, file);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    const isThere = stat?.isDirectory()
      ? file === '' || file.endsWith('/')
        ? existsSync(path.join(absolute, 'index.html'))
        : false
      : stat !== undefined;
    known.set(file, isThere);
    return isThere;
  };
}

function listPages(outDir: string): string[] {
  return (readdirSync(outDir, { recursive: true }) as string[])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .sort();
}
