import { Jieba, TfIdf } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import type { RelatedDocument } from '../../src/news/related/document.ts';
import { TermCounter } from '../../src/news/related/terms.ts';
import type { Segmenter } from '../../src/news/words.ts';

/** A method by its ten best ids for a page. */
export type Method = (id: string) => string[];

/**
 * Related content as Hugo does it: articles that share the most keywords, newer first; keywords
 * are eight a page, by jieba's own TF-IDF, as an author would enter them.
 */
export function relateByKeywords(documents: readonly RelatedDocument[]): Method {
  const jieba = Jieba.withDict(dict);
  const extractor = TfIdf.withDict(idf);
  const keywords = new Map(
    documents.map(({ id, title, text }) => {
      const found = extractor.extractKeywords(jieba, `${title}。${text}`, 8);
      return [id, new Set(found.map(({ keyword }) => keyword))];
    }),
  );
  return (page) => {
    const own = keywords.get(page) ?? new Set();
    const scored = documents
      .filter(({ id }) => id !== page)
      .map((document) => {
        const theirs = keywords.get(document.id) ?? new Set();
        return { document, score: [...own].filter((word) => theirs.has(word)).length };
      });
    return scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || b.document.date - a.document.date)
      .slice(0, 10)
      .map(({ document }) => document.id);
  };
}

/** Plain TF-IDF: cosine of ltc vectors over the same terms, IDF of all articles, nothing else. */
export function relateByTfIdf(documents: readonly RelatedDocument[], segmenter: Segmenter): Method {
  const counter = new TermCounter(segmenter);
  const counts = documents.map(({ title, text }) => {
    const found = new Map<number, number>();
    counter.count(title, text, (term, count) => found.set(term, count));
    return found;
  });
  const frequencies = new Map<number, number>();
  for (const terms of counts) {
    for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  const vectors = counts.map((terms) => {
    const weighed = [...terms].map(([term, count]): [number, number] => [
      term,
      (1 + Math.log(count)) * Math.log(documents.length / (frequencies.get(term) ?? 1)),
    ]);
    const norm = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
    return new Map(weighed.map(([term, weight]) => [term, weight / norm]));
  });
  const rows = new Map(documents.map(({ id }, row) => [id, row]));
  return (page) => {
    const row = rows.get(page) ?? 0;
    const own = vectors[row] ?? new Map();
    const scored = vectors.map((vector, other) => {
      let score = 0;
      for (const [term, weight] of own) score += weight * (vector.get(term) ?? 0);
      return { other, score };
    });
    return scored
      .filter(({ other, score }) => other !== row && score > 0)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, 10)
      .map(({ other }) => documents[other]?.id ?? '');
  };
}
