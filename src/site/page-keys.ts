import { hash } from 'node:crypto';
import type { Article } from '../news/article.ts';
import type { Card } from '../news/card.ts';
import type { Newsroom } from './newsroom.ts';
import type { Route, RoutePage } from './route.ts';

/** What pages' keys need to know beyond the newsroom. */
export interface KeySources {
  /** What every page is made with: the code, the settings, the address. */
  frame: string;
  /** Links of an article's source to other sources, if this source was rendered before. */
  linksOf(article: Article): readonly string[] | undefined;
  /** Content hashes of the files that a body shows; undefined when they cannot be known. */
  assetsOf(article: Article): readonly string[] | undefined;
}

/**
 * Makes keys of pages: a page with the same key is the same, byte for byte. undefined for a page that
 * must be made anew to be known. The newsroom's cards are those of `shortenCards`.
 */
export function createPageKeys(newsroom: Newsroom, { frame, linksOf, assetsOf }: KeySources) {
  const bodyKeys = new Map<Article, unknown>();

  const bodyKeyOf = (article: Article): unknown => {
    if (article.withdrawn) return '';
    const links = linksOf(article);
    const assets = assetsOf(article);
    if (!links || !assets) return undefined;
    const targets = links.map((link) => newsroom.resolveLink(article, link) ?? '');
    return [newsroom.digestOf(article.file), assets, targets];
  };

  return (route: Route, { path, subject }: RoutePage<unknown>): string | undefined => {
    const bodies: unknown[] = [];
    for (const article of route.bodies(newsroom, subject)) {
      const key = bodyKeys.get(article) ?? bodyKeyOf(article);
      if (key === undefined) return undefined;
      bodyKeys.set(article, key);
      bodies.push(key);
    }
    const parts = [frame, route.name, path, route.describe(newsroom, subject), bodies];
    return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);
  };
}

/** Cards that JSON has as their hash: each stands on dozens of pages. */
export function shortenCards(toCard: Newsroom['toCard']): Newsroom['toCard'] {
  const cards = new Map<Article, Card>();
  return (article) => {
    const known = cards.get(article);
    if (known) return known;
    const card = { ...toCard(article) };
    const short = hash('sha1', JSON.stringify(card), 'base64url');
    Object.defineProperty(card, 'toJSON', { value: () => short });
    cards.set(article, card);
    return card;
  };
}
