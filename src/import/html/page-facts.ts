import type { Element, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { textOf } from '../../markdown/tree.ts';
import { readWrittenDate, type Zone } from '../../news/written-date.ts';
import { cleanLine } from '../source-text.ts';

/** What a page says of itself, where 公众号, Open Graph, schema.org or Chinese CMSs write it. */
export interface PageFacts {
  title: string | undefined;
  /** As frontmatter writes it. */
  date: string | undefined;
  site: string | undefined;
  author: string | undefined;
  url: string | undefined;
  summary: string | undefined;
}

export function readPageFacts(page: Root, html: string, zone: Zone): PageFacts {
  const meta = readMeta(page);
  const text = (selector: string) => {
    const element = select(selector, page);
    return element ? cleanLine(textOf(element)) || undefined : undefined;
  };
  const data = readStructuredData(page);
  const site = meta('og:site_name');
  return {
    title:
      text('#activity-name') ??
      meta('ArticleTitle', 'og:title') ??
      only(page, 'h1') ??
      stripSite(text('title'), site),
    date: readDate(page, html, zone, [
      meta('article:published_time', 'og:release_date', 'PubDate', 'publishdate', 'datePublished'),
      data('datePublished'),
      select('time[datetime]', page)?.properties.dateTime as string | undefined,
      text('#publish_time'),
    ]),
    site: text('#js_name') ?? meta('ContentSource') ?? site,
    author: text('#js_author_name') ?? meta('author', 'og:article:author'),
    url: readAddress(page, html, meta),
    summary: meta('og:description', 'description'),
  };
}

type Meta = (...names: string[]) => string | undefined;

function readMeta(page: Root): Meta {
  const values = new Map<string, string>();
  for (const { properties } of selectAll('meta[content]', page)) {
    const name = String(properties.property ?? properties.name ?? properties['itemProp'] ?? '');
    const value = cleanLine(String(properties.content));
    if (name !== '' && value !== '' && !values.has(name.toLowerCase())) {
      values.set(name.toLowerCase(), value);
    }
  }
  return (...names) =>
    names.map((name) => values.get(name.toLowerCase())).find((value) => value !== undefined);
}

/** A string of the page's JSON-LD, wherever in it. */
function readStructuredData(page: Root): (key: string) => string | undefined {
  const scripts = selectAll('script[type="application/ld+json"]', page).map(textOf).join('\n');
  return (key) => new RegExp(`"${key}"\\s*:\\s*"([^"]+)"`).exec(scripts)?.[1];
}

function only(page: Root, selector: string): string | undefined {
  const found: Element[] = selectAll(selector, page);
  return found.length === 1 && found[0] ? cleanLine(textOf(found[0])) || undefined : undefined;
}

/** `标题_频道_站名` of browsers' tabs. */
function stripSite(title: string | undefined, site: string | undefined): string | undefined {
  const bare = title?.split(/\s*[_|｜]\s*|\s+[-–—]\s+/)[0]?.trim();
  return bare === site || bare === '' ? title : bare;
}

/**
 * The page's date: the machine-readable ones first, then 公众号's `ct` (seconds since 1970) in its
 * script, then the first date with a time that the text shows, as news pages do below the title.
 */
function readDate(
  page: Root,
  html: string,
  zone: Zone,
  written: readonly (string | undefined)[],
): string | undefined {
  for (const value of written) {
    const date = value === undefined ? undefined : readWrittenDate(value, zone);
    if (date !== undefined) return date;
  }
  const seconds = /\bvar\s+ct\s*=\s*["'](\d{10})["']/.exec(html)?.[1];
  if (seconds !== undefined) {
    return readWrittenDate(new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+/, ''));
  }
  const body = select('body', page);
  const shown = /\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s+\d{1,2}:\d{2}(?::\d{2})?/.exec(
    body ? textOf(body) : '',
  )?.[0];
  return shown === undefined ? undefined : readWrittenDate(shown, zone);
}

/** The address: the page's own word for it, or the note every Chromium and IE leaves in a saved page. */
function readAddress(page: Root, html: string, meta: Meta): string | undefined {
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html.slice(0, 2000))?.[1];
  const canonical = select('link[rel~="canonical"]', page)?.properties.href;
  const inScript = /\bvar\s+msg_link\s*=\s*["']([^"']+)["']/.exec(html)?.[1];
  // 公众号 escapes its address twice, in the page and again in its script.
  return [meta('og:url'), canonical as string | undefined, saved, inScript]
    .map((value) => value?.replace(/(?:&|\\x26)(?:amp;)+/g, '&'))
    .find((value) => value !== undefined && isWebAddress(value));
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]+/i.test(text) && URL.canParse(text);
}
