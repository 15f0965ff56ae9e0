import type { Article } from './article.ts';
import { splitCredit } from './credit.ts';
import { firstSentences } from './excerpt.ts';
import { articleFields, canonicalKey, renameKeys } from './fields.ts';
import { parseYamlBlock, splitSource, type YamlBlock } from './frontmatter.ts';
import { describeIssues, findRepeatedKeys } from './frontmatter-issues.ts';
import { type Frontmatter, frontmatterSchema } from './frontmatter-schema.ts';
import { findLocalImages } from './images.ts';
import { findDoubtfulNames } from './name-warnings.ts';
import { toPlainText } from './plain-text.ts';
import { type Problem, problem } from './problem.ts';
import { placeOf } from './source-path.ts';

/** Longest automatic summary, in characters: about two lines of a list, one share card. */
const SUMMARY_LENGTH = 120;

/** One source file read: the article when it is usable, what is wrong with it in any case. */
export interface Reading {
  article?: Article;
  /** Plain text of the body, for related lists; not part of the stored article. */
  text: string;
  /** Line of each frontmatter key, by canonical name, for messages found later. */
  lines: Record<string, number>;
  problems: Problem[];
}

/**
 * Reads one article's source. `file` is relative to the content folder, with `/`. Channels, topics
 * and pins are still as the author wrote them: `checkArchive` resolves them among all articles.
 */
export function readArticle(source: string, file: string): Reading {
  const place = placeOf(file);
  const misplaced = 'kind' in place ? [place] : [];
  const split = splitSource(source, file);
  if ('kind' in split) return failed([...misplaced, split]);

  const { frontmatter, frontmatterLine } = split;
  const { block, problems, isComplete } = parseYamlBlock(frontmatter, file, frontmatterLine);
  if (!isComplete) return failed([...misplaced, ...problems]);
  const repeated = findRepeatedKeys(block, file);
  const renamed = renameKeys(block.data, articleFields);
  const parsed = frontmatterSchema.safeParse(renamed);
  const issues = parsed.success ? [] : describeIssues(parsed.error.issues, renamed, block, file);
  const errors = [...misplaced, ...problems, ...repeated, ...issues];
  if ('kind' in place || !parsed.success || errors.length > 0) return failed(errors);
  const text = toBodyText(split.body, place.format);
  const isMissing = !showsSomething(text, split.body, parsed.data, place.format);
  const warnings = isMissing ? [problem('empty-body', { file, line: split.bodyLine })] : [];
  const lines = linesOf(block);
  const { source: written } = renamed as { source?: unknown };
  warnings.push(...findDoubtfulNames(parsed.data, { source: written, lines, file }));
  const images = findLocalImages(split.body, parsed.data.cover?.src);
  const article = assemble(parsed.data, place, text, images);
  return { article, text, lines, problems: warnings };
}

/** What an article's body says, as plain text; '' for a headline that only links to its original. */
function toBodyText(body: string, format: Article['format']): string {
  return LINK_ALONE.test(body) ? '' : toPlainText(body, format);
}

/** `toBodyText` of a whole source; '' where its parts cannot be told apart. */
export function readBodyText(source: string, file: string): string {
  const split = splitSource(source, file);
  return 'kind' in split ? '' : toBodyText(split.body, /\.mdx$/i.test(file) ? 'mdx' : 'md');
}

/** 一图读懂 has a picture and no text, a headline its original; in MDX a component may say it all. */
function showsSomething(
  text: string,
  body: string,
  { source }: Frontmatter,
  format: Article['format'],
): boolean {
  if (text !== '' || (source !== undefined && 'url' in source)) return true;
  return findLocalImages(body).length > 0 || (format === 'mdx' && body.trim() !== '');
}

/** A headline of another outlet, `[阅读原文](…)`: the link's words say nothing of the article. */
const LINK_ALONE = /^\s*\[[^\]\n]*\]\(\S+\)\s*$/;

function failed(problems: Problem[]): Reading {
  return { text: '', lines: {}, problems };
}

function linesOf(block: YamlBlock): Record<string, number> {
  return Object.fromEntries(
    Object.keys(block.data as object).map((key) => [
      canonicalKey(key, articleFields),
      block.lineOf([key]),
    ]),
  );
}

function assemble(
  data: Frontmatter,
  place: { year: string; slug: string; file: string; format: 'md' | 'mdx' },
  text: string,
  images: string[],
): Article {
  const { id, editor, byline, summary, ...rest } = data;
  return withoutUndefined({
    ...rest,
    ...place,
    id: id ?? `${place.year}/${place.slug}`,
    summary: summary ?? firstSentences(text, SUMMARY_LENGTH),
    hasOwnSummary: summary !== undefined,
    byline: byline.flatMap((one) => splitCredit(one).credits),
    editors: editor.flatMap((one) => splitCredit(one).credits),
    length: countCharacters(text),
    images,
  }) as Article;
}

/** Letters and digits of any script; 汉字, nearly all of a body, are told without a pattern. */
function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) count++;
    else if (unit >= 0xd800 && unit <= 0xdbff) {
      if (LETTER.test(text.slice(at, at + 2))) count++;
    } else if (unit > 0x2f && LETTER.test(text[at] ?? '')) count++;
  }
  return count;
}

const LETTER = /^[\p{L}\p{N}]/u;

/** Optional fields are absent, not undefined: stored articles survive JSON unchanged. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, withoutUndefined(field)]),
  ) as T;
}
