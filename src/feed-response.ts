import { loadRenderers } from 'astro:container';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import rss from '@astrojs/rss';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { renderBody } from './article-body.ts';
import { embeds } from './components/embeds/index.ts';
import { toFeedHtml } from './markdown/feed-html.ts';
import { type FeedItem, lastChangeOfFeed } from './news/feed.ts';
import { escapeXml, toXmlText } from './news/xml.ts';
import type { FeedView } from './site/feed-route.ts';
import type { Newsroom } from './site/newsroom.ts';

/**
 * A full-text RSS 2.0 feed. What `@astrojs/rss` lacks (permanent guid, self link, dc:creator) goes
 * in as custom data; texts are made XML-valid first, since it passes control characters on.
 */
export async function createFeedResponse(
  newsroom: Newsroom,
  { title, description, path, items }: FeedView,
): Promise<Response> {
  const { settings, links } = newsroom;
  const { site } = settings;
  const changed = lastChangeOfFeed(items);
  return rss({
    title: toXmlText(title),
    description: toXmlText(description),
    site: links.absolute('/'),
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
    },
    customData: [
      `<language>${escapeXml(site.language.toLowerCase())}</language>`,
      `<atom:link href="${escapeXml(links.absolute(path))}" rel="self" type="application/rss+xml"/>`,
      ...(changed === undefined
        ? []
        : [`<lastBuildDate>${new Date(changed).toUTCString()}</lastBuildDate>`]),
    ].join(''),
    items: await Promise.all(items.map((item) => toRssItem(newsroom, item))),
  });
}

async function toRssItem(newsroom: Newsroom, item: FeedItem) {
  return {
    title: toXmlText(item.title),
    link: item.link,
    pubDate: new Date(item.date),
    description: toXmlText(item.summary),
    categories: item.categories.map(toXmlText),
    content: item.notice ?? (await renderFeedBody(newsroom, item)),
    customData: [
      `<guid isPermaLink="false">${escapeXml(item.guid)}</guid>`,
      // The library reads custom data back with numbers parsed: a name of digits only would change.
      ...item.creators
        .filter((name) => Number.isNaN(Number(name)))
        .map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`),
    ].join(''),
  };
}

const rendered = new WeakMap<Newsroom, Map<string, Promise<string>>>();

/** Site and channel feeds share an article's rendering. */
function renderFeedBody(newsroom: Newsroom, item: FeedItem): Promise<string> {
  const known = rendered.get(newsroom) ?? new Map<string, Promise<string>>();
  rendered.set(newsroom, known);
  const body = known.get(item.article.id) ?? renderOnce(newsroom, item);
  known.set(item.article.id, body);
  return body;
}

async function renderOnce(newsroom: Newsroom, { article, link }: FeedItem): Promise<string> {
  const { Content } = await renderBody(newsroom, article);
  containerOnce ??= createContainer();
  const container = await containerOnce;
  const html = await container.renderToString(Content, { props: { components: embeds } });
  return toFeedHtml(html, link);
}

let containerOnce: Promise<AstroContainer> | undefined;

async function createContainer(): Promise<AstroContainer> {
  return AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
}
