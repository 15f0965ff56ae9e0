import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { convertBody } from '../html/body.ts';
import { findBody } from '../html/page-body.ts';
import { readPageFacts } from '../html/page-facts.ts';
import { identify } from '../identity.ts';
import type { Item, SourceReading } from '../item.ts';
import { Notes } from '../notes.ts';
import type { ImportOptions } from '../options.ts';
import { PictureCollection } from '../pictures.ts';
import { nameOf, Refusal, readDocument, readTextFile } from './document.ts';

/**
 * A page saved by a browser, or one a 公众号 exported, as one article. Navigation, advertisements and
 * scripts stay behind; pictures come from the folder saved with the page.
 */
export function readWebPage(options: ImportOptions): Promise<SourceReading> {
  const { file } = options;
  return readDocument(file, async () => {
    const notes = new Notes();
    const html = readTextFile(file);
    const page = fromHtml(html);
    const facts = readPageFacts(page, html, options.zone);
    const title = facts.title ?? path.parse(file).name;
    if (facts.title === undefined) notes.add('title-from-name');
    const date = options.date ?? facts.date;
    if (date === undefined) throw new Refusal('no-date');
    const name = nameOf(title, file);
    const pictures = new PictureCollection(
      name,
      { folders: [path.dirname(file)], base: facts.url, mayDownload: options.mayDownload },
      notes,
    );
    const main = findBody(page, html);
    if (facts.url !== undefined) completeLinks(main, facts.url);
    const body = await convertBody(main, title, pictures, notes);
    if (body === '') {
      throw new Refusal('no-text', {
        advice: '这个网页的文字可能是脚本生成的：请用浏览器打开，等文字出来后另存为“网页，全部”。',
      });
    }
    const source = sourceOf(facts);
    const item: Item = {
      id: identify(facts.url, { title, date, ...(source ? { source } : {}) }),
      title,
      date,
      body,
      tags: [],
      name,
      pictures: pictures.pictures,
      ...(source ? { source } : {}),
      ...(facts.summary === undefined ? {} : { summary: facts.summary }),
      ...(facts.author === undefined ? {} : { byline: [facts.author] }),
    };
    return { item, notes };
  });
}

function sourceOf({ site, url }: { site: string | undefined; url: string | undefined }) {
  if (url !== undefined) return { name: site ?? new URL(url).hostname, url };
  return site === undefined ? undefined : { name: site };
}

/** Links of a page mean its own host: beside an article of ours they would lead nowhere. */
function completeLinks(node: Root | Element, base: string): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const href = child.tagName === 'a' ? String(child.properties.href ?? '') : '';
    if (href !== '' && !href.startsWith('#') && URL.canParse(href, base)) {
      child.properties.href = new URL(href, base).href;
    }
    completeLinks(child, base);
  }
}
