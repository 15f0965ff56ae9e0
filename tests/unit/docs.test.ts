import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/content-check.ts';
import { deskKinds } from '../../src/news/desk-catalogue.ts';
import { articleFields, type Field } from '../../src/news/fields.ts';
import {
  formatProblems,
  isError,
  listProblemKinds,
  type Problem,
  type ProblemKind,
  problem,
} from '../../src/news/problem.ts';
import { siteSchema } from '../../src/news/settings-schema.ts';
import { article, BUILD_TIME, ROOT } from '../site/build.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ballast-docs-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const checks = readDocument('checks.zh.md');
const authors = readDocument('authors.zh.md');
const operators = readDocument('operators.zh.md');

/** Need bytes, rights, a renderer, a network or a whole site: their examples are only read. */
const NOT_RUN: ReadonlySet<ProblemKind> = new Set([
  'not-utf8',
  'unreadable-file',
  'broken-related',
  'dead-link',
  'dead-external-link',
  'lost-article',
  'missing-alt',
  'large-image',
  'moved-address',
  'near-copy',
]);

describe('checks.zh.md', () => {
  const sections = splitSections(checks);

  test('has one section for each kind, in the catalogue’s order', () => {
    expect([...sections.keys()]).toEqual(listProblemKinds());
  });

  test.each(listProblemKinds())('%s: severity, message and examples are true', async (kind) => {
    const section = sections.get(kind) ?? '';
    const { severity, message, hint } = problem(kind, { file: '' });
    expect(section).toContain(consequenceOf(kind, severity));
    const [report = '', wrong, right] = readFences(section);
    expect(report).toMatch(toPattern(message));
    expect(report).toMatch(toPattern(hint));
    if (NOT_RUN.has(kind)) return;

    expect(wrong, 'a wrong example').toBeDefined();
    expect(right, 'a right example').toBeDefined();
    const found = await check(wrong ?? '');
    expect(found.map((one) => one.kind)).toContain(kind);
    const printed = formatProblems(found);
    for (const line of report.split('\n')) expect(printed).toContain(line.trim());
    const left = await check(right ?? '');
    expect(formatProblems(left.filter((one) => isError(one) || one.kind === kind))).toBe('');
  });
});

describe('authors.zh.md', () => {
  test('its table has every key with its alias and example, in order', () => {
    const keys = Object.entries<Field>(articleFields).map(([key, field]) => toRow(key, field));
    expect(readRows(authors, '信息块里能写什么')).toEqual(keys);
  });

  test('its table of inner keys has every key with its alias and example, in order', () => {
    const inner = Object.entries<Field>(articleFields).flatMap(([outer, { keys = {} }]) =>
      Object.entries(keys).map(([key, field]) => toRow(`${outer}\` → \`${key}`, field)),
    );
    expect(readRows(authors, '里面还有小项的几项')).toEqual(inner);
  });

  test('its sample can be copied as it is', async () => {
    const [sample = ''] = readFences(sectionOf(authors, '## 一篇完整的样稿'));
    const found = await check(`── articles/2026/cunkuan-lixi.md\n${sample}`);
    expect(formatProblems(found)).toBe('');
  });

  test('each of the ten mistakes is found with the message it quotes', async () => {
    const mistakes = authors.split(/^### (?=\d+\. )/m).slice(1);
    expect(mistakes).toHaveLength(10);
    for (const mistake of mistakes) {
      const [wrong = '', right = '', report = ''] = readFences(mistake);
      if (report.includes('不是 UTF-8')) {
        expect(report).toMatch(toPattern(problem('not-utf8', { file: '' }).message));
        continue;
      }
      const printed = formatProblems(await check(wrong));
      for (const line of report.split('\n')) expect(printed).toContain(line.trim());
      expect(formatProblems((await check(right)).filter(isError))).toBe('');
    }
  });
});

describe('operators.zh.md', () => {
  test('its table has every key of site.yaml and says which are required', () => {
    const keys = Object.entries(siteSchema.shape).map(([key, field]) => [
      `\`${key}\``,
      field.safeParse(undefined).success ? '' : '是',
    ]);
    const rows = readRows(operators, '换成自己的编辑部', '| 名称');
    expect(rows.map((row) => row.slice(0, 2))).toEqual(keys);
  });
});

/** The desk’s errors fail a check and stop no build. */
function consequenceOf(kind: ProblemKind, severity: string): string {
  if (severity === 'warning') return '**提醒，不停止生成。**';
  return kind in deskKinds ? '**错误，检查不通过；不停止生成。**' : '**错误，停止生成。**';
}

function readDocument(name: string): string {
  return readFileSync(path.join(ROOT, 'docs', name), 'utf8');
}

function splitSections(document: string): Map<string, string> {
  const parts = document.split(/^### /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = '', ...rest] = part.split('\n');
      return [heading.trim(), rest.join('\n')];
    }),
  );
}

