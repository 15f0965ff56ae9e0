import { existsSync } from 'node:fs';
import path from 'node:path';
import { isZone } from '../../news/written-date.ts';
import type { SourceReading } from '../item.ts';
import type { ImportOptions } from '../options.ts';
import { Refusal, readTextFile, refuse } from './document.ts';
import { type FrontMatter, readSettings, splitPost } from './front-matter.ts';
import { expandHexoTags } from './hexo-tags.ts';
import { fillPermalink, matchName } from './permalink.ts';
import { isPostFile, listFiles, type Post, readPost, type StaticSite } from './static-site.ts';

/**
 * The posts and drafts of a Hexo folder. Pages of their own (`source/about/index.md`) are named and
 * left: they are not news.
 */
export async function* readHexo(options: ImportOptions): AsyncGenerator<SourceReading> {
  const folder = options.file;
  const settings = readSettings(readTextFile(path.join(folder, '_config.yml')), '.yml');
  const source = path.join(folder, settings.text('source_dir') ?? 'source');
  const posts: Post[] = [];
  for (const [kind, isDraft] of [
    ['_posts', false],
    ['_drafts', true],
  ] as const) {
    for (const file of listFiles(path.join(source, kind)).filter(isPostFile)) {
      const post = readFile(file, path.join(source, kind), isDraft, settings);
      if ('findings' in post) yield post;
      else posts.push(post);
    }
  }
  const bySlug = new Map(posts.map((post) => [post.slug, post]));
  const timezone = settings.text('timezone');
  const site: StaticSite = {
    address: siteAddress(settings),
    root: source,
    zone: timezone !== undefined && isZone(timezone) ? timezone : options.zone,
    hasHardBreaks: settings.inside('marked').flag('breaks') ?? true,
    known: new Set(posts.flatMap(({ address }) => address ?? [])),
    expandTags: (body, notes) =>
      expandHexoTags(
        body.replace(/^[ \t]*<!--\s*more\s*-->[ \t]*$/gim, ''),
        (slug) => {
          const post = bySlug.get(slug);
          const title = post?.fields.text('title');
          return post?.address && title ? { address: post.address, title } : undefined;
        },
        notes,
      ),
  };
  for (const post of posts) yield await readPost(post, site, options);
  const pages = listFiles(source)
    .filter((file) => isPostFile(file) && !/^_/.test(path.relative(source, file)))
    .map((file) => path.relative(source, file).split(path.sep).join('/'));
  if (pages.length > 0) {
    yield refuse(folder, new Refusal('left-pages', { names: pages.join('、') }));
  }
}

function readFile(
  file: string,
  below: string,
  isDraft: boolean,
  settings: FrontMatter,
): Post | SourceReading {
  try {
    const { fields, body } = splitPost(readTextFile(file));
    const name = path
      .relative(below, file)
      .split(path.sep)
      .join('/')
      .replace(/\.\w+$/, '');
    const pattern = (settings.text('new_post_name') ?? ':title.md').replace(/\.\w+$/, '');
    const parts = matchName(pattern, name);
    const slug = parts?.['title'] ?? name;
    const dateOfName =
      parts?.['year'] && parts['month'] && parts['day']
        ? `${parts['year']}-${parts['month']}-${parts['day']}`
        : undefined;
    const date = fields.text('date') ?? dateOfName;
    const address = addressOf(fields, slug, date, settings);
    const assets = file.replace(/\.\w+$/, '');
    return {
      file,
      slug,
      fields,
      body,
      date,
      address,
      otherAddresses: addressBefore(fields, slug, date, settings).filter((one) => one !== address),
      isDraft: isDraft || fields.flag('published') === false,
      folders: existsSync(assets) ? [assets, path.dirname(file)] : [path.dirname(file)],
      cover: fields.text('cover', 'thumbnail', 'index_img', 'banner_img', 'top_img', 'photos'),
    };
  } catch (cause) {
    return refuse(file, cause);
  }
}

/**
 * Hexo on a machine in UTC, as build services are, gives a post of 00:00–08:00 the address of the day
 * before: which one readers met cannot be known, so both stay.
 * @see https://github.com/hexojs/hexo/issues/2063
 */
function addressBefore(
  fields: FrontMatter,
  slug: string,
  date: string | undefined,
  settings: FrontMatter,
): string[] {
  const [, day = '', hour] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):/.exec(date ?? '') ?? [];
  if (hour === undefined || Number(hour) >= 8) return [];
  const before = new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);
  const address = addressOf(fields, slug, `${before}${date?.slice(10)}`, settings);
  return address === undefined ? [] : [address];
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A permalink may ask for what only Hexo's database knows (`:id`): then there is none. */
function addressOf(
  fields: FrontMatter,
  slug: string,
  date: string | undefined,
  settings: FrontMatter,
): string | undefined {
  const own = fields.text('permalink');
  const pattern = own ?? settings.text('permalink') ?? ':year/:month/:day/:title/';
  const categories = fields.list('categories', 'category');
  const map = settings.inside('category_map');
  const category = categories.map((name) => map.text(name) ?? name).join('/');
  const path = fillPermalink(pattern, date, {
    title: slug,
    name: slug.replace(/^.*\//, ''),
    post_title: fields.text('title') ?? slug,
    category: category || (settings.text('default_category') ?? 'uncategorized'),
  });
  return path === undefined ? undefined : `/${path.replace(/^\/+/, '')}`;
}

function siteAddress(settings: FrontMatter): string | undefined {
  const url = settings.text('url');
  if (url === undefined || !URL.canParse(url) || /\/\/(?:www\.)?example\.com/.test(url))
    return undefined;
  return url.endsWith('/') ? url : `${url}/`;
}
