import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isZone } from '../../news/written-date.ts';
import type { SourceReading } from '../item.ts';
import type { ImportOptions } from '../options.ts';
import { Refusal, readTextFile, refuse } from './document.ts';
import { HUGO_SETTINGS } from './format.ts';
import { FrontMatter, readSettings, splitPost } from './front-matter.ts';
import { expandShortcodes } from './hugo-shortcodes.ts';
import { fillPermalink } from './permalink.ts';
import { isPostFile, listFiles, type Post, readPost, type StaticSite } from './static-site.ts';

/**
 * The articles of a Hugo folder: every page below a section, single or a bundle with its pictures.
 * Pages at the root (关于我们) and `_index.md` of sections are named and left.
 */
export async function* readHugo(options: ImportOptions): AsyncGenerator<SourceReading> {
  const folder = options.file;
  const settings = readSiteSettings(folder);
  const content = path.join(folder, settings.text('contentdir') ?? 'content');
  const posts: Post[] = [];
  const pages: string[] = [];
  for (const file of listFiles(content)) {
    const name = path.relative(content, file).split(path.sep).join('/');
    if (!/\.(?:md|markdown)$/i.test(name)) continue;
    if (!isPostFile(file) || !/\//.test(name.replace(BUNDLE, ''))) {
      pages.push(name);
      continue;
    }
    const post = readFile(file, name, content, settings);
    if ('findings' in post) yield post;
    else posts.push(post);
  }
  const names = new Map(
    posts.flatMap((post) => {
      const name = path.relative(content, post.file).split(path.sep).join('/');
      const bundle = name.replace(BUNDLE, '').replace(LANGUAGE, '');
      const keys = [name, bundle, bundle.replace(/\.\w+$/, ''), path.basename(bundle), post.slug];
      return keys.map((key): [string, Post] => [key, post]);
    }),
  );
  const timezone = settings.text('timezone');
  const site: StaticSite = {
    address: siteAddress(settings),
    root: path.join(folder, settings.text('staticdir') ?? 'static'),
    // Hugo reads a time without a zone as UTC and shows it as written: the digits are the author's.
    zone: timezone !== undefined && isZone(timezone) ? timezone : options.zone,
    hasHardBreaks: false,
    known: new Set(posts.flatMap(({ address }) => address ?? [])),
    expandTags: (body, notes) =>
      expandShortcodes(
        body.replace(/^[ \t]*<!--\s*more\s*-->[ \t]*$/gim, ''),
        (reference) => {
          const [file = '', id] = reference.replace(/^\/+/, '').split('#');
          const address = names.get(file)?.address;
          return address === undefined ? undefined : address + (id === undefined ? '' : `#${id}`);
        },
        notes,
      ),
  };
  for (const post of posts) yield await readPost(post, site, options);
  if (pages.length > 0) {
    yield refuse(folder, new Refusal('left-pages', { names: pages.join('、') }));
  }
}

/** `index.md` and, of a site in several languages, `index.zh-cn.md`. */
const BUNDLE = /\/index(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?\.(?:md|markdown)$/i;
const LANGUAGE = /\.[a-z]{2}(?:-[a-z]{2,4})?(?=\.(?:md|markdown)$)/i;

function readSiteSettings(folder: string): FrontMatter {
  const file = HUGO_SETTINGS.map((name) => path.join(folder, name)).find((one) => existsSync(one));
  return file === undefined
    ? new FrontMatter({})
    : readSettings(readTextFile(file), path.extname(file));
}

function readFile(
  file: string,
  name: string,
  content: string,
  settings: FrontMatter,
): Post | SourceReading {
  try {
    const { fields, body } = splitPost(readTextFile(file));
    const isBundle = BUNDLE.test(name);
    const whole = isBundle
      ? name.replace(BUNDLE, '')
      : name.replace(LANGUAGE, '').replace(/\.\w+$/, '');
    const [, dateOfName, bare = whole] = /^(?:.*\/)?(\d{4}-\d{2}-\d{2})[-_](.+)$/.exec(whole) ?? [];
    const slug = fields.text('slug') ?? path.posix.basename(bare);
    const date = fields.text('date', 'publishdate', 'pubdate', 'published') ?? dateOfName;
    const folder = path.dirname(file);
    return {
      file,
      slug,
      fields,
      body,
      date,
      address: addressOf(whole, slug, date, fields, settings),
      isDraft: fields.flag('draft') ?? false,
      channel: sectionTitle(content, whole),
      folders: [folder],
      cover: coverOf(fields, isBundle ? folder : undefined),
    };
  } catch (cause) {
    return refuse(file, cause);
  }
}

/** @see https://gohugo.io/content-management/urls/ */
function addressOf(
  whole: string,
  slug: string,
  date: string | undefined,
  fields: FrontMatter,
  settings: FrontMatter,
): string | undefined {
  const own = fields.text('url');
  if (own !== undefined) return own.startsWith('/') ? own : `/${own}`;
  const folders = path.posix.dirname(whole);
  const [section = ''] = whole.split('/');
  const permalinks = settings.inside('permalinks');
  const pattern = permalinks.inside('page').text(section) ?? permalinks.text(section);
  const filename = path.posix.basename(whole);
  const names = {
    section,
    sections: folders,
    title: urlize(fields.text('title') ?? filename),
    slug: fields.text('slug') ?? urlize(fields.text('title') ?? filename),
    filename,
    slugorfilename: slug,
    contentbasename: filename,
    slugorcontentbasename: slug,
  };
  const filled =
    pattern === undefined
      ? `/${folders}/${fields.text('slug') ?? filename}/`
      : fillPermalink(pattern, date, names);
  if (filled === undefined) return undefined;
  const address = `/${urlize(filled).replace(/^\/+/, '')}`.replace(/\/*$/, '/');
  return settings.flag('uglyurls') ? address.replace(/\/$/, '.html') : address;
}

/** As Hugo makes a path of words: lower case, hyphens for spaces, letters, digits and `._~/-` stay. */
function urlize(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}\p{M}/._~+-]/gu, '')
    .replace(/-{2,}/g, '-');
}

/** The title of the section's own page; names such as `posts` say nothing to a reader. */
function sectionTitle(content: string, whole: string): string | undefined {
  const index = path.join(content, whole.split('/')[0] ?? '', '_index.md');
  if (!existsSync(index)) return undefined;
  try {
    const title = splitPost(readTextFile(index)).fields.text('title');
    return title === undefined || /^[\x20-\x7e]+$/.test(title) ? undefined : title;
  } catch {
    return undefined;
  }
}

/** In the fields of the themes most used, else the bundle's `featured` or `cover` picture. */
function coverOf(fields: FrontMatter, bundle: string | undefined): string | undefined {
  const written =
    fields.inside('cover').text('image') ??
    fields.text('cover', 'image', 'featured_image', 'featuredimage', 'thumbnail') ??
    fields.list('images')[0];
  if (written !== undefined || bundle === undefined) return written;
  return readdirSync(bundle)
    .sort()
    .find((name) => /^(?:featured|cover)[^/]*\.(?:png|jpe?g|webp|gif|avif)$/i.test(name));
}

function siteAddress(settings: FrontMatter): string | undefined {
  const url = settings.text('baseurl');
  if (url === undefined || !URL.canParse(url) || /\/\/example\.(?:com|org)\//.test(url))
    return undefined;
  return url.endsWith('/') ? url : `${url}/`;
}
