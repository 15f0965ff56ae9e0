import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../archive/folder-hash.ts';
import type { Environment } from '../environment.ts';
import type { BuildStart } from './build-start.ts';
import { type BuiltFile, readBuiltFile } from './built-file.ts';
import type { RenderedShare } from './render-pages.ts';
import type { RenderPlan } from './render-plan.ts';
import { assemblePages, describeBuilt, findDeadLinks, settleAssets } from './site-assembly.ts';
import type { DeadLinks } from './site-check.ts';
import type { SiteFile } from './site-files.ts';

/** The site as it will be, gathered from what was made now and what stays. */
export interface Site {
  /** Folder for what is made, of this site alone and inside the project. */
  workDir: string;
  files: ReadonlyMap<string, SiteFile>;
  /** What was made in this build. */
  made: readonly BuiltFile[];
  /** An empty folder below `workDir`. */
  openFolder(name: string): string;
  addPages(plan: RenderPlan, shares: readonly RenderedShare[]): void;
  /**
   * Takes all files of a folder.
   * @param known content hashes of files that no check needs to read
   */
  addFolder(folder: string, known?: ReadonlyMap<string, string>): void;
  /** Takes a file that stands in the site already. */
  keep(file: string): void;
  /** Absolute path of a file, made or standing. */
  locate(file: string): string;
  /** Settles which hashed files stay; links that lead nowhere, by page. */
  finish(): DeadLinks;
  countPages(): number;
  countMade(): number;
}

/** A site of no files yet. */
export function createSite(environment: Environment, { links, ledger }: BuildStart): Site {
  const { outDir } = environment;
  const files = new Map<string, SiteFile>();
  const made: BuiltFile[] = [];
  let pages = 0;
  let madePages = 0;
  const workDir = workDirFor(environment);
  return {
    ...{ workDir, files, made },
    openFolder: (name) => {
      const folder = path.join(workDir, name);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    addPages: (plan, shares) => {
      const keys = plan.settle(shares);
      for (const [file, record] of assemblePages(plan.pages, shares, ledger.files, keys)) {
        files.set(file, record);
      }
      // One by one: hundreds of thousands are too many arguments.
      for (const share of shares) for (const file of share.files) made.push(file);
      const isPage = (file: string) => file.endsWith('.html');
      pages = [...files.keys()].filter(isPage).length;
      madePages = made.filter(({ file }) => isPage(file)).length;
    },
    addFolder: (folder, known) => {
      for (const file of listFiles(folder)) {
        const hash = known?.get(file);
        const built = hash ? { file, hash, assets: [] } : readBuiltFile(folder, file, links);
        files.set(file, { ...describeBuilt(built), staged: path.join(folder, file) });
      }
    },
    keep: (file) => {
      const known = ledger.files.get(file);
      if (!known) throw new Error(`${file} does not stand in the site.`);
      const { isOld: _, ...current } = known;
      files.set(file, { ...current, staged: undefined });
    },
    locate: (file) => files.get(file)?.staged ?? path.join(outDir, file),
    finish: () => {
      settleAssets(files, ledger.files);
      return findDeadLinks(files, made);
    },
    countPages: () => pages,
    countMade: () => madePages,
  };
}

/** Folder for what is made, apart from other sites'. See render-process.ts for why inside the project. */
export function workDirFor({ root, outDir }: Environment): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 12);
  return path.join(root, '.cache', `site-${name}`);
}
