import { type Links, paths } from './address.ts';
import { type Article, lastChangeOf, originalUrlOf } from './article.ts';
import { formatIso } from './beijing.ts';
import type { Edition } from './edition.ts';
import { escapeXml } from './xml.ts';

/** sitemaps.org 0.9: at most 50,000 addresses a file. */
const MAX_URLS = 50_000;

export interface SitemapFile {
  /** `sitemap-2026`, without extension. */
  name: string;
  urls: SitemapUrl[];
}

export interface SitemapUrl {
  /** Path below the base. */
  path: string;
  /** Epoch ms; undefined when nothing on the page has a date. */
  lastmod: number | undefined;
}

/**
 * The site's addresses: one file a year for articles, so that an old year's file stays as it is,
 * and one for all other pages. Reprints with an original and withdrawn articles are left out.
 */
export function listSitemaps(edition: Edition): SitemapFile[] {
  const years = [...edition.years].sort((a, b) => (a.year < b.year ? 1 : -1));
  return [
    ...split('sitemap-pages', listPages(edition)),
    ...years.flatMap(({ year, articles }) =>
      split(
        `sitemap-${year}`,
        articles.filter(isIndexed).map((article) => ({
          path: paths.article(article),
          lastmod: lastChangeOf(article),
        })),
      ),
    ),
  ];
}

export function formatSitemap({ urls }: SitemapFile, links: Links): string {
  const entries = urls.map(({ path, lastmod }) => entry('url', links.absolute(path), lastmod));
  return document('urlset', entries);
}

export function formatSitemapIndex(files: readonly SitemapFile[], links: Links): string {
  const entries = files.map(({ name, urls }) =>
    entry('sitemap', links.absolute(`/${name}.xml`), newest(urls.map(({ lastmod }) => lastmod))),
  );
  return document('sitemapindex', entries);
}

/** Whether search engines should take the page as the article's own address. */
export function isIndexed(article: Article): boolean {
  return article.withdrawn === undefined && originalUrlOf(article) === undefined;
}

function listPages(edition: Edition): SitemapUrl[] {
  const list = (path: string, articles: readonly Article[]): SitemapUrl => ({
    path,
    lastmod: newest(articles.map(lastChangeOf)),
  });
  const { articles, corrected, settings } = edition;
  return [
    list(paths.home, articles),
    ...edition.channels.map((group) => list(paths.channel(group.channel.id), group.articles)),
    ...edition.topics.map((group) => list(paths.topic(group.topic.id), group.articles)),
    ...edition.people.map((group) => list(paths.person(group.person.id), group.articles)),
    ...edition.tags.map((group) => list(paths.tag(group.key), group.articles)),
    list(paths.archive, articles),
    ...edition.years.flatMap(({ year, months, articles: inYear }) => [
      list(paths.year(year), inYear),
      ...months.map(({ month, articles: inMonth }) => list(paths.month(year, month), inMonth)),
    ]),
    list(paths.corrections, corrected),
    ...[paths.subscribe, paths.sitemap].map((path) => ({ path, lastmod: undefined })),
    ...settings.pages.map(({ slug }) => ({ path: paths.page(slug), lastmod: undefined })),
  ];
}

function split(name: string, urls: SitemapUrl[]): SitemapFile[] {
  const files: SitemapFile[] = [];
  for (let start = 0; start < urls.length; start += MAX_URLS) {
    const part = files.length === 0 ? name : `${name}-${files.length + 1}`;
    files.push({ name: part, urls: urls.slice(start, start + MAX_URLS) });
  }
  return files;
}

function entry(tag: string, location: string, lastmod: number | undefined): string {
  const modified = lastmod === undefined ? '' : `<lastmod>${formatIso(lastmod)}</lastmod>`;
  return `<${tag}><loc>${escapeXml(location)}</loc>${modified}</${tag}>`;
}

function document(root: string, entries: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${root}>`,
    '',
  ].join('\n');
}

function newest(dates: readonly (number | undefined)[]): number | undefined {
  let found: number | undefined;
  for (const date of dates) {
    if (date !== undefined && (found === undefined || date > found)) found = date;
  }
  return found;
}