/** From a heading to the next of its level or above. */
function sectionOf(document: string, heading: string): string {
  const [, after = ''] = document.split(`${heading}\n`);
  return after.split(/^#{1,2} /m)[0] ?? '';
}

/** Contents of the fenced blocks marked `text`. */
function readFences(section: string): string[] {
  return [...section.matchAll(/^(`{3,})text\n([\s\S]*?)^\1$/gm)].map(([, , body = '']) =>
    body.replace(/\n$/, ''),
  );
}

function toRow(key: string, { alias, example }: Field): string[] {
  return [key, alias, example].map((cell) => `\`${cell}\``);
}

/** First three cells of each row of the first table below a heading that begins with `start`. */
function readRows(document: string, heading: string, start = '|'): string[][] {
  const [, after = ''] = document.split(new RegExp(`^#+ ${heading}\\n`, 'm'));
  const tables = after.match(/(?:^\|.*\n)+/gm) ?? [];
  const table = tables.find((one) => one.startsWith(start)) ?? '';
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    );
}

/** A text of the catalogue, with any words in its blanks. */
function toPattern(template: string): RegExp {
  const escaped = template.split(/\{\w+\}/).map((part) => RegExp.escape(part));
  return new RegExp(escaped.join('[\\s\\S]*'));
}

/**
 * Reads an example as a content folder and gives what is wrong with it. `── path` starts a file;
 * without one the example is a single article. A file without text is an article that is right.
 * Text that is only `key: value` lines is part of a frontmatter that is otherwise right.
 */
async function check(example: string): Promise<Problem[]> {
  const parts = example.startsWith('── ') ? example.split(/^── /m).slice(1) : [];
  const folder = mkdtempSync(path.join(work, 'example-'));
  const contentDir = path.join(folder, 'content');
  cpSync(path.join(ROOT, 'tests/fixtures/settings'), contentDir, { recursive: true });
  for (const part of parts.length > 0 ? parts : [`articles/2026/gao.md\n${example}`]) {
    const [head = '', ...rest] = part.replace(/\n$/, '').split('\n');
    const [, file = '', note] = /^(.*?)(?:（(.+)）)?$/.exec(head) ?? [];
    const absolute = path.join(contentDir, file);
    if (note === '没有') {
      rmSync(absolute);
    } else if (file.endsWith('/')) {
      mkdirSync(absolute, { recursive: true });
    } else {
      mkdirSync(path.dirname(absolute), { recursive: true });
      writeFileSync(absolute, toSource(file, rest.join('\n'), note === '空文件'));
    }
  }
  const { problems } = await checkContent({
    root: ROOT,
    contentDir,
    outDir: path.join(folder, 'dist'),
    cacheDir: path.join(folder, 'cache'),
    siteUrl: undefined,
    now: Date.parse(BUILD_TIME),
  });
  return problems;
}

function toSource(file: string, text: string, isEmpty: boolean): string {
  if (!/\.mdx?$/.test(file) || isEmpty) return text;
  if (text === '') return article(path.basename(file));
  const isFrontmatter = text
    .split('\n')
    .every((line) => /^(?:\s+\S|- |[\p{L}\w]+\s*[:：])/u.test(line));
  if (!isFrontmatter) return `${text}\n`;
  const written = text.split('\n').map((line) => canonical(line.split(/[:：]/)[0] ?? ''));
  const others = ['title: 甲', 'date: 2026-03-15 09:30', 'channel: 银行'].filter(
    (line) => !written.includes(line.split(':')[0] ?? ''),
  );
  return `---\n${[text, ...others].join('\n')}\n---\n\n正文。\n`;
}

function canonical(key: string): string {
  const found = Object.entries<Field>(articleFields).find(([, { alias }]) => alias === key.trim());
  return found?.[0] ?? key.trim();
}
