import path from 'node:path';
import type { PlannedPage } from '../site/page-plan.ts';
import type { BuiltFile } from './built-file.ts';
import type { LedgerFile } from './ledger.ts';
import type { RenderedShare } from './render-pages.ts';
import { createTargetCheck, type DeadLinks } from './site-check.ts';
import type { SiteFile } from './site-files.ts';

/**
 * The files of the new site: every planned page, made now or left from before, the pages that stand
 * alone, and what they need.
 * @param keys of planned pages, by file
 */
export function assemblePages(
  pages: readonly PlannedPage[],
  shares: readonly RenderedShare[],
  before: ReadonlyMap<string, LedgerFile>,
  keys: ReadonlyMap<string, string | undefined>,
): Map<string, SiteFile> {
  const files = new Map<string, SiteFile>();
  for (const { staging, files: made } of shares) {
    for (const built of made) {
      if (files.has(built.file)) continue;
      const key = keys.get(built.file);
      files.set(built.file, {
        ...describeBuilt(built),
        ...(key === undefined ? {} : { key }),
        staged: path.join(staging, built.file),
      });
    }
  }
  for (const { file } of pages) {
    const known = before.get(file);
    if (files.has(file)) continue;
    if (!known) throw new Error(`The page ${file} was neither made nor there.`);
    files.set(file, { ...known, staged: undefined });
  }
  return files;
}

/**
 * Leaves out pictures that no page shows, brings back those that pages left from before show, and
 * keeps the last build's files with hashed names once more: a reader may have its pages open.
 */
export function settleAssets(
  files: Map<string, SiteFile>,
  before: ReadonlyMap<string, LedgerFile>,
): void {
  const used = new Set([...files.values()].flatMap(({ assets }) => assets));
  for (const file of files.keys()) {
    // Scripts load each other by relative names; Astro makes all of them in every build.
    if (file.startsWith(ASSETS) && !/\.(?:js|css)$/.test(file) && !used.has(file)) {
      files.delete(file);
    }
  }
  for (const [file, known] of before) {
    if (files.has(file)) continue;
    if (used.has(file)) {
      const { isOld: _, ...current } = known;
      files.set(file, { ...current, staged: undefined });
    } else if (HASHED.test(file) && !known.isOld) {
      files.set(file, { ...known, isOld: true, staged: undefined });
    }
  }
}

/** Dead links of the new site, by page; what is noted of each page for later builds is brought up to date. */
export function findDeadLinks(
  files: ReadonlyMap<string, SiteFile>,
  made: readonly BuiltFile[],
): DeadLinks {
  const isThere = createTargetCheck(files);
  const dead = new Map<string, LedgerFile['dead']>();
  for (const { file, page } of made) {
    if (!page) continue;
    const missing = page.links.filter(([, target]) => !isThere(target));
    const found = [...page.dead.map((href): [string, null] => [href, null]), ...missing];
    if (found.length > 0) dead.set(file, found);
  }
  for (const [file, { staged, targets, dead: known }] of files) {
    if (staged !== undefined || dead.has(file)) continue;
    const still = known.filter(([, target]) => target === null || !isThere(target));
    const noted = new Set(known.map(([, target]) => target));
    const now = targets
      .filter((target) => !noted.has(target) && !isThere(target))
      .map((target): [string, string] => [`/${target}`, target]);
    if (still.length + now.length > 0) dead.set(file, [...still, ...now]);
  }
  for (const [file, record] of files) record.dead = dead.get(file) ?? [];
  return dead;
}

const ASSETS = '_astro/';
/** Files whose names change with their content. */
const HASHED = /^(?:_astro\/|search-index\/.+\/|search-index\/[a-z]+-[\da-f]{12}\.)/;

/** What stays known of a file that was made. */
export function describeBuilt({ hash, assets, page }: BuiltFile): Omit<SiteFile, 'staged'> {
  return {
    hash,
    assets,
    targets: [...new Set(page?.links.map(([, target]) => target))],
    dead: [],
    ...(page?.text === undefined ? {} : { text: page.text }),
  };
}
