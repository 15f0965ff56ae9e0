import type { z } from 'zod';
import { RESERVED_SEGMENTS } from './address.ts';
import type { CheckSettings } from './archive-check.ts';
import { normaliseLines, parseYamlBlock, splitSource, type YamlBlock } from './frontmatter.ts';
import { type Problem, problem } from './problem.ts';
import {
  channelsSchema,
  type FixedPage,
  pageSchema,
  peopleSchema,
  type Settings,
  siteSchema,
  topicsSchema,
} from './settings-schema.ts';

/** Text of a settings file by its path below the content folder (`site.yaml`, `pages/about.md`). */
export type SettingsSources = ReadonlyMap<string, string>;

/**
 * Reads all settings files. `settings` is there only when none had an error, `lists` when those that
 * articles refer to could be read; `site.yaml` and `channels.yaml` are required, `topics.yaml`,
 * `people.yaml` and pages are not.
 */
export function readSettings(sources: SettingsSources): {
  settings: Settings | undefined;
  lists: CheckSettings | undefined;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const lines = new Map<string, YamlBlock['lineOf']>();
  const read = <T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined => {
    const source = sources.get(file);
    if (source === undefined) return undefined;
    const { data, lineOf } = parseChecked(normaliseLines(source), file, 1, schema, problems);
    lines.set(file, lineOf);
    return data;
  };
  for (const [file, advice] of REQUIRED) {
    if (!sources.has(file)) problems.push(problem('missing-settings', { file }, { file, advice }));
  }
  const site = read('site.yaml', siteSchema);
  const channels = read('channels.yaml', channelsSchema);
  const topics = sources.has('topics.yaml') ? read('topics.yaml', topicsSchema) : [];
  const people = sources.has('people.yaml') ? read('people.yaml', peopleSchema) : [];
  const pages = readPages(sources, problems);
  for (const [file, list] of [
    ['channels.yaml', channels ?? []],
    ['topics.yaml', topics ?? []],
    ['people.yaml', people ?? []],
  ] as const) {
    problems.push(...findRepeated(list, file, (path) => lines.get(file)?.(path)));
  }
  const lists = channels && topics ? { channels, topics, pages } : undefined;
  const settings =
    site && lists && people && problems.length === 0 ? { site, ...lists, people } : undefined;
  return { settings, lists, problems };
}

const REQUIRED = [
  ['site.yaml', '请照 README 写上网站的名称、网址和备案信息。'],
  ['channels.yaml', '请写上栏目，例如：- { id: banking, name: 银行 }'],
] as const;

function readPages(sources: SettingsSources, problems: Problem[]): FixedPage[] {
  const pages: FixedPage[] = [];
  for (const [file, source] of sources) {
    const slug = /^pages\/([^/]+)\.md$/.exec(file)?.[1];
    if (slug === undefined) continue;
    if (!/^[a-z0-9-]+$/.test(slug) || RESERVED_SEGMENTS.has(slug)) {
      const reason = '文件名只能用小写字母、数字和连字符，且不能与网站的固定地址相同';
      problems.push(problem('bad-value', { file }, { key: '文件名', reason, example: 'about.md' }));
      continue;
    }
    const split = splitSource(source, file);
    if ('kind' in split) {
      problems.push(split);
      continue;
    }
    const { frontmatter, frontmatterLine } = split;
    const { data } = parseChecked(frontmatter, file, frontmatterLine, pageSchema, problems);
    if (data) pages.push({ ...data, slug, file });
  }
  return pages.sort((a, b) => a.order - b.order || (a.slug < b.slug ? -1 : 1));
}

function parseChecked<T extends z.ZodType>(
  yaml: string,
  file: string,
  firstLine: number,
  schema: T,
  problems: Problem[],
): { data: z.output<T> | undefined; lineOf: YamlBlock['lineOf'] } {
  const { block, problems: syntax, isComplete } = parseYamlBlock(yaml, file, firstLine);
  const { lineOf } = block;
  problems.push(...syntax);
  if (!isComplete) return { data: undefined, lineOf };
  const written = dropEmpty(block.data);
  const parsed = schema.safeParse(written);
  if (parsed.success) return { data: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    problems.push(...describeIssue(issue, written, file, lineOf));
  }
  return { data: undefined, lineOf };
}

/** An empty value (`icp:`) is a line the operator has not filled in yet. */
function dropEmpty(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(dropEmpty);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => [key, dropEmpty(value)]),
  );
}

function describeIssue(
  issue: z.core.$ZodIssue,
  data: unknown,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const line = lineOf(issue.path);
  const key = issue.path.map(nameStep).join(' 的 ') || file;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) =>
      problem(
        'unknown-key',
        { file, line: lineOf([...issue.path, unknown]) },
        { key: unknown, advice: '请删去，或对照 README 里的写法。' },
      ),
    );
  }
  if (issue.path.length > 0 && isMissing(data, issue.path)) {
    const label = /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '必填';
    const example = EXAMPLES[String(issue.path.at(-1))] ?? `${String(issue.path.at(-1))}: …`;
    return [problem('missing-key', { file, line }, { key, label, example })];
  }
  const reason = /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '格式不对';
  return [problem('bad-value', { file, line }, { key, reason, example: '见 README 的设置说明' })];
}

function nameStep(part: PropertyKey): string {
  return typeof part === 'number' ? `第 ${part + 1} 项` : String(part);
}

function isMissing(data: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
  return value === undefined;
}

/** Ids are addresses, and names are what articles write: either may stand for one entry only. */
function findRepeated(
  list: readonly { id: string; name: string }[],
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number | undefined,
): Problem[] {
  const seen = new Map<string, number>();
  return list.flatMap(({ id, name }, index) =>
    [...new Set([id, name])].flatMap((key) => {
      if (!seen.has(key)) {
        seen.set(key, index);
        return [];
      }
      return [problem('duplicate-key', { file, line: lineOf([index]) }, { key })];
    }),
  );
}

/** What a missing line would look like. */
const EXAMPLES: Readonly<Record<string, string>> = {
  name: 'name: 压舱石财经',
  description: 'description: 用一两句话说清网站写什么。',
  address: 'address: https://news.example.com',
  organisation: 'organisation: 某某编辑部',
  since: 'since: 2019',
  namespace: 'namespace: tag:news.example.com,2019',
  id: 'id: banking',
  title: 'title: 关于我们',
};
