import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { listFiles } from './folders.ts';
import { picture, type RandomSite, remove, sourceOf, write } from './random-site.ts';

/** What an edit may touch besides the content: the last build's site and its caches. */
export interface BuiltFolders {
  outDir: string;
  cacheDir: string;
}

/** One change an editor, an engineer, time or an accident makes. `pick` gives an index below its argument. */
export type Edit = (
  site: RandomSite,
  pick: (count: number) => number,
  built: BuiltFolders,
) => void | Promise<void>;

/** Every kind of change a build must see. */
export const EDITS: Record<string, Edit> = {
  'a paragraph': (site, pick) => append(site, anArticle(site, pick), '\n新添一段话，说明更新。\n'),
  'a title': (site, pick) =>
    change(site, anArticle(site, pick), /^title: .*$/m, `title: 改过的标题${pick(99)}`),
  'a new article': (site, pick) => {
    const number = 100 + pick(900);
    write(site, `articles/2026/a${number}.md`, sourceOf(number));
  },
  'an article of another year': (site, pick) => {
    const number = 100 + pick(900);
    const source = sourceOf(number).replace(/^date: 2026/m, 'date: 2025');
    write(site, `articles/2025/a${number}.md`, source.replace(/^(?:cover: .*|!\[.*)$/gm, ''));
  },
  'an article gone': (site, pick) => remove(site, anArticle(site, pick)),
  'a new address': (site, pick) => {
    const file = anArticle(site, pick);
    renameSync(
      path.join(site.contentDir, file),
      path.join(site.contentDir, file.replace(/\.md$/, `-${pick(1000)}.md`)),
    );
  },
  'an older date': (site, pick) =>
    change(site, anArticle(site, pick), /^date: 2026-\d\d/m, 'date: 2026-01'),
  'another channel': (site, pick) =>
    change(site, anArticle(site, pick), /^channel: .*$/m, 'channel: 基金'),
  'another tag': (site, pick) =>
    change(site, anArticle(site, pick), /^tags: .*$/m, `tags: [国债, 标签${pick(3)}]`),
  'a pin': (site, pick) => addKey(site, anArticle(site, pick), 'related: [original]'),
  'a draft': (site, pick) => addKey(site, anArticle(site, pick), 'draft: true'),
  'a withdrawal': (site, pick) =>
    addKey(site, anArticle(site, pick), 'withdrawn: { date: 2026-06-01 08:00, reason: 数据有误 }'),
  'a correction': (site, pick) =>
    addKey(
      site,
      anArticle(site, pick),
      'corrections: [{ date: 2026-06-01 08:00, reason: 原文误作百分之三 }]',
    ),
  'an old address': (site, pick) =>
    addKey(site, anArticle(site, pick), `aliases: [/older/${pick(1000)}.html]`),
  'a headline': (site, pick) => addKey(site, anArticle(site, pick), 'pinned: true'),
  'a link to another source': (site, pick) =>
    append(site, anArticle(site, pick), '\n参见[原文](./original.md)与[没有的](./none.md)。\n'),
  'a link to an anchor that is not there': (site, pick) =>
    append(site, anArticle(site, pick), '\n参见[附表](#没有)。\n'),
  'other bytes of a picture': async (site, pick) =>
    write(site, 'articles/2026/tu.png', await picture(`#0${pick(10)}4${pick(10)}80`)),
  'the same picture under another name': (site, pick) => {
    const file = anArticle(site, pick);
    const image = `tu${pick(3)}.png`;
    write(
      site,
      path.join(path.dirname(file), image),
      readFileSync(pathOf(site, 'articles/2026/tu.png')),
    );
    append(site, file, `\n![图](./${image})\n`);
  },
  'a picture left out': (site) => {
    for (const file of listArticles(site)) change(site, file, /^!\[.*$/m, '');
  },
  'a component': (site, pick) =>
    append(site, 'articles/2026/component.mdx', `\n再算一次 ${pick(99)}。\n`),
  'the site': (site, pick) => change(site, 'site.yaml', /^name: .*$/m, `name: 测试财经${pick(9)}`),
  'a new channel': (site, pick) =>
    append(site, 'channels.yaml', `- { id: c${pick(1e6)}, name: 栏目${pick(1e6)} }\n`),
  'a topic’s name': (site) => change(site, 'topics.yaml', /summary: .*|$/, ''),
  'a word': (site, pick) => append(site, 'dictionary.txt', `专有词${pick(99)}\n`),
  'a page': (site, pick) => append(site, 'pages/about.md', `\n补充 ${pick(99)}。\n`),
  'a new page': (site, pick) =>
    write(site, `pages/p${pick(3)}.md`, `---\ntitle: 新页${pick(9)}\n---\n\n内容。\n`),
  'fewer on a page': (site, pick) =>
    change(site, 'site.yaml', /^page_size: .*$/m, `page_size: ${5 + pick(4)}`),
  'a public file': ({ root }, pick) =>
    writeFileSync(path.join(root, 'public', `f${pick(2)}.txt`), `${pick(9)}`),
  'a public file gone': ({ root }, pick) =>
    rmSync(path.join(root, 'public', `f${pick(2)}.txt`), { force: true }),
  'a template': ({ root }, pick) =>
    replaceIn(
      path.join(root, 'src/components/RelatedList.astro'),
      /<h2([^>]*)>/,
      `<h2 data-n="${pick(9)}"$1>`,
    ),
  'a style': ({ root }, pick) =>
    appendFileSync(path.join(root, 'src/styles/site.css'), `\n.x${pick(99)} { color: red; }\n`),
  'a day': (site) => {
    site.now += 24 * 3600 * 1000;
  },
  'some minutes': (site) => {
    site.now += 7 * 60 * 1000;
  },
  'a new year': (site) => {
    site.now += 365 * 24 * 3600 * 1000;
  },
  'a page of the site cut off': (_, __, { outDir }) =>
    damage(path.join(outDir, 'index.html'), () => ''),
  'a page of the site gone': (_, __, { outDir }) =>
    rmSync(path.join(outDir, 'channels/index.html'), { force: true }),
  'a page of the site edited in place': (_, __, { outDir }) =>
    damage(path.join(outDir, 'rss.xml'), (text) => text.replace('测', '側')),
  'a stranger in the site': (_, __, { outDir }) => {
    mkdirSync(outDir, { recursive: true });
    writeFileSync(path.join(outDir, 'stray.html'), 'x');
  },
  'the search index gone': (_, __, { outDir }) =>
    rmSync(path.join(outDir, 'search-index'), { recursive: true, force: true }),
  // The cache has the same file under another name.
  'the search index edited in place': (_, pick, { outDir }) =>
    damageOne(path.join(outDir, 'search-index'), pick),
  'the site gone': (_, __, { outDir }) => rmSync(outDir, { recursive: true, force: true }),
  'a damaged ledger': (_, __, { cacheDir }) =>
    damage(path.join(cacheDir, 'ledger.bin'), () => '{"'),
  'a damaged bundle': (_, pick, { cacheDir }) => damageOne(path.join(cacheDir, 'search'), pick),
  'the cache gone': (_, __, { cacheDir }) => rmSync(cacheDir, { recursive: true, force: true }),
  nothing: () => {},
};

/** Articles that no other needs by name. */
function listArticles({ contentDir }: RandomSite): string[] {
  return listFiles(path.join(contentDir, 'articles'))
    .filter((file) => /^\d{4}\/a\d.*\.md$/.test(file))
    .map((file) => `articles/${file}`);
}

function anArticle(site: RandomSite, pick: (count: number) => number): string {
  const files = listArticles(site);
  const file = files[pick(files.length)];
  if (file === undefined) throw new Error('No article is left to edit.');
  return file;
}

function pathOf({ contentDir }: RandomSite, file: string): string {
  return path.join(contentDir, file);
}

function append(site: RandomSite, file: string, text: string): void {
  appendFileSync(pathOf(site, file), text);
}

function change(site: RandomSite, file: string, from: RegExp, to: string): void {
  replaceIn(pathOf(site, file), from, to);
}

/** Adds a line to the frontmatter, in place of one with the same key. */
function addKey(site: RandomSite, file: string, line: string): void {
  const key = line.split(':')[0];
  change(site, file, new RegExp(`^${key}: .*\n`, 'm'), '');
  change(site, file, /^(title: .*)$/m, `$1\n${line}`);
}

function replaceIn(file: string, from: RegExp, to: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

/** Changes a file that the last build left; it may have been killed before. */
function damage(file: string, change: (text: string) => string): void {
  if (existsSync(file)) writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function damageOne(folder: string, pick: (count: number) => number): void {
  const files = listFiles(folder).filter((file) => !/seal\.json$/.test(file));
  const file = files[pick(files.length)];
  if (file !== undefined) writeFileSync(path.join(folder, file), 'damaged');
}
