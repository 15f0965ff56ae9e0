import { getImage } from 'astro:assets';
import { type CollectionEntry, getCollection } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { SHARE_IMAGE, type ShareImage } from './layouts/page-head.ts';
import type { Links } from './news/address.ts';
import type { Article } from './news/article.ts';
import { readRenderJob } from './site/render-job.ts';

type Entry = CollectionEntry<'articles'>;

let built: Promise<ReadonlyMap<string, Entry>> | undefined;

/**
 * What Astro keeps of an article with pictures or components: its imported images, its module. The
 * one place that asks for the collection; articles of plain text are not in it.
 * @throws when the article was not loaded for this build: a fault in the plan of its pages
 */
export async function entryOf(article: Article): Promise<Entry> {
  if (!readRenderJob()) built = undefined;
  built ??= loadEntries();
  const entry = (await built).get(article.id);
  if (!entry) throw new Error(`No entry for article ${article.id} (${article.file}).`);
  return entry;
}

/** The article's cover as Astro imported it. */
export async function coverOf(article: Article): Promise<ImageMetadata | undefined> {
  return article.cover ? (await entryOf(article)).data.cover?.src : undefined;
}

/** The cover as sharing services want it: JPEG, no wider than 1200 px, with its whole address. */
export async function makeShareImage(
  article: Article,
  cover: ImageMetadata | undefined,
  links: Links,
): Promise<ShareImage | undefined> {
  if (!cover || !article.cover) return undefined;
  const width = Math.min(cover.width, SHARE_IMAGE.width);
  const { src } = await getImage({ src: cover, width, format: 'jpeg' });
  return {
    url: new URL(src, links.origin).href,
    width,
    height: Math.round((cover.height / cover.width) * width),
    alt: article.cover.alt,
  };
}

async function loadEntries(): Promise<ReadonlyMap<string, Entry>> {
  return new Map((await getCollection('articles')).map((entry: Entry) => [entry.id, entry]));
}
