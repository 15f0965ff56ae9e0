import { getImage } from 'astro:assets';
import { SHARE_IMAGE, type ShareImage } from './layouts/page-head.ts';
import { paths } from './news/address.ts';
import { type Article, lastChangeOf, originalUrlOf } from './news/article.ts';
import { describeArticle, describeBreadcrumb } from './news/structured-data.ts';
import type { Newsroom } from './newsroom.ts';

/** Everything an article's page shows besides its body. */
export async function describeArticlePage(newsroom: Newsroom, article: Article) {
  const { toCard } = newsroom;
  const { newer, older } = newsroom.neighbours.get(article.id) ?? NO_NEIGHBOURS;
  return {
    card: toCard(article),
    cover: newsroom.coverOf(article),
    head: await describeHead(newsroom, article),
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

async function describeHead(newsroom: Newsroom, article: Article) {
  const { links, settings } = newsroom;
  const channel = settings.channels.find(({ id }) => id === article.channel);
  const image = await makeShareImage(newsroom, article);
  const canonical = originalUrlOf(article);
  const trail = [
    ...(channel ? [{ name: channel.name, path: paths.channel(channel.id) }] : []),
    { name: article.title, path: paths.article(article) },
  ];
  const about = {
    site: settings.site,
    links,
    channel,
    people: settings.people,
    image: image?.url ?? links.absolute(SHARE_IMAGE.path),
  };
  return {
    title: article.title,
    description: article.withdrawn ? `本文已撤下：${article.withdrawn.reason}` : article.summary,
    path: paths.article(article),
    type: 'article' as const,
    isHidden: article.withdrawn !== undefined,
    published: article.date,
    modified: lastChangeOf(article),
    ...(canonical === undefined ? {} : { canonical }),
    ...(image ? { image } : {}),
    jsonLd: article.withdrawn
      ? []
      : [describeArticle(article, about), describeBreadcrumb(trail, links)],
    feeds: channel ? [{ title: channel.name, path: paths.channelFeed(channel.id) }] : [],
  };
}

/** The cover as sharing services want it: JPEG, no wider than 1200 px, with its whole address. */
async function makeShareImage(
  { coverOf, links }: Newsroom,
  article: Article,
): Promise<ShareImage | undefined> {
  const cover = coverOf(article);
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
