/** Loading what the build left below `search-index/`. */

/** A file of the index could not be had: the reader is told, and nothing is taken for an answer. */
export class IndexUnavailable extends Error {}

/** @throws {IndexUnavailable} */
export async function loadJson<T>(url: string): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new IndexUnavailable(`Could not reach ${url}`, { cause });
  }
  if (!response.ok) throw new IndexUnavailable(`${response.status} for ${url}`);
  return (await response.json()) as T;
}

/**
 * Counts failed loads below `folder`. Pagefind swallows them, and a part of the index that did not
 * arrive would look like words that no article has.
 */
export function watchLoads(folder: string): { failures: number } {
  const watch = { failures: 0 };
  const load = window.fetch;
  window.fetch = async (...request) => {
    const isOurs = String(request[0]).startsWith(folder);
    try {
      const response = await load(...request);
      if (isOurs && !response.ok) watch.failures++;
      return response;
    } catch (error) {
      if (isOurs) watch.failures++;
      throw error;
    }
  };
  return watch;
}
