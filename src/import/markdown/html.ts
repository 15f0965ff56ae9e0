import { fromHtml } from 'hast-util-from-html';
import { convertBody } from '../html/body.ts';
import type { Notes } from '../notes.ts';
import type { MarkdownPlaces } from './body.ts';

/**
 * Raw HTML in Markdown as Markdown: a block as a whole, since no Markdown is read inside one; of what
 * stands in a line only a picture, the rest is the renderer's to clean.
 */
export async function convertHtml(
  html: string,
  isBlock: boolean,
  { title, pictures }: MarkdownPlaces,
  notes: Notes,
): Promise<string> {
  if (!isBlock && !/^<img\b/i.test(html)) return html;
  if (/^<!--/.test(html) && /^<!--[\s\S]*?-->\s*$/.test(html)) return '';
  const body = await convertBody(fromHtml(html, { fragment: true }), title, pictures, notes);
  return body.trim();
}
