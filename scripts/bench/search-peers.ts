/** How the other libraries are set up; the same for building an index and for asking it. */

/** MiniSearch's own default takes a sentence of 汉字 for one word: with words it is at its best. */
export const MINI_SEARCH_OPTIONS = {
  idField: 'url',
  fields: ['title', 'text'],
  storeFields: ['title'],
  tokenize: segment,
  searchOptions: { tokenize: segment, combineWith: 'AND' as const, boost: { title: 5 } },
};

/** What the browser is given besides FlexSearch's index, to show results by number. */
export interface FlexSearchFile {
  parts: [key: string, data: string][];
  articles: { url: string; title: string }[];
}

/** What Hexo's themes load whole. */
export interface WholeArticle {
  url: string;
  title: string;
  content: string;
}

function segment(text: string): string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text);
  return Array.from(words)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment: word }) => word.toLowerCase());
}
