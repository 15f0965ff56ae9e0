import type { Code, Delete, List, Nodes, Paragraph, Root, Table } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { cleanSource, markChinese, unmarkText } from '../markdown/chinese-marks.ts';
import { features } from '../markdown/features.ts';
import { type Problem, problem } from '../news/problem.ts';
import { inspectReference } from './reference-traps.ts';
import { type Reference, shorten, type TrapContext } from './trap-context.ts';

export interface BodyFindings {
  problems: Problem[];
  /** Links that may lead to a page of this site. */
  links: Reference[];
}

/**
 * Markdown that will not show as its author means, and pictures that cannot be shown well, found on
 * the tree of the parser that renders it, so that code and addresses are out of reach.
 */
export function findMarkdownTraps(
  body: string,
  format: 'md' | 'mdx',
  file: string,
  firstLine: number,
): BodyFindings {
  if (!SUSPICIOUS.test(body)) return { problems: [], links: [] };
  const source = cleanSource(body);
  const marked = markChinese(source, format);
  const tree = parse(marked, format);
  if (!tree) return { problems: [], links: [] };
  const lines = source.split('\n');
  const markedLines = marked.split('\n');
  const definitions = readDefinitions(tree);
  const context: TrapContext = {
    problems: [],
    links: [],
    sourceLine: (line) => lines[line - 1] ?? '',
    place: (line, column = 1) => {
      const before = unmarkText((markedLines[line - 1] ?? '').slice(0, column - 1));
      return { file, line: firstLine + line - 1, column: before.length + 1 };
    },
    textOf: (node) => {
      const { start, end } = node.position ?? {};
      return unmarkText(marked.slice(start?.offset, end?.offset));
    },
    addressOf: (identifier) => definitions.get(identifier),
  };
  descend(tree, tree, 0, context);
  return { problems: context.problems, links: context.links };
}

/** Any of the marks a check looks for; most news has none, and is not parsed. */
const SUSPICIOUS =
  /\*\*|~~|\]\s?[（(]|\]:|<[a-z]|https?:\/\/|^ {0,3}#{1,6}[^#\s]|^(?: {4}|\t)|^[ \t]*[|｜]|^ {0,3}\d{4}[.)] /im;

function parse(source: string, format: 'md' | 'mdx'): Root | undefined {
  try {
    const options = { features: { ...features, rawHtml: false } };
    const tree = format === 'mdx' ? mdxToMdast(source, options) : markdownToMdast(source, options);
    return tree as unknown as Root;
  } catch {
    return undefined; // The build says where MDX is broken.
  }
}

/** By identifier; of two the first counts. */
function readDefinitions(tree: Root): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !found.has(node.identifier)) {
      found.set(node.identifier, node.url);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return found;
}

function descend(node: Nodes, parent: Nodes, index: number, context: TrapContext): void {
  inspect(node, parent, index, context);
  if (!('children' in node)) return;
  for (const [at, child] of node.children.entries()) descend(child, node, at, context);
}

function inspect(node: Nodes, parent: Nodes, index: number, context: TrapContext): void {
  if (node.type === 'paragraph') inspectParagraph(node, context);
  else if (node.type === 'code') inspectCode(node, context);
  else if (node.type === 'list') inspectList(node, context);
  else if (node.type === 'delete') inspectDelete(node, parent, index, context);
  else if (node.type === 'table') inspectTable(node, context);
  else inspectReference(node, context);
}

