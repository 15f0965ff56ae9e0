import { hashContent } from '../archive/content-hash.ts';
import { formatDay } from '../news/beijing.ts';
import type { SearchRecord } from '../news/search/record.ts';
import type { RecordSource } from './record-source.ts';

/** What planning an index needs to know of an article; its text is read only to be indexed. */
export interface SearchEntry {
  id: string;
  /** In Beijing, `2025-03-01`. */
  day: string;
  /** Of everything the record says: equal for equal records. */
  hash: string;
  source: string | undefined;
  tags: readonly string[];
  record: RecordSource;
}

/** The entry of a record that was read already. */
export function toEntry(record: SearchRecord): SearchEntry {
  return {
    id: record.id,
    day: formatDay(record.date),
    hash: hashContent(JSON.stringify(record)),
    source: record.source,
    tags: record.tags,
    record,
  };
}
