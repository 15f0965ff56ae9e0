import { render } from 'astro:content';
import path from 'node:path';
import { readText } from './archive/content-files.ts';
import { renderMarkdown } from './markdown/render.ts';
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
  const { body } = readBody(newsroom.contentDir, article.file);
  const { html, imagePaths, headings } = await renderMarkdown(body, {
    base: newsroom.links.base,
  });
  return render({ ...entry, rendered: { html, metadata: { imagePaths, headings } } });
}

/** HTML of a page of `content/pages`. */
export async function renderFixedPage(newsroom: Newsroom, file: string): Promise<string> {
  const { body } = readBody(newsroom.contentDir, file);
  return (await renderMarkdown(body, { base: newsroom.links.base })).html;
}

function readBody(contentDir: string, file: string): { body: string } {
  const source = readText(contentDir, path.posix.normalize(file));
  const split = typeof source === 'string' ? splitSource(source, file) : source;
  // The archive was read and checked in this build: only a file changed since then gets here.
  return 'body' in split ? split : { body: '' };
}
