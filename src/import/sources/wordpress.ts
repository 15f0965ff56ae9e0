import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { listElements } from '../../markdown/tree.ts';
import { readWrittenDate } from '../../news/written-date.ts';
import { finding } from '../finding.ts';
import { convertBody } from '../html/body.ts';
import type { Item, SourceReading } from '../item.ts';
import { Notes } from '../notes.ts';
import { type OldSite, pathBelow, resolveOldLink, toAlias } from '../old-address.ts';
import type { ImportOptions } from '../options.ts';
import { PictureCollection } from '../pictures.ts';
import { cleanLine } from '../source-text.ts';
import { nameOf, Refusal, readDocument, readTextFile } from './document.ts';
import { readExport, type WordPressPost } from './wordpress-export.ts';
import { expandWordPress } from './wordpress-text.ts';

/**
 * The posts of a WordPress export (WXR 1.0–1.2). Pictures are looked for in a `wp-content` folder
 * beside the file; pages of their own are named and left.
 */
export async function* readWordPress(options: ImportOptions): AsyncGenerator<SourceReading> {
  const { file } = options;
  const channel = readExport(readTextFile(file));
  if (!channel) {
    const about = {
      reason: '不是 WordPress 的导出文件。',
      advice: '请在 WordPress 后台“工具 → 导出”里重新下载。',
    };
    yield {
      place: { file },
      findings: [finding('unreadable-source', { file }, about)],
      unknown: [],
    };
    return;
  }
  const address = channel['wp:base_blog_url'] ?? channel.link;
  const posts = (channel.item ?? []).filter((post) => post['wp:post_type'] === 'post');
  const site: ExportedSite = {
    address:
      address === undefined || !URL.canParse(address)
        ? undefined
        : `${address.replace(/\/+$/, '')}/`,
    known: new Set(),
    inner: new Set(
      (channel['wp:category'] ?? []).flatMap((one) =>
        one['wp:category_parent'] ? [one['wp:category_nicename']] : [],
      ),
    ),
    authors: new Map(
      (channel['wp:author'] ?? []).map((one) => [
        one['wp:author_login'],
        one['wp:author_display_name'],
      ]),
    ),
    attachments: new Map(
      (channel.item ?? []).flatMap((one) =>
        one['wp:attachment_url'] ? [[one['wp:post_id'], one['wp:attachment_url']] as const] : [],
      ),
    ),
  };
  site.known = new Set(posts.flatMap((post) => oldPathOf(post, site) ?? []));
  for (const post of posts) {
    if (!/^(?:trash|auto-draft|inherit)$/.test(post['wp:status'] ?? '')) {
      yield await readPost(post, site, options);
    }
  }
  const pages = (channel.item ?? []).filter((post) => post['wp:post_type'] === 'page');
  if (pages.length > 0) {
    const names = pages.map(({ title }) => cleanLine(title ?? '')).join('、');
    yield { place: { file }, findings: [finding('left-pages', { file }, { names })], unknown: [] };
  }
}

interface ExportedSite extends OldSite {
  known: Set<string>;
  /** Categories that lie in another, by the name in their address. */
  inner: ReadonlySet<string>;
  /** Names by login. */
  authors: ReadonlyMap<string, string>;
  /** Addresses of files by their post's number. */
  attachments: ReadonlyMap<string, string>;
}

function readPost(post: WordPressPost, site: ExportedSite, options: ImportOptions) {
  const { file } = options;
  const shown = cleanLine(post.title ?? '') || `编号 ${post['wp:post_id']}`;
  return readDocument(`${file}（${shown}）`, async () => {
    const notes = new Notes();
    const title = cleanLine(post.title ?? '');
    if (title === '') throw new Refusal('no-title');
    const date = dateOf(post, 'post_date_gmt', 'post_date', options) ?? options.date;
    if (date === undefined) throw new Refusal('no-date');
    const slug = /^[a-z][\w.-]*$/.exec(post['wp:post_name'] ?? '')?.[0];
    const name = slug ?? nameOf(title, `${post['wp:post_id']}.xml`);
    const folder = path.dirname(file);
    const places = { folders: [folder], root: folder, site: site.address, base: site.address };
    const pictures = new PictureCollection(
      name,
      { ...places, mayDownload: options.mayDownload },
      notes,
    );
    const html = expandWordPress(post['content:encoded'] ?? '', site.attachments, notes);
    const root = fromHtml(html, { fragment: true });
    redirectLinks(root, post, site);
    const body = await convertBody(root, title, pictures, notes);
    const cover = site.attachments.get(metaOf(post, '_thumbnail_id') ?? '');
    const found = cover === undefined ? undefined : await pictures.take([cover]);
    notes.add('reader-comments', post['wp:comment']?.length ?? 0);
    const host = site.address === undefined ? 'wordpress' : new URL(site.address).host;
    const item: Item = {
      id: `${host}-${post['wp:post_id']}`.replace(':', '-'),
      title,
      date,
      body,
      name,
      pictures: pictures.pictures,
      ...readTaxonomy(post, site, notes),
      ...readRest(post, site, options, notes),
      ...(found && 'file' in found ? { cover: found.file } : {}),
    };
    return { item, notes };
  });
}

