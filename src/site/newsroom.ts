import path from 'node:path';
import type { Archive, ArchiveResult } from '../archive/archive.ts';
import { readRelatedTable } from '../archive/related-table.ts';
import type { Environment } from '../environment.ts';
import { createLinks, type Links, paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import { type Card, createCardMaker } from '../news/card.ts';
import { composeEdition, type Edition } from '../news/edition.ts';
import { ContentError } from '../news/problem.ts';
import { compareNewestFirst, publish } from '../news/publish.ts';
import type { RelatedTable } from '../news/related/document.ts';
import { createSegmenter } from '../news/words.ts';

/** The edition as pages use it, with links and cards made for this site. */
export interface Newsroom extends Edition {
  links: Links;
  related: RelatedTable;
  /** Ids of all that printed the same text, the canonical one first; empty for most articles. */
  clusterOf(id: string): readonly string[];
  toCard(article: Article): Card;
  /** Words of a headline, for line breaks. */
  splitWords(text: string): string[];
  /** Content hash of a source file below the content folder; '' for one that is not there. */
  digestOf(file: string): string;
  /** Path of the page that a link to a source file means: `./other.md`, `../2025/other.md`. */
  resolveLink(article: Article, link: string): string | undefined;
  contentDir: string;
}

export interface NewsroomOptions {
  /** Shows drafts and scheduled articles too, as the dev server does. */
  isPreview?: boolean;
  splitWords?: (text: string) => string[];
}

/**
 * The newsroom of an archive as it was read, with the related lists of its build.
 * @throws {ContentError} with all problems
 */
export function openNewsroom(
  { archive, problems }: ArchiveResult,
  environment: Environment,
  options?: NewsroomOptions,
): Newsroom {
  if (!archive) throw new ContentError(problems);
  // The dev server's first start comes before any table.
  const related = readRelatedTable(environment.cacheDir) ?? { lists: {}, clusters: {} };
  return draftNewsroom(archive, environment, options).complete(related);
}

/** A newsroom whose related lists are still being made. */
export interface NewsroomDraft extends Pick<Newsroom, 'toCard'> {
  /** @param toCard makes cards in place of the draft's */
  complete(related: RelatedTable, toCard?: Newsroom['toCard']): Newsroom;
}

/** The newsroom of an archive that was read already, but for its related lists. */
export function draftNewsroom(
  archive: Archive,
  { contentDir, siteUrl, now }: Environment,
  { isPreview = false, splitWords = createWordSplitter(archive.dictionary) }: NewsroomOptions = {},
): NewsroomDraft {
  const { settings, digests } = archive;
  const { published, withdrawn, scheduled, drafts } = publish(archive.articles, now);
  const listed = isPreview
    ? [...published, ...scheduled, ...drafts].sort(compareNewestFirst)
    : published;
  const links = createLinks(siteUrl ?? settings.site.address);
  const makeCard = createCardMaker({ links, channels: settings.channels, now, splitWords });
  const ownCards = remember(makeCard);
  return {
    toCard: ownCards,
    complete: (related, toCard = ownCards) => ({
      ...composeEdition(settings, listed, withdrawn, now, related.clusters),
      ...{ links, related, toCard, splitWords, contentDir },
      clusterOf: createClusterFinder(related),
      digestOf: (file) => digests.get(file) ?? '',
      resolveLink: createLinkResolver([...listed, ...withdrawn]),
    }),
  };
}

/** jieba's dictionary takes a quarter of a second: only who really splits words waits for it. */
function createWordSplitter(dictionary: readonly string[]): (text: string) => string[] {
  let segmenter: ReturnType<typeof createSegmenter> | undefined;
  return (text) => {
    segmenter ??= createSegmenter(dictionary);
    return segmenter.words(text);
  };
}

/** Articles appear in many lists: each is described once. */
function remember(makeCard: (article: Article) => Card): (article: Article) => Card {
  const cards = new Map<Article, Card>();
  return (article) => {
    const known = cards.get(article) ?? makeCard(article);
    cards.set(article, known);
    return known;
  };
}

function createLinkResolver(articles: readonly Article[]): Newsroom['resolveLink'] {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  return ({ file }, link) => {
    const other = byFile.get(path.posix.join(path.posix.dirname(file), link));
    return other && paths.article(other);
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
