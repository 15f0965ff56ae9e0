import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hashContent } from '../archive/content-hash.ts';
import type { Links } from '../news/address.ts';
import { checkRelatedBlock } from '../news/page-check.ts';
import { readPage } from '../news/page-reader.ts';
import { resolveTarget } from '../news/page-target.ts';

/** What is known of a file of the site: enough to tell later whether it is still the same. */
export interface BuiltFile {
  /** Relative to the site's folder, with `/`. */
  file: string;
  /** Content hash. */
  hash: string;
  /** Hashed files of `_astro/` that it names. */
  assets: string[];
  page?: BuiltPage;
}

/** What checks need of a page after it was read once. */
export interface BuiltPage {
  /** Links below the site's base, as written, with the file or folder each leads to. */
  links: [href: string, target: string][];
  /** Links that lead nowhere whatever else there is. */
  dead: string[];
  /** What is wrong with the related list in itself, in Chinese. */
  related: string[];
  /** Links of the related list. */
  listed: string[];
  /** Hash of the text that search is told of; only of articles' pages. */
  text?: string;
}

/** Reads a file that was just made. */
export function readBuiltFile(folder: string, file: string, links: Links): BuiltFile {
  const content = readFileSync(path.join(folder, file));
  const hash = hashContent(content);
  if (!TEXT.test(file)) return { file, hash, assets: [] };
  const text = content.toString();
  const assets = [...new Set(text.match(ASSETS) ?? [])];
  if (!file.endsWith('.html')) return { file, hash, assets };
  return { file, hash, assets, page: describePage(text, file, links) };
}

/** Hash of an article's paragraphs as search is told them. */
function hashText(paragraphs: readonly string[]): string {
  return hashContent(paragraphs.join('\n'));
}

const TEXT = /\.(?:html|xml|css|js)$/;
const ASSETS = /_astro\/[^"'\s?#<>()&,\\]+/g;

function describePage(html: string, file: string, links: Links): BuiltPage {
  const { facts, text } = readPage(html);
  const page: BuiltPage = { links: [], dead: [], related: [], listed: [] };
  for (const href of facts.hrefs) {
    const target = resolveTarget(href, file, facts.ids, links);
    if (target === 'dead') page.dead.push(href);
    else if (typeof target === 'object') page.links.push([href, target.file]);
  }
  page.related = checkRelatedBlock(facts, new Set(page.dead));
  page.listed = facts.relatedBlocks.flatMap(({ items }) => items.map(({ href }) => href));
  if (facts.articlePath !== undefined) page.text = hashText(text);
  return page;
}
