/** What the engine must know of one article. All documents of a call may be shown to readers. */
export interface RelatedDocument {
  /** Permanent id, unique in the set. */
  id: string;
  /** Decides ties, so that order of input never does. */
  slug: string;
  title: string;
  /** Plain text of the body; may be empty. Read only of what is new, so it may be read from a file then. */
  text: string;
  /** Equal for equal titles and texts, if the caller knows such a name; else both are hashed. */
  content?: string;
  /** Publication, epoch ms. */
  date: number;
  /** The outlet an article was taken from; absent on the newsroom's own work. */
  source?: string;
  /** Ids an editor wants listed first, in order; ids not in the set are ignored. */
  pins: readonly string[];
}

export interface RelatedItem {
  id: string;
  /** Likeness with recency, 0–1, four decimals; 0 on a pin that shares no words. */
  score: number;
  /** Up to three shared terms, the heaviest first; lower case, half-width. No bare numbers but codes of securities. */
  why: string[];
  /** Ids of the item's reprints, oldest first. */
  also: string[];
}

export interface RelatedTable {
  /** By id, best first; a document without a list that is worth showing has an empty one. */
  lists: Record<string, RelatedItem[]>;
  /** Members other than the canonical one, oldest first, by the id of the canonical one. */
  clusters: Record<string, string[]>;
}
