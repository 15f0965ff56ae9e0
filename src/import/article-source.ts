import { yamlList, yamlMap, yamlText } from '../news/yaml-text.ts';
import { identify, nameFor } from './identity.ts';
import type { Item, Picture } from './item.ts';
import { toLink } from './markdown-text.ts';

/** An article as it will lie in the content folder. */
export interface ArticleFile {
  id: string;
  /** Relative to the content folder, with `/`. */
  file: string;
  source: string;
  pictures: readonly Picture[];
}

/** Writes an item as Markdown with frontmatter. The same item always gives the same bytes. */
export function composeArticle(item: Item, channel: string): ArticleFile {
  const id = identify(item.id, item);
  const { title, date, summary, tags, source, updated, byline = [], aliases = [], cover } = item;
  const frontmatter = [
    `title: ${yamlText(title)}`,
    `date: ${date}`,
    `channel: ${yamlText(channel)}`,
    `id: ${yamlText(id)}`,
    ...(summary === undefined ? [] : [`summary: ${yamlText(summary)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${yamlList(tags)}`]),
    ...(source === undefined ? [] : [`source: ${formatSource(source)}`]),
    ...(byline.length === 0 ? [] : [`byline: ${yamlList(byline)}`]),
    ...(updated === undefined ? [] : [`updated: ${updated}`]),
    ...(item.expires === undefined ? [] : [`expires: ${item.expires}`]),
    ...(cover === undefined ? [] : [`cover: ${yamlMap({ src: cover })}`]),
    ...(aliases.length === 0 ? [] : [`aliases: ${yamlList(aliases)}`]),
    ...(item.pinned ? ['pinned: true'] : []),
    ...(item.draft ? ['draft: true'] : []),
  ];
  const body = composeBody(item);
  return {
    id,
    file: `articles/${date.slice(0, 4)}/${nameFor(item.name, id)}.md`,
    source: `---\n${frontmatter.join('\n')}\n---\n${body === '' ? '' : `\n${body}`}`,
    pictures: item.pictures ?? [],
  };
}

function formatSource({ name, url }: { name: string; url?: string }): string {
  return url === undefined ? yamlText(name) : yamlMap({ name, url });
}

/** A headline without text leads to its original. */
function composeBody({ body, source }: Item): string {
  if (body !== '') return body;
  return source?.url === undefined ? '' : `${toLink('阅读原文', source.url)}\n`;
}
