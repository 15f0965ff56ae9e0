import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { proposeSlug } from '../../news/proposed-slug.ts';
import { toSlug } from '../../news/source-path.ts';
import { readWrittenDate, type Zone } from '../../news/written-date.ts';
import type { Item, SourceReading } from '../item.ts';
import { convertMarkdown } from '../markdown/body.ts';
import { Notes } from '../notes.ts';
import { type OldSite, resolveOldLink, toAlias } from '../old-address.ts';
import type { ImportOptions } from '../options.ts';
import { PictureCollection } from '../pictures.ts';
import { Refusal, readDocument } from './document.ts';
import type { FrontMatter } from './front-matter.ts';

/** A site of Markdown files that a generator builds. */
export interface StaticSite extends OldSite {
  /** Folder whose files lie at the site's root. */
  root: string;
  zone: Zone;
  hasHardBreaks: boolean;
  expandTags: (body: string, notes: Notes) => string;
}

/** One post of it, as read. */
export interface Post {
  file: string;
  /** Name of the file (or its folder), without date and extension. */
  slug: string;
  fields: FrontMatter;
  body: string;
  /** Date as written: of the fields, else of the file's name. */
  date: string | undefined;
  /** Old path from `/`, where it can be known. */
  address: string | undefined;
  /** Further paths it may have had. */
  otherAddresses?: readonly string[];
  isDraft: boolean;
  channel?: string | undefined;
  /** Where its relative pictures lie. */
  folders: readonly string[];
  cover?: string | undefined;
}

/** A post as an item; what of its fields nothing takes is counted. */
export function readPost(
  post: Post,
  site: StaticSite,
  options: ImportOptions,
): Promise<SourceReading> {
  return readDocument(post.file, async () => {
    const notes = new Notes();
    const { fields } = post;
    const title = fields.text('title', 'linktitle');
    if (title === undefined) throw new Refusal('no-title');
    const date =
      (post.date === undefined ? undefined : readWrittenDate(post.date, site.zone)) ?? options.date;
    if (date === undefined) throw new Refusal('no-date');
    const name = nameOfPost(post.slug, title);
    const places = {
      folders: post.folders,
      root: site.root,
      site: site.address,
      base: site.address,
      mayDownload: options.mayDownload,
    };
    const pictures = new PictureCollection(name, places, notes);
    const body = await convertMarkdown(
      site.expandTags(post.body, notes),
      {
        title,
        pictures,
        hasHardBreaks: site.hasHardBreaks,
        resolveLink: (href) => resolveOldLink(href, post.address, site),
      },
      notes,
    );
    const aliases = listAliases(post, notes);
    const item: Item = {
      title,
      date,
      body,
      name,
      ...(post.address === undefined ? {} : { id: post.address.replace(/^\/+|\/+$/g, '') }),
      ...readTaxonomy(post, notes),
      ...readRest(post, site.zone),
      ...(aliases.length === 0 ? {} : { aliases }),
    };
    const cover = post.cover === undefined ? undefined : await pictures.take([post.cover]);
    if (cover && 'file' in cover) item.cover = cover.file;
    for (const field of fields.unread().filter((one) => !SHOWING.test(one))) {
      notes.add('fields', 1, field);
    }
    return { item: { ...item, pictures: pictures.pictures }, notes };
  });
}

/** Fields that say how a theme shows a post, not what it says. */
const SHOWING =
  /^(?:layout|type|comments?|toc|mathjax|katex|math|copyright|password|lang|show.*|hide.*)$/i;

function nameOfPost(slug: string, title: string): string {
  const own = toSlug(slug).toLowerCase();
  return /^[a-z][\w.-]*$/.test(own) ? own : proposeSlug(title) || own || 'article';
}

/** The first category is the channel; what further ones say, tags say too. */
function readTaxonomy({ fields, channel }: Post, notes: Notes): Pick<Item, 'channel' | 'tags'> {
  const [first = channel, ...others] = fields.list('categories', 'category');
  const tags = [...fields.list('tags', 'tag', 'keywords'), ...others].flatMap((tag) =>
    tag.split(/[，、,]/).map((part) => part.trim()),
  );
  notes.add('channels', others.length);
  const short = tags.filter((tag) => tag !== '' && [...tag].length <= LONGEST_TAG);
  return { tags: [...new Set(short)], ...(first === undefined ? {} : { channel: first }) };
}

/** As frontmatter takes them, in characters. */
const LONGEST_TAG = 30;

function readRest({ fields, isDraft }: Post, zone: Zone): Partial<Item> {
  const readDate = (...names: string[]) => {
    const text = fields.text(...names);
    return text === undefined ? undefined : readWrittenDate(text, zone);
  };
  const summary = fields.text('description', 'summary', 'excerpt', 'subtitle');
  const updated = readDate('updated', 'lastmod', 'modified');
  const expires = readDate('expirydate', 'unpublishdate');
  const byline = fields.list('author', 'authors');
  return {
    ...(summary === undefined ? {} : { summary }),
    ...(updated === undefined ? {} : { updated }),
    ...(expires === undefined ? {} : { expires }),
    ...(byline.length === 0 ? {} : { byline }),
    ...(fields.flag('sticky', 'top', 'pinned') ? { pinned: true } : {}),
    ...(isDraft ? { draft: true } : {}),
  };
}

function listAliases(
  { fields, address, otherAddresses = [], isDraft }: Post,
  notes: Notes,
): string[] {
  const own = isDraft || address === undefined ? [] : [address, ...otherAddresses];
  const old = [...own, ...fields.list('aliases', 'alias', 'redirect_from')];
  // Hugo counts one without `/` from the folder of the article's own.
  const from = `https://site.invalid${(address ?? '/').replace(/(?<=.)\/$/, '')}`;
  const aliases = old.flatMap((one) => {
    const path = one.startsWith('/') ? one : new URL(one, from).pathname;
    return toAlias(/\.\w+$|\/$/.test(path) ? path : `${path}/`, notes) ?? [];
  });
  return [...new Set(aliases)];
}

/** Files below a folder that may be missing, sorted. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .sort();
}

/** Markdown files below a folder, by name; those that start with `_` or `.` are a generator's own. */
export function isPostFile(file: string): boolean {
  return /\.(?:md|markdown)$/i.test(file) && !/^[_.]/.test(path.basename(file));
}
