import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { Article, Credit } from './article.ts';
import { firstSentences } from './excerpt.ts';
import { articleFields, canonicalKey, type Field, fieldAt } from './fields.ts';
import { parseYamlBlock, splitSource, type YamlBlock } from './frontmatter.ts';
import { BAD_DATE, type Frontmatter, frontmatterSchema } from './frontmatter-schema.ts';
import { findLocalImages } from './images.ts';
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
  if ('kind' in place) return failed([place]);
  const split = splitSource(source, file);
  if ('kind' in split) return failed([split]);

  const { block, problems } = parseYamlBlock(split.frontmatter, file, split.frontmatterLine);
  if (problems.length > 0) return failed(problems);
  const renamed = renameKeys(block.data, articleFields);
  const parsed = frontmatterSchema.safeParse(renamed);
  if (!parsed.success) {
    return failed(describeIssues(parsed.error.issues, renamed, block, file));
  }
  const text = toPlainText(split.body, place.format);
  const warnings = text === '' ? [problem('empty-body', { file, line: split.bodyLine })] : [];
  const images = findLocalImages(split.body, parsed.data.cover?.src);
  const article = assemble(parsed.data, place, text, images);
  return { article, text, lines: linesOf(block), problems: warnings };
}

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
    byline: byline.flatMap(splitNames),
    editors: editor.flatMap(splitNames),
    length: text.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
    images,
  }) as Article;
}

/** `byline: 周砚、林知夏` names two people. */
function splitNames(credit: { name: string; role?: string | undefined }): Credit[] {
  const role = credit.role === undefined ? {} : { role: credit.role };
  return credit.name
    .split(/[，、,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, ...role }));
}

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

function renameKeys(data: unknown, fields: Readonly<Record<string, Field>>): unknown {
  if (Array.isArray(data)) return data.map((item) => renameKeys(item, fields));
  if (data === null || typeof data !== 'object') return data;
  const renamed: [string, unknown][] = [];
  for (const [key, value] of Object.entries(data)) {
    const name = canonicalKey(key, fields);
    const field = fields[name];
    // An empty value (`summary:`) is a line the author has not filled in yet.
    if (value === '' && field !== undefined) continue;
    renamed.push([name, field?.keys ? renameKeys(value, field.keys) : value]);
  }
  return Object.fromEntries(renamed);
}

function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  data: unknown,
  block: YamlBlock,
  file: string,
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    const line = block.lineOf(originalPath(issue.path, block.data));
    const name = issue.path.filter((part) => typeof part === 'string').join('.');
    const field = fieldAt(issue.path);
    const key = field ? `${name}（${field.alias}）` : name;
    const example = field?.example ?? '';
    if (issue.code === 'unrecognized_keys') {
      const known = fieldAt(issue.path)?.keys ?? articleFields;
      return issue.keys.map((unknown) => {
        const at = block.lineOf(originalPath([...issue.path, unknown], block.data));
        return problem(
          'unknown-key',
          { file, line: at },
          { key: unknown, advice: suggestKey(unknown, known) },
        );
      });
    }
    if (issue.code === 'invalid_union') {
      const inner = deepestIssues(issue);
      if (inner) {
        const at = inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
        return describeIssues(at as z.core.$ZodIssue[], data, block, file);
      }
    }
    if (valueAt(data, issue.path) === undefined) {
      const label = field?.alias ?? name;
      return [problem('missing-key', { file, line }, { key: name, label, example })];
    }
    if (issue.message === BAD_DATE) {
      return [
        problem('bad-date', { file, line }, { key, value: String(valueAt(data, issue.path)) }),
      ];
    }
    return [problem('bad-value', { file, line }, { key, reason: issue.message, example })];
  });
}

/** The member of a union that the author meant: the one that failed inside, not at its type. */
function deepestIssues(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  return issue.errors.find((errors) =>
    errors.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
}

function suggestKey(unknown: string, known: Readonly<Record<string, Field>>): string {
  const names = Object.entries(known).flatMap(([name, { alias }]) => [name, alias]);
  const nearest = names
    .map((name) => ({ name, steps: distance(unknown.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)[0];
  const allowed = Object.entries(known).map(([name, { alias }]) => `${name}（${alias}）`);
  return nearest && nearest.steps <= Math.max(1, Math.floor(unknown.length / 3))
    ? `是不是“${nearest.name}”？请改过来。`
    : `可以写的有：${allowed.join('、')}。`;
}

/** Canonical path → the path as the author wrote it, to find its line. */
function originalPath(path: readonly PropertyKey[], data: unknown): PropertyKey[] {
  let current = data;
  let fields: Readonly<Record<string, Field>> | undefined = articleFields;
  return path.map((part) => {
    let key = part;
    if (typeof part === 'string' && current !== null && typeof current === 'object') {
      const known = fields ?? {};
      key = Object.keys(current).find((name) => canonicalKey(name, known) === part) ?? part;
      fields = known[part]?.keys;
    }
    current = (current as Record<PropertyKey, unknown> | undefined)?.[key];
    return key;
  });
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}
