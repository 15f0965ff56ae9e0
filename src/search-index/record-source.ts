import { readFileSync } from 'node:fs';
import { readBodyText } from '../news/page-text.ts';
import type { SearchRecord } from '../news/search/record.ts';

/** A record, or what it is read from: texts are long, and only a bundle that is indexed needs its own. */
export type RecordSource = Omit<SearchRecord, 'text'> &
  (
    | Pick<SearchRecord, 'text'>
    | {
        /** The article's built page, absolute. */
        page: string;
        /** What precedes the page's body, `''` for nothing. */
        summary: string;
      }
  );

/** The whole record, its text taken from the built page: what a reader sees is what is found. */
export function readRecord(source: RecordSource): SearchRecord {
  if ('text' in source) return source;
  const { page, summary, ...facts } = source;
  const text = readBodyText(readFileSync(page, 'utf8'));
  return { ...facts, text: summary === '' ? text : [summary, ...text] };
}
