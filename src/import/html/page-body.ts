import { Readability } from '@mozilla/readability';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { parseHTML } from 'linkedom';
import { textOf } from '../../markdown/tree.ts';

/**
 * The part of a saved page that is the article: where publishing systems put it, else where Firefox's
 * reader view finds it.
 */
export function findBody(page: Root, html: string): Root {
  for (const selector of KNOWN) {
    const found = selectAll(selector, page);
    const [only] = found;
    if (found.length === 1 && only && hasContent(only)) {
      return { type: 'root', children: only.children };
    }
  }
  const body = select('body', page) ?? page;
  // What a bare page holds is the article; the reader view looks for less.
  if (!select('nav, header, footer, aside, form, div div', page)) {
    return { type: 'root', children: body.children as Root['children'] };
  }
  const { document } = parseHTML(html);
  const article = new Readability(document as unknown as Document, {
    // Short news would not be found: the default expects 500 characters of English.
    charThreshold: 100,
    keepClasses: true,
  }).parse();
  return article?.content
    ? fromHtml(article.content, { fragment: true })
    : { type: 'root', children: body.children as Root['children'] };
}

/** 公众号; schema.org; editors of government and news sites (TRS, 大汉); HTML itself. */
const KNOWN = [
  '#js_content',
  '[itemprop="articleBody"]',
  '.TRS_Editor',
  '#UCAP-CONTENT',
  '#zoom',
  '.article-content',
  '.entry-content',
  'article',
  'main',
];

function hasContent(element: Element): boolean {
  return textOf(element).trim() !== '' || select('img', element) !== undefined;
}
