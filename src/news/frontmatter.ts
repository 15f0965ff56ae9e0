import { type Document, isCollection, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { findCodeFence } from './code-fence.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { type Problem, problem } from './problem.ts';
import { repairLines } from './yaml-lines.ts';
import {
  describeYamlError,
  findUnclosedLine,
  findYamlMarks,
  recoverLostText,
  type YamlPlace,
} from './yaml-traps.ts';

/** An article's source split in two, with the line where each part starts (from 1). */
export interface SplitSource {
  frontmatter: string;
  /** Line of the file on which `frontmatter` begins. */
  frontmatterLine: number;
  body: string;
  bodyLine: number;
}

/** A parsed block of YAML whose values can be found again in the file. */
export interface YamlBlock {
  /** Plain data; every scalar is a string, so `000001` and `2026-03-15` stay as written. */
  data: unknown;
  /** Line of the file that holds the value at `path`, or its nearest ancestor. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Splits a file into frontmatter and body. Byte-order mark, CRLF and blank lines before the first
 * fence are accepted, since Windows editors write them.
 */
export function splitSource(text: string, file: string): SplitSource | Problem {
  const lines = normaliseLines(text).split('\n');
  const first = lines.findIndex((line) => bare(line) !== '');
  if (first === -1) return problem('empty-file', { file });
  const fence = bare(lines[first] ?? '');
  if (fence !== '---') {
    if (findCodeFence(lines))
      return problem('source-in-code', { file, line: first + 1 }, { fence });
    return LOOKS_LIKE_FENCE.test(fence)
      ? problem('wrong-fence', { file, line: first + 1 }, { fence })
      : problem('no-frontmatter', { file, line: first + 1 });
  }
  const end = lines.findIndex((line, index) => index > first && FENCE.test(line));
  const wrong = findWrongEnd(lines, first, end === -1 ? lines.length : end);
  if (wrong !== -1) {
    const line = wrong + 1;
    return /^#/.test(lines[wrong] ?? '')
      ? problem('unclosed-frontmatter', { file, line })
      : problem('wrong-fence', { file, line }, { fence: lines[wrong] ?? '' });
  }
  if (end === -1) return problem('unclosed-frontmatter', { file, line: first + 1 });
  return {
    frontmatter: lines.slice(first + 1, end).join('\n'),
    frontmatterLine: first + 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

/** LF line ends and no byte-order mark: the one form every later step sees. */
export function normaliseLines(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * Parses a block of YAML (frontmatter or a settings file) so that nothing an author typed is lost
 * in silence. YAML's core schema would turn 000001 into 1 and `a #b` into `a`: scalars stay strings
 * (failsafe schema) and text behind a `#` is reported.
 * @param firstLine line of the file on which `yaml` begins, from 1
 * @returns `isComplete`: every line was understood, so that `block` can be checked further even when
 * there are problems
 */
export function parseYamlBlock(
  yaml: string,
  file: string,
  firstLine = 1,
): { block: YamlBlock; problems: Problem[]; isComplete: boolean } {
  const source = yaml.split('\n');
  const plain = readPlainYaml(source);
  if (plain) {
    const lineOf = ([key]: readonly PropertyKey[]) => plain.lines.get(String(key)) ?? 0;
    return {
      block: { data: plain.data, lineOf: (path) => lineOf(path) + firstLine },
      problems: [],
      isComplete: true,
    };
  }
  const { lines, problems } = repairLines(source, file, firstLine);
  const counter = new LineCounter();
  const document = parseDocument(lines.join('\n'), {
    schema: 'failsafe',
    lineCounter: counter,
    logLevel: 'error',
  });
  const indexAt = (offset: number) => Math.max(0, counter.linePos(offset).line - 1);
  const read = (index: number): YamlPlace => ({
    text: source[index] ?? '',
    place: { file, line: index + firstLine },
  });

  const broken = document.errors.map(({ pos, code }) => {
    const index = indexAt(pos[0]);
    const isRepeated = code === 'DUPLICATE_KEY';
    return describeYamlError(
      code,
      read((isRepeated ? undefined : findUnclosedLine(source, index)) ?? index),
    );
  });
  if (/[&*!]/.test(yaml) && broken.every(({ kind }) => kind === 'duplicate-key')) {
    broken.push(...findYamlMarks(document, (offset) => read(indexAt(offset))));
  }
  const isMap = isCollection(document.contents) || document.contents === null;
  if (broken.length === 0 && !isMap) broken.push(describeYamlError('NO_KEYS', read(0)));
  const isComplete = broken.every(({ kind }) => kind === 'duplicate-key');
  problems.push(...broken);
  if (isComplete && yaml.includes('#'))
    problems.push(...recoverLostText(document, (offset) => read(indexAt(offset))));
  return {
    block: {
      data: isComplete ? (document.toJS() ?? {}) : {},
      lineOf: (path) => indexAt(findOffset(document, path)) + firstLine,
    },
    problems: dropRepeatedLines(problems),
    isComplete,
  };
}

/** Zero-width characters from chat programs and web pages stick to pasted lines. */
function bare(line: string): string {
  return line.replace(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
}

const FENCE = /^---[\s\u200b-\u200d\u2060\ufeff]*$/;
const LOOKS_LIKE_FENCE = /^(?:[-—–－―─‐‑]{2,}|[*_=]{3,}|\.{3,}|…+)$/;

/**
 * The line that was meant to end the frontmatter but does not: `———`, `...`, an indented `---`, or
 * else the first heading of a body that follows with no line between. YAML would take a heading for
 * a comment, up to the next rule (`---`) of the body.
 */
function findWrongEnd(lines: readonly string[], first: number, end: number): number {
  return lines.findIndex((line, index) => {
    if (index <= first || index >= end) return false;
    const isHeading = /^#{2,6}\s+\S/.test(line) && bare(lines[index - 1] ?? '') === '';
    // An indented line of dashes may belong to a text of several lines (`summary: |`).
    const isIndented = /^\s/.test(line) && end < lines.length;
    return isHeading || (!isIndented && LOOKS_LIKE_FENCE.test(bare(line)));
  });
}

function findOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const keys = path.slice(0, depth);
    const parent = depth === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1));
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(keys, true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range)) {
      return node.range[0] as number;
    }
  }
  return 0;
}

function dropRepeatedLines(problems: readonly Problem[]): Problem[] {
  const seen = new Set<number | undefined>();
  return problems.filter(({ line }) => !seen.has(line) && seen.add(line));
}
