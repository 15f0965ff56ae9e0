import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { adviseOnDate } from './date-advice.ts';
import { articleFields, canonicalKey, type Field, fieldAt } from './fields.ts';
import type { YamlBlock } from './frontmatter.ts';
import { BAD_DATE } from './frontmatter-schema.ts';
import { findSynonym } from './key-synonyms.ts';
import { type Problem, problem } from './problem.ts';

/** Frontmatter that parses but does not fit, said to the author who wrote it. */

/** `title` and `标题` in one map: one of them would be lost. */
export function findRepeatedKeys({ data, lineOf }: YamlBlock, file: string): Problem[] {
  const find = (
    value: unknown,
    fields: Readonly<Record<string, Field>>,
    path: readonly PropertyKey[],
  ): Problem[] => {
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => find(item, fields, [...path, index]));
    }
    if (value === null || typeof value !== 'object') return [];
    const seen = new Set<string>();
    return Object.entries(value).flatMap(([key, inner]) => {
      const name = canonicalKey(key, fields);
      const keys = fields[name]?.keys;
      const below = keys ? find(inner, keys, [...path, key]) : [];
      if (!seen.has(name)) {
        seen.add(name);
        return below;
      }
      const both = `${name}（${fields[name]?.alias}）`;
      return [problem('duplicate-key', { file, line: lineOf([...path, key]) }, { key: both })];
    });
  };
  return find(data, articleFields, []);
}

/**
 * Frontmatter's schema issues as problems of the catalogue.
 * @param data what the schema saw: canonical keys, without empty values
 * @param block the same as the author wrote it, to find the lines
 */
export function describeIssues(
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
      const inner = meantIssues(issue);
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
      const value = textOf(valueAt(data, issue.path));
      const advice = adviseOnDate(value);
      const said = advice === '' ? value : `${value}（${advice}）`;
      return [problem('bad-date', { file, line }, { key, value: said })];
    }
    if (issue.path.length === 0) {
      const advice = '每一项请写成“名称: 内容”，行首不要加减号。';
      return [problem('bad-yaml', { file, line }, { line: '信息块', advice })];
    }
    return [problem('bad-value', { file, line }, { key, reason: reasonOf(issue), example })];
  });
}

/** The library's own texts are English: what kind of value was expected says enough. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message;
  const expected = issue.code === 'invalid_type' ? issue.expected : '';
  if (expected === 'object') return '应当分项写，不能只是一段文字';
  return expected === 'string' ? '应当是一段文字' : '格式不对';
}

/** The member of a union that the author meant: the one that failed inside, not at its type. */
function meantIssues(issue: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | undefined {
  const members = issue.errors.flatMap((errors) => {
    const [only] = errors;
    const isNested = errors.length === 1 && only?.code === 'invalid_union';
    return isNested && only.path.length === 0 ? [meantIssues(only) ?? errors] : [errors];
  });
  return members.find((errors) =>
    errors.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function suggestKey(unknown: string, known: Readonly<Record<string, Field>>): string {
  if (/：/.test(unknown)) return '冒号请用英文冒号加一个空格“: ”。';
  const meant = findSynonym(unknown, Object.keys(known));
  if (meant !== undefined) {
    const alias = known[meant]?.alias ?? meant;
    return `这里叫“${/[\u4e00-\u9fff]/.test(unknown) ? alias : meant}”，请改过来。`;
  }
  const names = Object.entries(known).flatMap(([name, { alias }]) => [name, alias]);
  const nearest = names
    .map((name) => ({ name, steps: distance(unknown.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps)[0];
  const allowed = Object.entries(known).map(([name, { alias }]) => `${name}（${alias}）`);
  // Two slips in a long word are one typing error; two of a Chinese key's characters are another word.
  const slips = /^[\x20-\x7e]{3,}$/.test(unknown) ? 2 : 1;
  return nearest && nearest.steps <= Math.max(slips, Math.floor(unknown.length / 3))
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
