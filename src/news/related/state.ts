import type { Analyses } from './analyses.ts';
import type { RankedList } from './ranking.ts';
import type { Vectors } from './vectors.ts';

/** What one run leaves for the next; plain data, to be stored or thrown away. */
export interface RelatedState {
  /** Fingerprint of the dictionary and limits it was made with; of no use to others. */
  key: number;
  /** By row, in order of slugs. */
  ids: string[];
  dates: Float64Array;
  digests: Uint8Array;
  /** Fingerprint of title and text, by row. */
  contents: Float64Array;
  /** Fingerprint of all that a document brings along, by row. */
  signatures: Float64Array;
  analyses: Analyses;
  /** IDF level by term number. */
  levels: Uint8Array;
  /** 1 for terms that two or more rows have. */
  isShared: Uint8Array;
  vectors: Vectors;
  /** Rows that are reprints of each other, two after two. */
  reprints: Uint32Array;
  canonical: Int32Array;
  lists: RankedList[];
}
