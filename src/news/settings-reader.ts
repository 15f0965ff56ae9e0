import type { z } from 'zod';
import { RESERVED_SEGMENTS } from './address.ts';
import { normaliseLines, parseYamlBlock, splitSource } from './frontmatter.ts';
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
 * Reads all settings files. `settings` is there only when none had an error; `site.yaml` and
 * `channels.yaml` are required, `topics.yaml`, `people.yaml` and pages are not.
 */
export function readSettings(sources: SettingsSources): {
  settings?: Settings;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const read = <T extends z.ZodType>(file: string, schema: T): z.output<T> | undefined => {
    const source = sources.get(file);
    if (source === undefined) return undefined;
    return parseChecked(normaliseLines(source), file, 1, schema, problems);
  };
  for (const [file, advice] of REQUIRED) {
    if (!sources.has(file)) problems.push(problem('missing-settings', { file }, { file, advice }));
  }
  const site = read('site.yaml', siteSchema);
  const channels = read('channels.yaml', channelsSchema);
  const topics = read('topics.yaml', topicsSchema) ?? [];
  const people = read('people.yaml', peopleSchema) ?? [];
  const pages = readPages(sources, problems);
  for (const [file, list] of [
    ['channels.yaml', channels ?? []],
    ['topics.yaml', topics],
    ['people.yaml', people],
  ] as const) {
    problems.push(...findRepeatedIds(list, file));
  }
  if (!site || !channels || problems.length > 0) return { problems };
  return { settings: { site, channels, topics, people, pages }, problems };
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
    const data = parseChecked(frontmatter, file, frontmatterLine, pageSchema, problems);
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
): z.output<T> | undefined {
  const { block, problems: syntax } = parseYamlBlock(yaml, file, firstLine);
  if (syntax.length > 0) {
    problems.push(...syntax);
    return undefined;
  }
  const parsed = schema.safeParse(block.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    problems.push(...describeIssue(issue, file, (path) => block.lineOf(path)));
  }
  return undefined;
}

function describeIssue(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem[] {
  const line = lineOf(issue.path);
  const key = issue.path.map(String).join('.') || file;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) =>
      problem(
        'unknown-key',
        { file, line: lineOf([...issue.path, unknown]) },
        { key: unknown, advice: '请删去，或对照 README 里的写法。' },
      ),
    );
  }
  const reason = /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '格式不对';
  return [problem('bad-value', { file, line }, { key, reason, example: '见 README 的设置说明' })];
}

function findRepeatedIds(list: readonly { id: string }[], file: string): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problem('duplicate-key', { file }, { key: id })];
  });
}
