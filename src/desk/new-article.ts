import { existsSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../environment.ts';
import { writeWhole } from '../import/disk.ts';
import { ExistingArticles } from '../import/existing-articles.ts';
import { paths } from '../news/address.ts';
import { beijingFields, formatDay } from '../news/beijing.ts';
import { proposeSlug } from '../news/proposed-slug.ts';
import { toSlug } from '../news/source-path.ts';
import { yamlText } from '../news/yaml-text.ts';

export interface NewArticle {
  title: string;
  /** Name of a channel. */
  channel: string;
  /** File name without extension, and so the last part of the address. */
  slug: string;
  /** Epoch ms. */
  now: number;
}

/** An address in pinyin for a new article, one that is free in its year's folder. */
export function proposeAddress(contentDir: string, title: string, now: number): string {
  const existing = new ExistingArticles(contentDir);
  const wanted = proposeSlug(title) || `gao-${formatDay(now).replaceAll('-', '')}`;
  const isTaken = (slug: string) => existing.neighbourOf(fileOf(slug, now)) !== undefined;
  for (let count = 1; ; count++) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    if (!isTaken(slug)) return slug;
  }
}

/**
 * Writes a new article as a draft, dated now in Beijing time, with an id; nothing is written over.
 * @returns its file, relative to the content folder, and its path on the site
 * @throws {OperatorError} in Chinese, when the address is taken or cannot be one
 */
export function createArticle(
  contentDir: string,
  { title, channel, slug, now }: NewArticle,
): { file: string; address: string } {
  const name = toSlug(slug);
  if (name === '') {
    throw new OperatorError(
      `“${slug}”不能作网址。`,
      '请用小写字母、数字和连字符，例如 cunkuan-lixi。',
    );
  }
  const file = fileOf(name, now);
  const existing = new ExistingArticles(contentDir);
  const other = existing.neighbourOf(file);
  if (other !== undefined || existsSync(path.join(contentDir, file))) {
    throw new OperatorError(
      `网址“${name}”已经有稿件了：${other ?? file}`,
      '请换一个，例如在后面加上 -2。',
    );
  }
  writeWhole(path.join(contentDir, file), compose({ title, channel, slug: name, now }, existing));
  return { file, address: paths.article({ year: formatDay(now).slice(0, 4), slug: name }) };
}

function fileOf(slug: string, now: number): string {
  return `articles/${formatDay(now).slice(0, 4)}/${slug}.md`;
}

function compose({ title, channel, slug, now }: NewArticle, existing: ExistingArticles): string {
  const wanted = `${formatDay(now).replaceAll('-', '')}-${slug}`;
  let id = wanted;
  for (let count = 2; existing.fileOf(id) !== undefined; count++) id = `${wanted}-${count}`;
  const { hour, minute } = beijingFields(now);
  return [
    '---',
    `title: ${yamlText(title)}`,
    `date: ${formatDay(now)} ${hour}:${minute}`,
    `channel: ${yamlText(channel)}`,
    `id: ${yamlText(id)}`,
    'summary:',
    'tags: []',
    'draft: true',
    '---',
    '',
    '正文写在这里。',
    '',
  ].join('\n');
}
