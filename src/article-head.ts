import { type PageHead, SHARE_IMAGE, type ShareImage } from './layouts/page-head.ts';
import { paths } from './news/address.ts';
import { type Article, lastChangeOf, originalUrlOf } from './news/article.ts';
import { describeArticle, describeBreadcrumb } from './news/structured-data.ts';
import type { Newsroom } from './site/newsroom.ts';

/** What an article's page tells search engines and those who share it. */
export function describeArticleHead(
  { links, settings }: Newsroom,
  article: Article,
  image: ShareImage | undefined,
): PageHead {
  const channel = settings.channels.find(({ id }) => id === article.channel);
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
    type: 'article',
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
