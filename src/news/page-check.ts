import type { PageFacts } from './page-facts.ts';

/** Longest excerpt of a related item, in graphemes. */
export const RELATED_EXCERPT_LENGTH = 40;

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * What is wrong with a page's related list, in Chinese; nothing when it keeps its promises: printed
 * once, at most ten, no empty title, nothing twice, never the page itself, excerpts cut on a whole
 * grapheme and marked with `…`, every address there.
 * @param deadLinks the page's links that lead nowhere
 */
export function checkRelatedBlock(
  { articlePath, relatedBlocks }: PageFacts,
  deadLinks: ReadonlySet<string>,
): string[] {
  const found: string[] = [];
  if (relatedBlocks.length > 1) found.push('列表出现了不止一次');
  for (const { items } of relatedBlocks) {
    if (items.length === 0) found.push('列表是空的');
    if (items.length > 10) found.push(`列表有 ${items.length} 条，超过 10 条`);
    const seen = new Set<string>();
    for (const { href, title, excerpt } of items) {
      if (title.trim() === '') found.push(`${href} 没有标题`);
      if (href === '') found.push(`“${title.trim()}”没有地址`);
      if (deadLinks.has(href)) found.push(`“${title.trim()}”的地址 ${href} 不存在`);
      if (href === articlePath) found.push('列表里有本文自己');
      if (seen.has(href)) found.push(`“${title.trim()}”出现了两次`);
      seen.add(href);
      if (excerpt !== undefined && !isWholeExcerpt(excerpt)) {
        found.push(`“${title.trim()}”的摘要没有断在完整的字上`);
      }
    }
  }
  return found;
}

/** Ends with `…` where it was cut, has the promised length, and no half of a character. */
function isWholeExcerpt(excerpt: string): boolean {
  const text = excerpt.trim();
  if (!text.isWellFormed() || text.includes('\uFFFD')) return false;
  // A grapheme is one unit or more.
  if (text.length <= RELATED_EXCERPT_LENGTH) return true;
  return [...graphemes.segment(text)].length <= RELATED_EXCERPT_LENGTH;
}
