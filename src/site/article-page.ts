import { paths } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import type { Newsroom } from './newsroom.ts';

/** What an article's page shows of others: their cards, never their texts. */
export function describeArticlePage(newsroom: Newsroom, article: Article) {
  const { toCard } = newsroom;
  const { newer, older } = newsroom.neighbours.get(article.id) ?? NO_NEIGHBOURS;
  return {
    article,
    card: toCard(article),
    newer: newer && toCard(newer),
    older: older && toCard(older),
    related: article.withdrawn ? [] : listRelated(newsroom, article),
    reprints: listReprints(newsroom, article),
  };
}

const NO_NEIGHBOURS = { newer: undefined, older: undefined };

/** The computed list as cards. An id that is not listed any more is left out. */
function listRelated({ related, byId, toCard }: Newsroom, article: Article) {
  return (related.lists[article.id] ?? []).flatMap(({ id, why, also }) => {
    const other = byId.get(id);
    if (!other || other.withdrawn || other.id === article.id) return [];
    return [{ card: toCard(other), why, reprints: also.length }];
  });
}

/** The other members of the article's cluster, by outlet. */
function listReprints({ clusterOf, byId, links, settings }: Newsroom, article: Article) {
  const others = clusterOf(article.id).filter((id) => id !== article.id);
  return others.flatMap((id) => {
    const other = byId.get(id);
    if (!other || other.withdrawn) return [];
    const name = other.source?.name ?? settings.site.name;
    return [{ name, href: links.to(paths.article(other)) }];
  });
}
