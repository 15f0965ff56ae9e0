import { readText } from '../archive/content-files.ts';
import type { Links } from '../news/address.ts';

/**
 * Finds where an author wrote a link that a page has: the first line of the source, below the content
 * folder, that holds it. Pages have links below the site's base and percent-encoded; authors write
 * them without the one, and either way.
 */
export function createLinkFinder(
  contentDir: string,
  { base }: Links,
): (source: string, href: string) => number | undefined {
  return (source, href) => {
    const text = readText(contentDir, source);
    if (typeof text !== 'string') return undefined;
    const inside = href.startsWith(base) ? href.slice(base.length - 1) : href;
    const forms = [href, inside].flatMap((form) => [form, decodeLink(form)]);
    const lines = text.split(/\r\n?|\n/);
    const line = lines.findIndex((one) => forms.some((form) => one.includes(form)));
    return line === -1 ? undefined : line + 1;
  };
}

/** A link as people write it: Chinese, not `%E4%B8%AD`. */
export function decodeLink(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