/** GMT where it is set (drafts have none); times without a zone are the site's. */
function dateOf(
  post: WordPressPost,
  gmt: 'post_date_gmt' | 'post_modified_gmt',
  local: 'post_date' | undefined,
  { zone }: ImportOptions,
): string | undefined {
  const instant = post[`wp:${gmt}`] ?? '';
  if (/^[1-9]/.test(instant)) return readWrittenDate(instant, 'UTC');
  const written = local === undefined ? '' : (post[`wp:${local}`] ?? '');
  return /^[1-9]/.test(written) ? readWrittenDate(written, zone) : undefined;
}

function isPublic(post: WordPressPost): boolean {
  return /^(?:publish|future)$/.test(post['wp:status'] ?? '') && !post['wp:post_password'];
}

function oldPathOf(post: WordPressPost, site: OldSite): string | undefined {
  return isPublic(post) ? pathBelow(post.link ?? '', site.address) : undefined;
}

/** The channel is the first of the outermost categories, 未分类 is none; what others say, tags say too. */
function readTaxonomy(
  { category = [] }: WordPressPost,
  { inner }: ExportedSite,
  notes: Notes,
): Pick<Item, 'channel' | 'tags'> {
  const terms = category
    .map((one) => ({ ...one, name: cleanLine(one['#text'] ?? '').replace(/[，、,]/g, ' ') }))
    .filter(({ name }) => name !== '' && !/^(?:uncategorized|未分类)$/i.test(name));
  const categories = terms.filter((one) => one['@domain'] === 'category');
  const main = categories.find((one) => !inner.has(one['@nicename'] ?? '')) ?? categories[0];
  const others = categories.filter((one) => one !== main);
  notes.add('channels', others.length);
  const tags = [...terms.filter((one) => one['@domain'] === 'post_tag'), ...others];
  return {
    tags: [...new Set(tags.map(({ name }) => name))],
    ...(main === undefined ? {} : { channel: main.name }),
  };
}

function readRest(
  post: WordPressPost,
  site: ExportedSite,
  options: ImportOptions,
  notes: Notes,
): Partial<Item> {
  const login = post['dc:creator'] ?? '';
  const author = cleanLine(site.authors.get(login) ?? login);
  const summary = cleanLine(post['excerpt:encoded'] ?? '');
  const updated = dateOf(post, 'post_modified_gmt', undefined, options);
  const isChanged =
    updated !== undefined && updated !== dateOf(post, 'post_date_gmt', 'post_date', options);
  const old = oldPathOf(post, site);
  const alias = old === undefined ? undefined : toAlias(old, notes);
  return {
    ...(author === '' ? {} : { byline: [author] }),
    ...(summary === '' ? {} : { summary }),
    ...(isChanged && isPublic(post) ? { updated } : {}),
    ...(alias === undefined ? {} : { aliases: [alias] }),
    ...(post['wp:is_sticky'] === '1' ? { pinned: true } : {}),
    ...(isPublic(post) ? {} : { draft: true }),
  };
}

function metaOf(post: WordPressPost, key: string): string | undefined {
  return post['wp:postmeta']?.find((meta) => meta['wp:meta_key'] === key)?.['wp:meta_value'];
}

function redirectLinks(root: Root, post: WordPressPost, site: ExportedSite): void {
  for (const { element } of listElements(root)) {
    const href = element.tagName === 'a' ? element.properties.href : undefined;
    if (typeof href === 'string' && !isPictureLink(element)) {
      element.properties.href = resolveOldLink(href, oldPathOf(post, site), site);
    }
  }
  // A picture linked to its own large file: the picture itself is here.
  for (const { element, parent } of listElements(root)) {
    if (!isPictureLink(element)) continue;
    parent.children.splice(
      parent.children.indexOf(element as never),
      1,
      ...(element.children as never[]),
    );
  }
}

function isPictureLink({ tagName, properties, children }: Element): boolean {
  return (
    tagName === 'a' &&
    /\.(?:png|jpe?g|gif|webp)$/i.test(String(properties.href ?? '')) &&
    children.some((child) => child.type === 'element' && child.tagName === 'img')
  );
}
