import { render } from 'astro:content';
import { writeBodyNote } from './archive/body-notes.ts';
import { readText } from './archive/content-files.ts';
import { entryOf } from './entries.ts';
import { renderMarkdown } from './markdown/render.ts';
import type { Article } from './news/article.ts';
import { splitSource } from './news/frontmatter.ts';
import { hasAssets } from './news/images.ts';
import type { Newsroom } from './site/newsroom.ts';
import { readRenderJob } from './site/render-job.ts';

/**
 * An article's body as a component: the one rendering that page, feed and search share. Markdown
 * goes through `renderMarkdown`, MDX through Astro's module; both get Astro's hashed images.
 */
export async function renderBody(newsroom: Newsroom, article: Article) {
  if (article.format === 'mdx') {
    // What an import brings in is no one's to know: without a note the page is made in every build.
    if (!/^\s*(?:import|export)\s/m.test(readBody(newsroom.contentDir, article.file))) {
      note(newsroom, article.file, []);
    }
    return render(await entryOf(article));
  }
  const links = new Set<string>();
  const { html, imagePaths, headings } = await renderMarkdown(
    readBody(newsroom.contentDir, article.file),
    {
      base: newsroom.links.base,
      images: article.images,
      resolveArticle: (link) => {
        links.add(link);
        return newsroom.resolveLink(article, link);
      },
    },
  );
  note(newsroom, article.file, [...links]);
  const rendered = { html, metadata: { imagePaths, headings } };
  const entry = hasAssets(article) ? await entryOf(article) : undefined;
  return render({ ...(entry ?? { id: article.id, collection: 'articles', data: {} }), rendered });
}

/** HTML of a page of `content/pages`. */
export async function renderFixedPage(newsroom: Newsroom, file: string): Promise<string> {
  const { html } = await renderMarkdown(readBody(newsroom.contentDir, file), {
    base: newsroom.links.base,
    // Pages are text: pictures beside them are not imported.
    images: [],
  });
  return html;
}

function note({ digestOf }: Newsroom, file: string, links: string[]): void {
  const job = readRenderJob();
  if (job) writeBodyNote(job.notes, { file, digest: digestOf(file), links });
}

function readBody(contentDir: string, file: string): string {
  const source = readText(contentDir, file);
  const split = typeof source === 'string' ? splitSource(source, file) : source;
  // The archive was read and checked in this build: only a file changed since then gets here.
  return 'body' in split ? split.body : '';
}
