import { render } from 'astro:content';
import path from 'node:path';
import { readText } from './archive/content-files.ts';
import { noteRenderWarnings } from './archive/render-warnings.ts';
import { renderMarkdown } from './markdown/render.ts';
import { paths } from './news/address.ts';
import type { Article } from './news/article.ts';
import { splitSource } from './news/frontmatter.ts';
import type { Newsroom } from './newsroom.ts';

/**
 * An article's body as a component: the one rendering that page, feed and search share. Markdown
 * goes through `renderMarkdown`, MDX through Astro's module; both get Astro's hashed images.
 */
export async function renderBody(newsroom: Newsroom, article: Article) {
  const entry = newsroom.entryOf(article);
  if (article.format === 'mdx') return render(entry);
  const { contentDir, cacheDir, links } = newsroom;
  const { html, imagePaths, headings, warnings } = await renderMarkdown(
    readBody(contentDir, article.file),
    {
      base: links.base,
      images: article.images,
      resolveArticle: (link) => resolveArticle(newsroom, article, link),
    },
  );
  noteRenderWarnings(cacheDir, article.file, warnings);
  return render({ ...entry, rendered: { html, metadata: { imagePaths, headings } } });
}

/** HTML of a page of `content/pages`. */
export async function renderFixedPage(newsroom: Newsroom, file: string): Promise<string> {
  const body = readBody(newsroom.contentDir, file);
  const { html, warnings } = await renderMarkdown(body, {
    base: newsroom.links.base,
    // Pages are text: pictures beside them are not imported.
    images: [],
  });
  noteRenderWarnings(newsroom.cacheDir, file, warnings);
  return html;
}

/** `./other.md` and `../2025/other.md`: a link to another source file is a link to its page. */
function resolveArticle({ byFile }: Newsroom, { file }: Article, link: string): string | undefined {
  const other = byFile.get(path.posix.join(path.posix.dirname(file), link));
  return other && paths.article(other);
}

function readBody(contentDir: string, file: string): string {
  const source = readText(contentDir, file);
  const split = typeof source === 'string' ? splitSource(source, file) : source;
  // The archive was read and checked in this build: only a file changed since then gets here.
  return 'body' in split ? split.body : '';
}
