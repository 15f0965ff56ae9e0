import { existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { type Links, paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { checkRelatedBlock } from '../news/page-check.ts';
import { type PageFacts, readPageFacts } from '../news/page-facts.ts';
import { type Problem, problem } from '../news/problem.ts';

/**
 * Checks the finished site as a reader meets it: pages are read as built, not as intended. A missing
 * page or a related list that breaks its promises is an error; a link that leads nowhere is its
 * author's to mend, a warning once for the whole site.
 */
export function checkSite(outDir: string, articles: readonly Article[], links: Links): Problem[] {
  const problems: Problem[] = [];
  for (const article of articles) {
    const page = path.join(outDir, decodeURIComponent(paths.article(article)), 'index.html');
    if (!existsSync(page)) problems.push(problem('lost-article', { file: article.file }));
  }
  const isThere = createTargetCheck(outDir);
  const deadLinks = new Map<string, string[]>();
  for (const file of listPages(outDir)) {
    const facts = readPageFacts(readFileSync(path.join(outDir, file), 'utf8'));
    const dead = findDeadLinks(facts, file, links, isThere);
    for (const href of dead) deadLinks.set(href, [...(deadLinks.get(href) ?? []), file]);
    for (const reason of checkRelatedBlock(facts, new Set(dead))) {
      problems.push(problem('broken-related', { file: `网页 /${file}` }, { reason }));
    }
  }
  for (const [href, files] of deadLinks) {
    const count = String(files.length);
    problems.push(problem('dead-link', { file: `网页 /${files[0]}` }, { href, count }));
  }
  return problems;
}

/** Links of a page that lead nowhere inside the site; other hosts are not asked. */
function findDeadLinks(
  { hrefs, ids }: PageFacts,
  file: string,
  { origin, base }: Links,
  isThere: (file: string) => boolean,
): string[] {
  const here = new URL(`${base}${encodeURI(file.replace(/index\.html$/, ''))}`, origin);
  return hrefs.filter((href) => {
    if (!URL.canParse(href, here)) return true;
    const url = new URL(href, here);
    if (url.origin !== origin || !url.pathname.startsWith(base)) return false;
    if (url.pathname === here.pathname && url.hash !== '') {
      const id = decode(url.hash.slice(1));
      // `#top` is the top of any page; what follows `:~:` is for the browser.
      return id !== 'top' && !id.startsWith(':~:') && !ids.has(id);
    }
    return !isThere(decode(url.pathname.slice(base.length)));
  });
}

/** A stray `%` in a link stays as it is: no such page exists. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a path below the base is a file of the site, or a folder with a page; remembered. */
function createTargetCheck(outDir: string): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const cached = known.get(file);
    if (cached !== undefined) return cached;
    const absolute = path.join(outDir, file);
    const stat = statOf(absolute);
    const isThere = stat?.isDirectory()
      ? file === '' || file.endsWith('/')
        ? existsSync(path.join(absolute, 'index.html'))
        : false
      : stat !== undefined;
    known.set(file, isThere);
    return isThere;
  };
}

function statOf(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch {
    // A name no file can have (too long, with a null byte) is a link that leads nowhere.
    return undefined;
  }
}

function listPages(outDir: string): string[] {
  return (readdirSync(outDir, { recursive: true }) as string[])
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html') && !file.startsWith('search-index/'))
    .sort();
}
