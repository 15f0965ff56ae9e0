import type { BodyNote } from '../archive/body-notes.ts';
import type { Environment } from '../environment.ts';
import type { RelatedTable } from '../news/related/document.ts';
import { draftNewsroom, type Newsroom } from '../site/newsroom.ts';
import { createPageKeys, shortenCards } from '../site/page-keys.ts';
import { listLoneBodies, type PlannedPage, planPages } from '../site/page-plan.ts';
import type { BuildStart } from './build-start.ts';
import { findPictureTwins, type PictureTwins } from './picture-twins.ts';
import type { RenderedShare } from './render-pages.ts';
import { cutShares, type RenderShare } from './render-shares.ts';

/** What is to be rendered, and what is known when it was. */
export interface RenderPlan {
  /** Every page of the site that a route lists. */
  pages: readonly PlannedPage[];
  /** What processes make. */
  shares: RenderShare[];
  /** Article pages among that. */
  articlePages: number;
  /** What rendering bodies found, by source file. */
  bodies: ReadonlyMap<string, BodyNote>;
  /** Takes what rendering found; gives the key of each page, made or left. */
  settle(shares: readonly RenderedShare[]): ReadonlyMap<string, string | undefined>;
}

/** What of a plan needs no related lists. */
export interface PlanDraft {
  complete(related: RelatedTable): Newsroom;
  twins: PictureTwins;
}

/** Prepares a plan while the related lists are made: what every page's key says of its cards. */
export async function draftPlan(
  environment: Environment,
  { archive, publication, assets }: BuildStart,
): Promise<PlanDraft> {
  // Splitting words takes a dictionary that takes time to load; the titles tell as much.
  const splitWords = (text: string) => [text];
  const draft = draftNewsroom(archive, environment, { splitWords });
  const toCard = shortenCards(draft.toCard);
  for (const article of [...publication.published, ...publication.withdrawn]) toCard(article);
  return {
    complete: (related) => draft.complete(related, toCard),
    twins: findPictureTwins(publication.published, assets),
  };
}

/**
 * Compares every page's key with the last build's and plans to make what differs.
 * @param isWanted pages to look at; others are someone else's to make
 */
export function planRendering(
  { complete, twins }: PlanDraft,
  { archive, ledger, sources }: BuildStart,
  related: RelatedTable,
  isWanted: (page: PlannedPage) => boolean = () => true,
): RenderPlan {
  const newsroom = complete(related);
  const bodies = new Map<string, BodyNote>();
  const isCurrent = ({ file, digest }: BodyNote) => archive.digests.get(file) === digest;
  for (const note of ledger.bodies.values()) if (isCurrent(note)) bodies.set(note.file, note);

  const makeKeys = () =>
    createPageKeys(newsroom, {
      frame: sources.frame,
      linksOf: ({ file }) => bodies.get(file)?.links,
      assetsOf: twins.assetsOf,
    });
  const pages = planPages(newsroom, makeKeys());
  const stale = pages.filter(
    (page) =>
      isWanted(page) && (page.key === undefined || ledger.files.get(page.file)?.key !== page.key),
  );

  return {
    pages,
    shares: cutShares(stale, listLoneBodies(newsroom)).map((share) => ({
      ...share,
      bodies: twins.withTwins(share.bodies),
    })),
    articlePages: stale.filter(({ route }) => route.name === 'article').length,
    bodies,
    settle: (shares) => {
      for (const note of shares.flatMap(({ notes }) => notes)) bodies.set(note.file, note);
      const keyOf = makeKeys();
      return new Map(pages.map(({ file, key, route, page }) => [file, key ?? keyOf(route, page)]));
    },
  };
}
