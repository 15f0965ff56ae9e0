/** Settings of the index, with their reasons; measured in docs/search.md. */

/** Goes into every cache key: raise it when the same articles must give another index. */
export const INDEX_VERSION = 4;

/**
 * Positions in one of Pagefind's index files. Smaller ones make a query cheaper and the list of
 * files, which every bundle opened costs, longer.
 */
export const CHUNK_SIZE = 2000;

/** One process each; more would not fit the memory of a small machine. */
export const PARALLEL_BUNDLES = 2;

/** Values offered as filters and suggestions. */
export const MOST_SOURCES = 200;
export const MOST_TAGS = 1000;

/** Folder below the site's base. */
export const INDEX_FOLDER = 'search-index';