function inspectParagraph(node: Paragraph, context: TrapContext): void {
  const { start, end } = node.position ?? {};
  if (!start || !end) return;
  for (let line = start.line; line <= end.line; line++) {
    const text = context.sourceLine(line);
    const at = context.place(line);
    const [, marks = '', words = ''] = /^\s*(#{1,6})([^#\s\d].{0,38})$/.exec(text) ?? [];
    if (/^[\u4e00-\u9fff“《（]/.test(words) && !words.includes('#') && !/ /.test(words)) {
      const about = { text: text.trim(), example: `${marks.length > 1 ? marks : '##'} ${words}` };
      context.problems.push(problem('heading-without-space', at, about));
    }
    const link = /\](?:（|\s[（(])(?=(?:https?:|\.{0,2}\/))/.exec(text);
    if (link) {
      const from = Math.max(0, text.lastIndexOf('[', link.index));
      const about = { text: text.slice(from, link.index + 20) };
      context.problems.push(problem('fullwidth-link', { ...at, column: from + 1 }, about));
    }
    if (/^\s*[|｜].*[|｜].*[|｜]\s*$/.test(text) && (line === start.line || /｜/.test(text))) {
      context.problems.push(problem('broken-table', at, { text: shorten(text) }));
      break;
    }
  }
  const literal = findLiteralStars(node, context);
  if (literal) {
    const { line, column, text } = literal;
    context.problems.push(problem('literal-stars', context.place(line, column), { text }));
  }
}

/**
 * Stars that were meant as bold: two runs of them, or one where a paragraph starts or ends. A single
 * run elsewhere hides a name (`张**`) or digits (`6222****1234`).
 */
function findLiteralStars(
  node: Paragraph,
  context: TrapContext,
): { line: number; column: number; text: string } | undefined {
  const whole = context.textOf(node);
  const runs: { line: number; column: number; text: string }[] = [];
  for (const child of node.children) {
    if (child.type !== 'text' || !child.value.includes('**')) continue;
    const source = context.textOf(child);
    for (const match of source.matchAll(/(?<![\\*\d])\*\*(?![*\d])/g)) {
      const { start } = child.position ?? {};
      const above = source.slice(0, match.index).split('\n');
      runs.push({
        line: (start?.line ?? 1) + above.length - 1,
        column: (above.length === 1 ? (start?.column ?? 1) : 1) + (above.at(-1)?.length ?? 0),
        text: shorten(source.slice(match.index)),
      });
    }
  }
  const isAtEdge = /^\s*\*\*(?!\*)|(?<!\*)\*\*\s*$/.test(whole);
  return runs.length > 1 || isAtEdge ? runs[0] : undefined;
}

/** Indented text without a sign of code in it. */
function inspectCode(node: Code, context: TrapContext): void {
  const { start } = node.position ?? {};
  if (!start || /^\s*[`~]{3}/.test(context.sourceLine(start.line).slice(start.column - 1))) return;
  if (!/[\u4e00-\u9fff]{4}/.test(node.value) || /[{};=<>$]|^\s*[-|+]/m.test(node.value)) return;
  const about = { text: shorten(node.value) };
  context.problems.push(problem('indented-code', context.place(start.line), about));
}

function inspectList(node: List, context: TrapContext): void {
  const line = node.position?.start.line;
  if (line === undefined || (node.start ?? 0) < 1000) return;
  const about = { text: shorten(context.sourceLine(line)), number: String(node.start) };
  context.problems.push(problem('year-as-list', context.place(line), about));
}

/** `5%~~7%，3~~12` */
function inspectDelete(node: Delete, parent: Nodes, index: number, context: TrapContext): void {
  const { start } = node.position ?? {};
  const before = 'children' in parent ? parent.children[index - 1] : undefined;
  const isAfterFigure =
    before?.type === 'text' && /[\d%％元年月日时]$/.test(unmarkText(before.value));
  if (!start || !isAfterFigure || !/^~~\s*[\d一二三四五六七八九十]/.test(context.textOf(node)))
    return;
  const text = shorten(context.textOf(node));
  context.problems.push(
    problem('accidental-strike', context.place(start.line, start.column), { text }),
  );
}

/** A table whose rows hold ｜ has lost a column. */
function inspectTable(node: Table, context: TrapContext): void {
  const { start, end } = node.position ?? {};
  if (!start || !end) return;
  for (let line = start.line; line <= end.line; line++) {
    const text = context.sourceLine(line);
    if (!/｜\s*$|^\s*｜/.test(text)) continue;
    context.problems.push(problem('broken-table', context.place(line), { text: shorten(text) }));
    return;
  }
}
