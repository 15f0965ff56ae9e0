/** What search is told about a published article. */
export interface SearchRecord {
  id: string;
  /** Address of the page, with the site's base. */
  url: string;
  title: string;
  /** Paragraphs of the page's body as a reader sees them; a phrase is found within one of them. */
  text: string[];
  /** Epoch ms. */
  date: number;
  /** Display name. */
  channel: string;
  source?: string;
  tags: string[];
  /** Of the date, in Beijing. */
  year: string;
}
