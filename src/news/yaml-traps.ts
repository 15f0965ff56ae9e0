import {
  type Document,
  isAlias,
  isCollection,
  isNode,
  isScalar,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { articleFields, type Field } from './fields.ts';
import { type Problem, problem } from './problem.ts';

/** What Chinese authors type into YAML that it misreads or drops without a word. */

/** A line of the YAML text, by its number in the file. */
export interface YamlPlace {
  text: string;
  place: { file: string; line: number };
}

/** What is wrong with a line that YAML cannot read, and how to write it. */
export function describeYamlError(code: string, { text, place }: YamlPlace): Problem {
  const [, key = '', value = ''] = /^\s*(?:- )?([^:：]+?)\s*:\s*(.*)$/.exec(text) ?? [];
  if (code === 'DUPLICATE_KEY') return problem('duplicate-key', place, { key });
  const line = text.trim() || '（空行）';
  return problem('bad-yaml', place, { line, advice: adviseOn(text, key, value.trim()) });
}

/**
 * A value that YAML cannot read or loses a part of, as the messages here tell to write it: in double
 * quotes, the quotes inside it Chinese ones. undefined where that is not the only right answer: a `#`
 * with a space behind it may begin a note, `[甲, 乙` may be a list.
 */
export function quoteValue(value: string): string | undefined {
  if (value === '' || /(?:^|\s)#(?:\s|$)/.test(value)) return undefined;
  if (/\s#/.test(value) && /^["']/.test(value)) return undefined;
  return /^[[{][^\]}]*$/.test(value) ? undefined : quote(value);
}

/**
 * The line an error belongs to: a quotation mark or bracket that is never closed is noticed by YAML
 * only at the end, far below the line an author has to mend.
 */
export function findUnclosedLine(lines: readonly string[], before: number): number | undefined {
  const index = lines.findIndex((text, at) => at <= before && isUnclosed(text));
  return index === -1 ? undefined : index;
}

/** `*ST国华`, `&公告` and `!重要` are an alias, an anchor and a tag to YAML, and swallow the word. */
export function findYamlMarks(document: Document, read: (offset: number) => YamlPlace): Problem[] {
  const found: Problem[] = [];
  const report = (node: Node) => {
    found.push(describeYamlError('MARK', read(node.range?.[0] ?? 0)));
  };
  const isMarked = (node: unknown): node is Node =>
    isAlias(node) ||
    (isNode(node) &&
      (node.anchor !== undefined || (node.tag !== undefined && !CORE_TAG.test(node.tag))));
  visit(document, {
    // `&公告` alone is the mark of an empty value, which begins on the next line.
    Pair: (_, { key, value }) => {
      if (isMarked(value)) report(isNode(key) ? key : value);
      else if (isMarked(key)) report(key);
    },
    Seq: (_, { items }) => {
      for (const item of items) if (isMarked(item)) report(item);
    },
  });
  return found;
}

/**
 * A `#` after a space starts a YAML comment: `央行 #3号公告` would become `央行`. The text is put back
 * into the document, so that the rest of it can be checked.
 */
export function recoverLostText(
  document: Document,
  read: (offset: number) => YamlPlace,
): Problem[] {
  const found: Problem[] = [];
  const check = (value: Scalar, name: string | undefined) => {
    if (typeof value.comment !== 'string' || !value.range) return;
    if (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED') return;
    const lost = value.comment.split('\n')[0] ?? '';
    // `date: 2026-03-15 # 备注` is a comment; `央行 #3号` and any title with # is text.
    if (lost.startsWith(' ') && !(name !== undefined && TEXT_KEYS.has(name.toLowerCase()))) return;
    const kept = typeof value.value === 'string' ? value.value : '';
    const text = `${kept}${kept ? ' ' : ''}#${lost}`;
    value.value = text;
    const whole = quote(text);
    const { place, text: line } = read(value.range[0]);
    const column = line.indexOf(`#${lost}`) + 1 || undefined;
    const example = name === undefined ? `- ${whole}` : `${name}: ${whole}`;
    found.push(
      problem('lost-after-hash', { ...place, column }, { key: name ?? '列表', lost, example }),
    );
  };
  /** `tags: [存款] #利率`: nothing can be put back, since it may be an item or a note. */
  const checkBehind = ({ flow, comment, range, items }: YAMLMap | YAMLSeq, key: string) => {
    if (!flow || !range || typeof comment !== 'string' || comment.startsWith(' ')) return;
    const texts = items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
    const { place, text: line } = read(range[0]);
    const column = line.lastIndexOf(`#${comment}`) + 1 || undefined;
    const example = `${key}: [${[...texts, quote(`#${comment}`)].join(', ')}]`;
    found.push(problem('lost-after-hash', { ...place, column }, { key, lost: comment, example }));
  };
  visit(document, {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      if (isScalar(value)) check(value, String(key.value));
      else if (isCollection(value)) checkBehind(value, String(key.value));
    },
    Seq(_, { items }) {
      for (const item of items) if (isScalar(item)) check(item, undefined);
    },
  });
  return found;
}

const TEXT_KEYS: ReadonlySet<string> = new Set(
  ['title', 'summary', 'reason', 'name', 'caption', 'credit', 'alt', 'from', 'to'].flatMap(
    (key) => [key, ...aliasesOf(key, articleFields)],
  ),
);

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|map|seq)$/;

function aliasesOf(key: string, fields: Readonly<Record<string, Field>>): string[] {
  return Object.entries(fields).flatMap(([name, { alias, keys }]) => [
    ...(name === key ? [alias] : []),
    ...aliasesOf(key, keys ?? {}),
  ]);
}

function adviseOn(text: string, key: string, value: string): string {
  if (/^\s*\t/.test(text)) return '行首的缩进请用空格，不要用 Tab 键。';
  if (key === '') {
    return '每一项请写成“名称: 内容”，冒号用英文冒号，后面空一格；如果这里已经是正文，请在正文上面加一行 ---。';
  }
  if (/^\[.* #/.test(value)) {
    return `请给有 # 的那一项加上英文双引号，例如：${key}: [甲, "乙 #丙"]`;
  }
  if (/^[[{]/.test(value) && isUnclosed(text)) {
    return `括号没有成对：请在末尾补上 ${value.startsWith('[') ? ']' : '}'}；如果是一段文字，请加上英文双引号。`;
  }
  const inner = value.includes('"') ? '（文字里的引号改用中文引号）' : '';
  return `请给冒号后面的内容加上英文双引号${inner}，例如：${key}: ${quote(value)}`;
}

function isUnclosed(text: string): boolean {
  const [, value = ''] = /^\s*(?:- )?(?:[^:"'[{]+:\s+)(.*)$/.exec(text) ?? [];
  const open = value.charAt(0);
  if (open === '"' || open === "'") return value.split(open).length % 2 === 0;
  if (open === '[') return !value.includes(']');
  return open === '{' && !value.includes('}');
}

/** The text as a double-quoted YAML scalar an author can copy; inner quotes become “ and ”. */
function quote(text: string): string {
  const bare = /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text.replace(/^(["'])(?!.*\1)/s, '');
  let isOpen = false;
  const inner = bare.replaceAll('\\', '\\\\').replace(/"/g, () => {
    isOpen = !isOpen;
    return isOpen ? '“' : '”';
  });
  return `"${inner}"`;
}
