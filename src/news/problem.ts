/**
 * Everything that can be wrong with content, in one typed catalogue. Authors read these texts, so
 * they are in Chinese and say first what happened, then what to do. Ids are permanent.
 */

import { deskKinds } from './desk-catalogue.ts';
import { contentKinds, type Severity } from './problem-catalogue.ts';

/** Where every kind is explained, from the project's folder. */
export const CHECKS_PAGE = 'docs/checks.zh.md';

/** One finding, with the place an author opens: `file` is relative to the content folder. */
export interface Problem {
  kind: ProblemKind;
  severity: Severity;
  file: string;
  /** Counted from 1; absent when the whole file is meant. */
  line?: number;
  /** Counted from 1 in UTF-16 units, as editors do; only where the exact spot is known. */
  column?: number;
  message: string;
  hint: string;
}

export interface Place {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** Builds a problem of the catalogue; `about` fills the texts' blanks. */
export function problem(
  kind: ProblemKind,
  place: Place,
  about: Record<string, string> = {},
): Problem {
  const { severity, message, hint } = catalogue[kind];
  const line = place.line === undefined ? {} : { line: place.line };
  const column = place.column === undefined ? {} : { column: place.column };
  return {
    kind,
    severity,
    file: place.file,
    ...line,
    ...column,
    message: fill(message, about),
    hint: fill(hint, about),
  };
}

/** Every kind, in the catalogue's order: the order of docs/checks.zh.md. */
export function listProblemKinds(): ProblemKind[] {
  return Object.keys(catalogue) as ProblemKind[];
}

export function isError(found: Problem): boolean {
  return found.severity === 'error';
}

/** Problems in the order an author works: by file, then line, then text. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.message, b.message),
  );
}

/** The report for a terminal: one block a file, one line a problem, its remedy and page below it. */
export function formatProblems(problems: readonly Problem[]): string {
  const blocks = Map.groupBy(sortProblems(problems), (found) => found.file);
  return [...blocks]
    .map(([file, found]) =>
      [
        file,
        ...found.map((one) => {
          const label = one.severity === 'error' ? '错误' : '提醒';
          const head = `  ${formatPlace(one)}  ${label}：${one.message}`;
          return `${head}\n    → ${one.hint}（${linkToSection(one)}）`;
        }),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The section of the handbook that explains a problem. */
export function linkToSection({ kind }: Problem): string {
  return `${CHECKS_PAGE}#${kind}`;
}

function formatPlace({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/** Thrown once, after everything was read, with all that was found. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const errors = problems.filter(isError).length;
    super(
      `内容有 ${errors} 处错误，没有生成网站：\n\n${formatProblems(problems)}\n\n改好后再运行一次。`,
    );
    this.name = 'ContentError';
    this.problems = problems;
  }
}

export type ProblemKind = keyof typeof catalogue;

const catalogue = { ...contentKinds, ...deskKinds };

/**
 * One line whatever was pasted: a report that a value's line ends or length tear apart is unreadable.
 * What nobody sees is left out: authors copy the examples.
 */
function fill(template: string, about: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = about[name]
      ?.replace(/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim();
    if (value === undefined) return whole;
    return value.length > LONGEST_VALUE ? `${[...value].slice(0, LONGEST_VALUE).join('')}…` : value;
  });
}

/** In characters; the list of all keys fits. */
const LONGEST_VALUE = 500;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
