import { type CollectionEntry, getCollection } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { loadArchive } from './archive/archive.ts';
import { readRelatedTable } from './archive/related-lists.ts';
import { readEnvironment } from './environment.ts';
import { createLinks, type Links } from './news/address.ts';
import type { Article } from './news/article.ts';
import { type Card, createCardMaker } from './news/card.ts';
import { composeEdition, type Edition } from './news/edition.ts';
import { ContentError } from './news/problem.ts';
import { compareNewestFirst, stateOf } from './news/publish.ts';
import type { RelatedTable } from './news/related/document.ts';
import { createSegmenter } from './news/words.ts';

/** The edition as pages use it, with links and cards made for this site. */
export interface Newsroom extends Edition {
  links: Links;
  related: RelatedTable;
  /** Ids of all that printed the same text, the canonical one first; empty for most articles. */
  clusterOf(id: string): readonly string[];
  toCard(article: Article): Card;
  /** Words of a headline, for line breaks. */
  splitWords(text: string): string[];
  entryOf(article: Article): CollectionEntry<'articles'>;
  coverOf(article: Article): ImageMetadata | undefined;
  /** Articles with a page, by source file. */
  byFile: ReadonlyMap<string, Article>;
  contentDir: string;
  cacheDir: string;
}

let built: Promise<Newsroom> | undefined;

/** The one place that asks Astro for articles. Composed once a build; anew for each dev request. */
export function loadNewsroom(): Promise<Newsroom> {
  if (import.meta.env.DEV) return composeNewsroom();
  built ??= composeNewsroom();
  return built;
}

async function composeNewsroom(): Promise<Newsroom> {
  const environment = readEnvironment();
  const { archive, problems } = loadArchive(environment);
  if (!archive) throw new ContentError(problems);
  const { settings, dictionary } = archive;
  const { now } = environment;

  const entries = new Map<string, CollectionEntry<'articles'>>();
  for (const entry of await getCollection('articles')) entries.set(entry.id, entry);
  const shown = archive.articles.filter(({ id }) => entries.has(id)).sort(compareNewestFirst);
  const withdrawn = shown.filter((article) => stateOf(article, now) === 'withdrawn');
  const listed = shown.filter((article) => stateOf(article, now) !== 'withdrawn');

  const links = createLinks(environment.siteUrl ?? settings.site.address);
  const segmenter = createSegmenter(dictionary);
  const related = readRelatedTable(environment.cacheDir);
  const splitWords = (text: string) => segmenter.words(text);
  return {
    ...composeEdition(settings, listed, withdrawn, now),
    links,
    related,
    clusterOf: createClusterFinder(related),
    toCard: createCardMaker({ links, channels: settings.channels, now, splitWords }),
    splitWords,
    entryOf: (article) => {
      const entry = entries.get(article.id);
      if (!entry) throw new Error(`No entry for article ${article.id} (${article.file}).`);
      return entry;
    },
    coverOf: (article) => entries.get(article.id)?.data.cover?.src,
    byFile: new Map(shown.map((article) => [article.file, article])),
    contentDir: environment.contentDir,
    cacheDir: environment.cacheDir,
  };
}

function createClusterFinder({ clusters }: RelatedTable): (id: string) => readonly string[] {
  const byMember = new Map<string, readonly string[]>();
  for (const [canonical, others] of Object.entries(clusters)) {
    const members = [canonical, ...others];
    for (const id of members) byMember.set(id, members);
  }
  return (id) => byMember.get(id) ?? [];
}
