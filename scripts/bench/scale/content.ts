import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { createRandom } from '../related-corpus.ts';
import { type BenchArchive, type BenchArticle, CHANNELS } from './archive.ts';

/** What one generator wants otherwise than another. */
export interface Dialect {
  /** Folder that articles' paths start from. */
  contentDir: string;
  knowsMdx: boolean;
  /** Frontmatter besides what all have. */
  extraKeys?(article: BenchArticle): Record<string, unknown>;
  /** Where an article's picture lies, from `contentDir`, and how the text names it. */
  pictureOf(article: BenchArticle): { file: string; src: string };
}

/** Writes every article as Markdown or MDX, and the pictures. */
export async function writeArticles(archive: BenchArchive, dialect: Dialect): Promise<void> {
  for (let index = 0; index < archive.count; index++) {
    const article = archive.at(index);
    writeText(sourceFile(article, dialect), formatSource(article, dialect));
    if (!article.hasPicture) continue;
    const picture = path.join(dialect.contentDir, dialect.pictureOf(article).file);
    mkdirSync(path.dirname(picture), { recursive: true });
    writeFileSync(picture, await drawPicture(index));
  }
}

/** Where an article's source lies. */
export function sourceFile(article: BenchArticle, dialect: Dialect): string {
  const extension = article.hasComponent && dialect.knowsMdx ? '.mdx' : '.md';
  return path.join(dialect.contentDir, `${article.path}${extension}`);
}

/** An article's source with a sentence more at its end: what an editor changes. */
export function formatSource(
  article: BenchArticle,
  dialect: Dialect,
  addition: string = '',
): string {
  const keys = {
    title: article.title,
    date: article.date,
    channel: article.channel,
    id: path.basename(article.path),
    ...(article.tags.length > 0 ? { tags: article.tags } : {}),
    source: article.source,
    ...dialect.extraKeys?.(article),
  };
  const blocks = [
    ...(article.hasPicture ? [`![一张柱状图](${dialect.pictureOf(article).src})`] : []),
    article.body,
    ...(article.hasComponent ? [COMPONENT[dialect.knowsMdx ? 'mdx' : 'md']] : []),
    ...(addition === '' ? [] : [addition]),
  ];
  const lines = Object.entries(keys).map(([key, value]) =>
    // A date in quotes would be a string to some of them.
    key === 'date' ? `${key}: ${value}` : `${key}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`;
}

const COMPONENT = {
  mdx: '<LoanCost principal={12000} months={12} feeRate={0.006} />',
  md: '借 12,000 元，分 12 期，每期手续费 0.6%，年化 13.03%。',
};

/** `channels.yaml` and `site.yaml` of the archive as Ballast reads them. */
export function writeSettings(contentDir: string): void {
  const channels = Object.entries(CHANNELS).map(([id, name]) => `- { id: ${id}, name: ${name} }\n`);
  writeText(path.join(contentDir, 'channels.yaml'), channels.join(''));
  const site = {
    name: '压舱石财经',
    description: '只用于测量的网站。',
    address: 'https://bench.example',
    organisation: '编辑部',
    since: '2016',
    namespace: 'tag:bench.example,2016',
    page_size: '30',
    feed_size: '50',
  };
  const lines = Object.entries(site).map(([key, value]) => `${key}: ${value}\n`);
  writeText(path.join(contentDir, 'site.yaml'), lines.join(''));
}

export function writeText(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A bar chart of 960 × 540 pixels as PNG, another for every seed. */
function drawPicture(seed: number): Promise<Buffer> {
  const random = createRandom(seed);
  const bars = Array.from({ length: 12 }, (_, bar) => {
    const height = Math.round(60 + random() * 400);
    const colour = `hsl(${Math.round(random() * 360)} 60% 45%)`;
    return `<rect x="${60 + bar * 72}" y="${500 - height}" width="48" height="${height}" fill="${colour}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540"><rect width="960" height="540" fill="#fff"/>${bars.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
