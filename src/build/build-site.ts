import { mkdirSync } from 'node:fs';
import { type Archive, loadArchive } from '../archive/archive.ts';
import { prepareRelatedTable } from '../archive/related-lists.ts';
import { clearRenderWarnings, readRenderWarnings } from '../archive/render-warnings.ts';
import type { Environment } from '../environment.ts';
import { createLinks } from '../news/address.ts';
import { ContentError, isError, type Problem } from '../news/problem.ts';
import { type Publication, publish } from '../news/publish.ts';
import { writeHostFiles } from './host-files.ts';
import { readSearchRecords } from './search-records.ts';
import { checkSite } from './site-check.ts';

/** How long each step took and what came out; what the summary prints. */
export interface BuildReport {
  publication: Publication;
  /** Source files of articles. */
  sources: number;
  pages: number;
  /** Reprints found: canonical id → the other members. */
  clusters: Record<string, string[]>;
  problems: Problem[];
  phases: Phase[];
}

export interface Phase {
  name: string;
  ms: number;
}

export interface BuildEvents {
  onPhase(name: string): void;
  /** Article pages written so far. */
  onProgress(done: number, total: number): void;
}

/**
 * The main job: content folder → finished site. Each step takes what the one before gave:
 * files → checked articles → what is published → related lists → pages → search → checks.
 * @throws {ContentError} with all problems, before anything in `outDir` was touched
 */
export async function buildSite(
  environment: Environment,
  events: BuildEvents,
): Promise<BuildReport> {
  const phases: Phase[] = [];
  const run = async <T>(name: string, step: () => T | Promise<T>): Promise<T> => {
    events.onPhase(name);
    const start = performance.now();
    const result = await step();
    phases.push({ name, ms: performance.now() - start });
    return result;
  };
  mkdirSync(environment.cacheDir, { recursive: true });
  clearRenderWarnings(environment.cacheDir);

  const { archive, problems } = await run('读取与检查', () => loadArchive(environment));
  if (!archive) throw new ContentError(problems);
  const publication = publish(archive.articles, environment.now);
  assertNothingLost(archive, publication);
  const table = await run('相关新闻', () =>
    prepareRelatedTable(archive, publication.published, environment),
  );
  // Astro and Pagefind load slowly: an author's mistake is told without them.
  const { buildPages } = await import('./astro-build.ts');
  const { buildSearchIndex } = await import('../search-index/build.ts');
  const pages = await run('生成页面', () =>
    buildPages(environment, publication, (done, total) => events.onProgress(done, total)),
  );

  const links = createLinks(environment.siteUrl ?? archive.settings.site.address);
  await run('搜索索引', () =>
    buildSearchIndex({
      outDir: environment.outDir,
      cacheDir: environment.cacheDir,
      base: links.base,
      records: readSearchRecords(
        environment.outDir,
        archive.settings,
        publication.published,
        links,
      ),
    }),
  );
  const found = await run('收尾与检查', () => {
    const aliases = [...publication.published, ...publication.withdrawn];
    const problemsOfFiles = writeHostFiles(environment.outDir, aliases, links);
    return [
      ...readRenderWarnings(environment.cacheDir),
      ...problemsOfFiles,
      ...checkSite(environment.outDir, [...publication.published, ...publication.withdrawn], links),
    ];
  });
  if (found.some(isError)) throw new ContentError([...problems, ...found]);
  return {
    publication,
    sources: archive.sources,
    pages,
    clusters: table.clusters,
    problems: [...problems, ...found],
    phases,
  };
}

/** Every source file ends in exactly one state; a gap is our fault and must not pass in silence. */
function assertNothingLost(archive: Archive, publication: Publication): void {
  const counted = Object.values(publication).reduce((sum, list) => sum + list.length, 0);
  if (counted !== archive.sources) {
    throw new Error(`${archive.sources} source files became ${counted} articles.`);
  }
}
