/** What a result's link tells the article's page: the found words as they are written there. */

const KEY = 'found';
/** Enough to find the place; near matches have many pieces. */
const MOST = 8;

export function writeArrival(found: readonly string[]): string {
  const distinct = [...new Set(found)].slice(0, MOST);
  if (distinct.length === 0) return '';
  return `#${distinct.map((text) => `${KEY}=${encodeURIComponent(text)}`).join('&')}`;
}

export function readArrival(hash: string): string[] {
  if (!hash.startsWith(`#${KEY}=`)) return [];
  return new URLSearchParams(hash.slice(1)).getAll(KEY).filter((text) => text.trim() !== '');
}
