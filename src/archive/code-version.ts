import { hashFolders } from './folder-hash.ts';

/**
 * What all pages are made with besides content: the project's code, the locked versions of its
 * dependencies, and Node's. A change of any of it makes every page anew.
 */
export function readPageVersion(root: string): string {
  const files = ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  return hashFolders(root, files, [process.version]);
}

/**
 * What a cached result was computed with: the rules in these folders of `src/`, the versions that
 * package.json names, and Node's. No cache outlives its rules, and a change of a page's template
 * costs none of them: that is why not the whole of `src/` counts.
 */
export function readRuleVersion(...folders: readonly string[]): number {
  // Not by this module's own address: Astro bundles it into a chunk of the pages.
  const root = process.cwd();
  const names = folders.map((folder) => `src/${folder}`);
  const hash = hashFolders(root, [...names, 'package.json'], [process.version]);
  return Buffer.from(hash, 'base64url').readUIntBE(0, 6);
}
