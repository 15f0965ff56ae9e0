import type { Article } from '../news/article.ts';
import { readBodyText } from '../news/article-reader.ts';
import type { RelatedDocument } from '../news/related/document.ts';
import type { Archive } from './archive.ts';
import { readText } from './content-files.ts';

/** What the related-news engine needs to know of an article. */
export type RelatedSource = Pick<
  Article,
  'id' | 'file' | 'year' | 'slug' | 'title' | 'date' | 'source' | 'summary' | 'related'
>;

/** The published articles as the related-news engine takes them; a text is read when it is asked for. */
export function listDocuments(
  published: readonly RelatedSource[],
  contentDir: string,
  digests: Archive['digests'],
): RelatedDocument[] {
  return published.map((article) => {
    let text: string | undefined;
    const content = digests.get(article.file);
    return {
      id: article.id,
      slug: `${article.year}/${article.slug}`,
      title: article.title,
      get text() {
        text ??= readPlainText(article, contentDir);
        return text;
      },
      ...(content === undefined ? {} : { content }),
      date: article.date,
      ...(article.source ? { source: article.source.name } : {}),
      pins: article.related,
    };
  });
}

function readPlainText({ file, summary }: RelatedSource, contentDir: string): string {
  const source = readText(contentDir, file);
  const text = typeof source === 'string' ? readBodyText(source, file) : '';
  return text || summary;
}
