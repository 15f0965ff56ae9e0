import type { Code, Delete, FootnoteDefinition, Heading, List, Nodes, Root, Table } from 'mdast';
import { markdownToMdast, mdxToMdast } from 'satteri';
import { cleanSource, markChinese, unmarkText } from '../markdown/chinese-marks.ts';
import { features } from '../markdown/features.ts';
import { type Problem, problem } from '../news/problem.ts';
import { mayJoinLines } from './joined-lines.ts';
import { inspectParagraph } from './paragraph-traps.ts';
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
  if (format === 'md' && !SUSPICIOUS.test(body) && !mayJoinLines(body))
    return { problems: [], links: [] };
  const source = cleanSource(body);
  const marked = markChinese(source, format);
  const tree = parse(marked, format);
  if (typeof tree === 'string') {
    return { problems: [describeBrokenMdx(tree, marked, file, firstLine)], links: [] };
  }
  const lines = source.split('\n');
  const markedLines = marked.split('\n');
  const { definitions, noted } = readNames(tree);
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
    isNoted: (identifier) => noted.has(identifier),
  };
  descend(tree, tree, 0, context);
  return { problems: context.problems, links: context.links };
}

/** Any of the marks a check looks for; most news has none, and is not parsed. */
const SUSPICIOUS =
  /\*\*|＊＊|~~|[\]】]\s?[（(]|\]:|\[\^|<[a-z]|https?:\/\/|^ {0,3}[#＃]{1,6}[^#\s]|^(?: {4}|\t)|^[ \t]*[|｜]|^ {0,3}(?:\d{4}[.)] |＃|`{3}|-{2,}\s*$|={2,}\s*$)/im;

/** The tree, or what the parser says of it. */
function parse(source: string, format: 'md' | 'mdx'): Root | string {
  try {
    const options = { features: { ...features, rawHtml: false } };
    const tree = format === 'mdx' ? mdxToMdast(source, options) : markdownToMdast(source, options);
    return tree as unknown as Root;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

/** `1:3: Unexpected character after …`: the place is the author's, the words are an engineer's. */
function describeBrokenMdx(
  message: string,
  source: string,
  file: string,
  firstLine: number,
): Problem {
  const [, at, column] = /^(\d+):(\d+): /.exec(message) ?? [];
  if (at === undefined) return problem('broken-mdx', { file }, { reason: message });
  const line = source.split('\n')[Number(at) - 1] ?? '';
  const before = unmarkText(line.slice(0, Number(column) - 1));
  const place = { file, line: firstLine + Number(at) - 1, column: before.length + 1 };
  const reason = shorten(unmarkText(line).slice(before.length));
  return problem('broken-mdx', place, { reason });
}

/** Addresses by identifier, of two the first, and identifiers of footnotes in use. */
function readNames(tree: Root): { definitions: Map<string, string>; noted: Set<string> } {
  const definitions = new Map<string, string>();
  const noted = new Set<string>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node.url);
    } else if (node.type === 'footnoteReference') noted.add(node.identifier);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { definitions, noted };
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
  else if (node.type === 'heading') inspectHeading(node, context);
  else if (node.type === 'delete') inspectDelete(node, parent, index, context);
  else if (node.type === 'table') inspectTable(node, context);
  else if (node.type === 'footnoteDefinition') inspectFootnote(node, context);
  else inspectReference(node, context);
}

/** Indented text without a sign of code in it. */
function inspectCode(node: Code, context: TrapContext): void {
  const { start } = node.position ?? {};
  if (!start) return;
  if (/^\s*[`~]{3}/.test(context.sourceLine(start.line).slice(start.column - 1))) {
    inspectFence(node, context);
    return;
  }
  if (!/[\u4e00-\u9fff]{4}/.test(node.value) || /[{};=<>$]|^\s*[-|+]/m.test(node.value)) return;
  const about = { text: shorten(node.value) };
  context.problems.push(problem('indented-code', context.place(start.line), about));
}

/** A fence that nothing closes takes the rest of the article for code. */
function inspectFence(node: Code, context: TrapContext): void {
  const { start, end } = node.position ?? {};
  if (!start || !end || !/[\u4e00-\u9fff]{4}/.test(node.value)) return;
  if (end.line > start.line && /^[\s>]*[`~]{3,}\s*$/.test(context.sourceLine(end.line))) return;
  const about = { text: shorten(node.value) };
  context.problems.push(problem('unclosed-code', context.place(start.line), about));
}

/** A line of `---` right below text underlines it; that it divides is what its author meant. */
function inspectHeading(node: Heading, context: TrapContext): void {
  const { start, end } = node.position ?? {};
  const mark = end ? context.sourceLine(end.line).trim() : '';
  if (!start || !/^(?:-{2,}|={2,})$/.test(mark)) return;
  const about = { text: shorten(context.sourceLine(start.line)), mark: mark.slice(0, 3) };
  context.problems.push(problem('underlined-heading', context.place(start.line), about));
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

/** A footnote that nothing refers to is not on the page. */
function inspectFootnote(node: FootnoteDefinition, context: TrapContext): void {
  const { start } = node.position ?? {};
  if (!start || context.isNoted(node.identifier)) return;
  const name = unmarkText(node.label ?? node.identifier);
  const about = { name, reason: '正文里没有用到，网页上不会出现' };
  context.problems.push(problem('unmatched-footnote', context.place(start.line), about));
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
