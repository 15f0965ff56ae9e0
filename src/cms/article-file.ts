import { isMap, isScalar, parseDocument } from 'yaml';
import { beijingFields, formatDay } from '../news/beijing.ts';
import { type ArticleField, articleFields, canonicalKey, renameKeys } from '../news/fields.ts';
import { parseYamlBlock, splitSource } from '../news/frontmatter.ts';
import { describeIssues, findRepeatedKeys } from '../news/frontmatter-issues.ts';
import { type Frontmatter, frontmatterSchema } from '../news/frontmatter-schema.ts';
import { formatProblems } from '../news/problem.ts';
import { yamlList, yamlMap, yamlText } from '../news/yaml-text.ts';

/** What the form of an article is filled with: texts, switches, lists and maps of these. */
export interface FormValues {
  [name: string]: unknown;
}

/** Names of channels and ids of topics, by all that an author may call them. */
export interface Names {
  channels: Readonly<Record<string, string>>;
  topics: Readonly<Record<string, string>>;
}

/**
 * An article's file as the values of the form, however its author wrote them (`编辑: 沈棠`,
 * `date: 2026/3/15`): a form knows one shape of each. The frontmatter comes along under `ORIGINAL`.
 * @throws {Error} in Chinese, for a file with mistakes: a form would lose what it cannot show
 */
export function readArticleFile(text: string, names: Names): FormValues {
  const split = splitSource(text, '');
  if ('kind' in split) throw new Error(formatProblems([split]));
  const { frontmatter, body } = split;
  return {
    ...readFrontmatter(frontmatter, names),
    body: trimBody(body),
    [ORIGINAL]: frontmatter,
  };
}

/**
 * The file of an article from the form. A field that was not changed keeps the lines its author
 * wrote, comments too; a new article has the fields that say something.
 */
export function composeArticleFile(values: FormValues, names: Names): string {
  const original = String(values[ORIGINAL] ?? '');
  const { preamble, lines } = splitByField(original);
  // `{ title: … }` on one line cannot be taken apart: it is written anew.
  const before: FormValues = lines.size === 0 ? EMPTY : readFrontmatter(original, names);
  for (const name of Object.keys(articleFields) as ArticleField[]) {
    const [was, is] = [tidy(before[name]), tidy(values[name])];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    // The form proposes an id; an article that is known by its address must stay so.
    if (name === 'id' && was === undefined && original !== '') continue;
    if (is === undefined) lines.delete(name);
    else lines.set(name, `${name}: ${formatValue(is)}\n`);
  }
  const body = trimBody(String(values['body'] ?? ''));
  return `---\n${preamble}${[...lines.values()].join('')}---\n\n${body}\n`;
}

/** Without blank lines around it; the first line keeps its indent, which makes it code. */
function trimBody(body: string): string {
  return body.replace(/^(?:[^\S\n]*\n)+|\s+$/g, '');
}

/** Where the values carry the frontmatter they came from; no field of the form, so nobody sees it. */
const ORIGINAL = 'original_frontmatter';

/** What an article is that says nothing of these. */
const EMPTY: FormValues = { draft: false, pinned: false, kind: 'news', ai: 'none' };

function readFrontmatter(frontmatter: string, names: Names): FormValues {
  const { block, problems } = parseYamlBlock(frontmatter, '', 2);
  const renamed = renameKeys(block.data, articleFields);
  const parsed = frontmatterSchema.safeParse(renamed);
  const issues = parsed.success ? [] : describeIssues(parsed.error.issues, renamed, block, '');
  const found = [...problems, ...findRepeatedKeys(block, ''), ...issues];
  if (!parsed.success || found.length > 0) throw new Error(formatProblems(found));
  const { data } = parsed;
  const dates = Object.fromEntries(
    (['date', 'updated', 'expires'] as const).map((name) => [name, formatDate(data[name])]),
  );
  return {
    ...data,
    ...dates,
    channel: names.channels[data.channel] ?? data.channel,
    topics: data.topics.map((topic) => names.topics[topic] ?? topic),
    corrections: data.corrections.map(withDateAsText),
    withdrawn: data.withdrawn && withDateAsText(data.withdrawn),
  };
}

function withDateAsText<T extends { date: number }>(record: T) {
  return { ...record, date: formatDate(record.date) };
}

function formatDate(instant: Frontmatter['updated']): string | undefined {
  if (instant === undefined) return undefined;
  const { hour, minute } = beijingFields(instant);
  return `${formatDay(instant)} ${hour}:${minute}`;
}

/** The lines of each field, under its canonical name, and what stands before the first. */
function splitByField(frontmatter: string): { preamble: string; lines: Map<string, string> } {
  const { contents } = parseDocument(frontmatter, { schema: 'failsafe' });
  const items = isMap(contents) && !contents.flow ? contents.items : [];
  const starts = items.flatMap(({ key }) =>
    isScalar(key) && key.range
      ? [{ name: canonicalKey(String(key.value), articleFields), start: key.range[0] }]
      : [],
  );
  const text = frontmatter === '' || frontmatter.endsWith('\n') ? frontmatter : `${frontmatter}\n`;
  const lines = starts.map(
    ({ name, start }, index) => [name, text.slice(start, starts[index + 1]?.start)] as const,
  );
  return { preamble: text.slice(0, starts[0]?.start ?? 0), lines: new Map(lines) };
}

/**
 * A value without what is empty in it, texts on one line, maps in the order of the handbook;
 * `undefined` when nothing is left.
 */
function tidy(value: unknown): unknown {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    return value.replace(/[\s\p{Cc}]+/gu, ' ').trim() || undefined;
  }
  if (Array.isArray(value)) {
    const items = value.map(tidy).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (value === null || typeof value !== 'object') return undefined;
  const pairs = Object.entries(value)
    .map(([key, inner]) => [key, tidy(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => PARTS.indexOf(a) - PARTS.indexOf(b));
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

/** Keys of maps inside fields; of those with the same name the first place will do. */
const PARTS = Object.values(articleFields).flatMap((field) =>
  'keys' in field ? Object.keys(field.keys) : [],
);

function formatValue(value: unknown): string {
  if (typeof value === 'string') return yamlText(value);
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === 'string')
      ? yamlList(value)
      : `[${value.map(formatValue).join(', ')}]`;
  }
  return value !== null && typeof value === 'object'
    ? yamlMap(value as Record<string, string>)
    : String(value);
}
