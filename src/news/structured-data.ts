import { type Links, paths } from './address.ts';
import { type Article, lastChangeOf, originalUrlOf } from './article.ts';
import { formatIso } from './beijing.ts';
import { isSurelyBody } from './person-name.ts';
import type { Channel, Person, Site } from './settings-schema.ts';

/** JSON-LD for pages: schema.org NewsArticle and BreadcrumbList, and Baidu's time factor. */

export interface ArticleData {
  site: Site;
  links: Links;
  channel: Channel | undefined;
  people: readonly Person[];
  /** Absolute address of the article's or the site's picture. */
  image: string;
}

/**
 * NewsArticle as Google documents it (no property is required; these are the recommended ones) with
 * Baidu's `pubDate`/`upDate`, which are Beijing time without an offset.
 */
export function describeArticle(article: Article, about: ArticleData): Record<string, unknown> {
  const { site, links, channel, people, image } = about;
  const url = links.absolute(paths.article(article));
  const original = originalUrlOf(article);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    ...(article.summary ? { description: article.summary } : {}),
    image: [image],
    datePublished: formatIso(article.date),
    dateModified: formatIso(lastChangeOf(article)),
    pubDate: formatIso(article.date).slice(0, 19),
    upDate: formatIso(lastChangeOf(article)).slice(0, 19),
    author: authorsOf(article, site, links, people),
    publisher: { '@type': 'Organization', name: site.organisation, url: links.absolute('/') },
    mainEntityOfPage: url,
    url,
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...(channel ? { articleSection: channel.name } : {}),
    ...(article.tags.length > 0 ? { keywords: article.tags } : {}),
    ...(original ? { isBasedOn: original } : {}),
    ...(article.corrections.length > 0
      ? { correction: article.corrections.map(({ reason }) => reason) }
      : {}),
  };
}

/** The trail above a page; `path` is below the base. */
export function describeBreadcrumb(
  trail: readonly { name: string; path: string }[],
  links: Links,
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: links.absolute(path),
    })),
  };
}

/** The site itself with its search, for the home page. */
export function describeSite(site: Site, links: Links): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: site.name,
    url: links.absolute(paths.home),
    inLanguage: site.language,
    description: site.description,
    publisher: { '@type': 'Organization', name: site.organisation },
  };
}

/** JSON for a `<script type="application/ld+json">`: `<` is escaped, so no text can end the script. */
export function serialiseJsonLd(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function authorsOf(
  { byline, source }: Article,
  site: Site,
  links: Links,
  people: readonly Person[],
): Record<string, unknown>[] {
  if (byline.length === 0) {
    return [{ '@type': 'Organization', name: source?.name ?? site.organisation }];
  }
  return byline.map(({ name }) => {
    const person = people.find((one) => one.name === name);
    if (person) return { '@type': 'Person', name, url: links.absolute(paths.person(person.id)) };
    return { '@type': isSurelyBody(name) ? 'Organization' : 'Person', name };
  });
}
