import path from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { loadArchive } from './archive/archive.ts';
import { readEnvironment } from './environment.ts';
import type { Article } from './news/article.ts';
import { hasAssets, isLocal } from './news/images.ts';
import { ContentError } from './news/problem.ts';
import { publish } from './news/publish.ts';
import { loadProcessArchive } from './site/process-archive.ts';
import { awaitRenderJob, isRenderJob } from './site/render-job.ts';

/**
 * Gives Astro what only Astro can make: MDX as modules and pictures as assets, of the articles that
 * this build shows. Plain Markdown is rendered with its page and needs no store, which would
 * otherwise grow with the archive. The dev server also gets drafts and scheduled articles.
 */
export function articleLoader(): Loader {
  return {
    name: 'ballast-articles',
    load: async (context) => {
      const environment = readEnvironment();
      // The dev server reads anew what changed; a job's pages are made of what it began with.
      const load = isRenderJob() ? loadProcessArchive : loadArchive;
      const { archive, problems } = load(environment);
      if (!archive) throw new ContentError(problems);
      const { published, scheduled, drafts } = publish(archive.articles, environment.now);
      const shown = context.watcher ? [...published, ...scheduled, ...drafts] : published;
      const job = await awaitRenderJob();
      const needed = shown.filter(
        (article) => hasAssets(article) && (!job || job.bodies.has(article.id)),
      );
      await storeArticles(context, needed, archive.digests, environment.contentDir);
      context.watcher?.add(environment.contentDir);
    },
  };
}

async function storeArticles(
  { store, config, parseData, generateDigest }: LoaderContext,
  articles: readonly Article[],
  digests: ReadonlyMap<string, string>,
  contentDir: string,
): Promise<void> {
  const root = config.root.pathname;
  const shown = new Set(articles.map(({ id }) => id));
  for (const id of store.keys()) if (!shown.has(id)) store.delete(id);
  for (const article of articles) {
    const absolute = path.join(contentDir, article.file);
    const filePath = path.relative(decodeURIComponent(root), absolute).split(path.sep).join('/');
    const digest = generateDigest(`${digests.get(article.file)}${JSON.stringify(article)}`);
    if (store.get(article.id)?.digest === digest) continue;
    const data = article.cover
      ? await parseData({ id: article.id, data: { ...article }, filePath: absolute })
      : { ...article };
    const images = article.images.filter(isLocal);
    store.delete(article.id);
    store.set({
      id: article.id,
      data,
      filePath,
      digest,
      ...(article.format === 'mdx' ? { deferredRender: true } : {}),
      ...(images.length > 0 && article.format === 'md' ? { assetImports: images } : {}),
    });
  }
}
