import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { convertBody } from '../html/body.ts';
import { identify, nameFor } from '../identity.ts';
import { type Place, readItem, type SourceReading } from '../item.ts';
import { Notes } from '../notes.ts';
import type { ImportOptions } from '../options.ts';
import { PictureCollection } from '../pictures.ts';

/**
 * A record of a table or of JSON as an article. A text that is HTML, as editors of Chinese sites store
 * it, is read as a page is: as plain words its tags would stand in the article.
 */
export async function readRecord(
  record: Readonly<Record<string, unknown>>,
  { file, zone, mayDownload }: ImportOptions,
  place: Place,
): Promise<SourceReading> {
  const reading = { place, ...readItem(record, zone, place) };
  const { text } = record;
  const { item } = reading;
  if (!item || typeof text !== 'string' || !isHtml(text)) return reading;
  const notes = new Notes();
  const name = nameFor(item.name, identify(item.id, item));
  const places = { folders: [path.dirname(file)], base: item.source?.url, mayDownload };
  const pictures = new PictureCollection(name, places, notes);
  const body = await convertBody(fromHtml(text, { fragment: true }), item.title, pictures, notes);
  return { ...reading, item: { ...item, body, pictures: pictures.pictures }, notes };
}

/** The end of an element, a line break or a picture; `年化<5%` and `<招联>` are words. */
function isHtml(text: string): boolean {
  return /<\/(?:p|div|section|span|strong|b|em|table|[uo]l|h[1-6]|blockquote|a)\s*>|<br\s*\/?>|<img\s[^<>]*>/i.test(
    text,
  );
}
