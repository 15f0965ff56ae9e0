/** Pagefind's browser interface, as much of it as is used here. */
import { IndexUnavailable } from './search-files.ts';

/**
 * Pagefind with an index of nothing, into which bundles are merged.
 * @param folder of the runtime, with the slash
 * @throws {IndexUnavailable}
 */
export async function openPagefind(folder: string): Promise<Pagefind> {
  try {
    const module = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as {
      createInstance(options: Record<string, unknown>): Pagefind;
    };
    const pagefind = module.createInstance({
      basePath: folder,
      noWorker: true,
      metaCacheTag: 'runtime',
    });
    await pagefind.init();
    return pagefind;
  } catch (cause) {
    throw new IndexUnavailable('Pagefind did not start.', { cause });
  }
}

export interface Pagefind {
  init(): Promise<void>;
  mergeIndex(path: string, options: { language: string; metaCacheTag: string }): Promise<void>;
  search(
    term: string,
    options: { sort: Record<string, 'desc'>; filters: Record<string, string> },
  ): Promise<{ results: PagefindResult[] }>;
}

export interface PagefindResult {
  id: string;
  score: number;
  words: number[];
}

/** Values a reader chose; years choose bundles, the rest is Pagefind's. */
export type PagefindFilters = Partial<Record<'channel' | 'source' | 'tag', string>>;
