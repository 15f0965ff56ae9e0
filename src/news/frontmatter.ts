import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { type Problem, problem } from './problem.ts';

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
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first === -1) return problem('empty-file', { file });
  const fence = (lines[first] ?? '').trim();
  if (fence !== '---') {
    return LOOKS_LIKE_FENCE.test(fence)
      ? problem('wrong-fence', { file, line: first + 1 }, { fence })
      : problem('no-frontmatter', { file, line: first + 1 });
  }
  const end = lines.findIndex((line, index) => index > first && line.trimEnd() === '---');
  if (end === -1) {
    const wrong = lines.findIndex(
      (line, index) => index > first && LOOKS_LIKE_FENCE.test(line.trim()),
    );
    return wrong === -1
      ? problem('unclosed-frontmatter', { file, line: first + 1 })
      : problem('wrong-fence', { file, line: wrong + 1 }, { fence: (lines[wrong] ?? '').trim() });
  }
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
 */
export function parseYamlBlock(
  yaml: string,
  file: string,
  firstLine = 1,
): { block: YamlBlock; problems: Problem[] } {
  const lines = yaml.split('\n');
  const early = findFullWidthColons(lines, file, firstLine);
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;

  const problems = [...early];
  if (early.length === 0) {
    for (const { pos, code } of document.errors) {
      const line = lineAt(pos[0]);
      problems.push(describeYamlError(code, lines[line - firstLine] ?? '', { file, line }));
    }
  }
  const readLine = (offset: number) => {
    const line = lineAt(offset);
    return { text: lines[line - firstLine] ?? '', place: { file, line } };
  };
  if (problems.length === 0) problems.push(...findYamlMarks(document, readLine));
  if (problems.length === 0) problems.push(...findLostText(document, readLine));
  const isBroken = problems.length > 0;
  return {
    block: {
      data: isBroken ? {} : (document.toJS() ?? {}),
      lineOf: (path) => lineAt(findOffset(document, path)),
    },
    problems: dropRepeatedLines(problems),
  };
}

/** The source line around an offset of the YAML text, and its place in the file. */
type ReadLine = (offset: number) => { text: string; place: { file: string; line: number } };

const LOOKS_LIKE_FENCE = /^(?:[-—–－―─‐‑]{2,}|[*_=]{3,})$/;

/** `标题：正文` makes YAML lose the line, or the whole block, without a word. */
function findFullWidthColons(lines: readonly string[], file: string, firstLine: number): Problem[] {
  return lines.flatMap((text, index) => {
    const match = /^\s*(?:- )?([\w\u4e00-\u9fff]{1,12})\s*：\s*(.*)$/.exec(text);
    if (!match || /^\s*[\w\u4e00-\u9fff]+\s*:\s/.test(text)) return [];
    if (index > 0 && isInsideText(lines, index)) return [];
    const [, key = '', value = ''] = match;
    return [problem('fullwidth-colon', { file, line: firstLine + index }, { key, value })];
  });
}

/** Whether a line continues a block scalar (`summary: |`) or a folded plain value above it. */
function isInsideText(lines: readonly string[], index: number): boolean {
  const indent = (line: string) => line.length - line.trimStart().length;
  if (indent(lines[index] ?? '') === 0) return false;
  for (let above = index - 1; above >= 0; above--) {
    const line = lines[above] ?? '';
    if (line.trim() !== '' && indent(line) < indent(lines[index] ?? '')) {
      return /:\s+\S/.test(line);
    }
  }
  return false;
}

function describeYamlError(
  code: string,
  line: string,
  place: { file: string; line: number },
): Problem {
  const [, key = '', value = ''] = /^\s*(?:- )?([^:：]+?)\s*:\s*(.*)$/.exec(line) ?? [];
  if (code === 'DUPLICATE_KEY') return problem('duplicate-key', place, { key });
  const advice = line.includes('\t')
    ? '行首的缩进请用空格，不要用 Tab 键。'
    : /^[*&!|>@%`[\]{},#]/.test(value) || value.includes(': ')
      ? `请给冒号后面的内容加上英文双引号，例如：${key}: "${value.replaceAll('"', '”')}"`
      : key === ''
        ? '每一项请写成“名称: 内容”，冒号用英文冒号，后面空一格。'
        : '请检查引号、括号是否成对，并给内容加上英文双引号。';
  return problem('bad-yaml', place, { line: line.trim() || '（空行）', advice });
}

/** `*ST国华`, `&公告` and `!重要` are an alias, an anchor and a tag to YAML, and swallow the word. */
function findYamlMarks(document: Document, readLine: ReadLine): Problem[] {
  const found: Problem[] = [];
  const report = (node: Node) => {
    const { text, place } = readLine(node.range?.[0] ?? 0);
    found.push(describeYamlError('MARK', text, place));
  };
  visit(document, {
    Alias: (_, node) => report(node),
    Value: (_, node) => {
      if (node.anchor !== undefined || (node.tag !== undefined && !CORE_TAG.test(node.tag))) {
        report(node);
      }
    },
  });
  return found;
}

const CORE_TAG = /^tag:yaml\.org,2002:(?:str|map|seq)$/;

/** A `#` after a space starts a YAML comment: `央行 #3号公告` would become `央行`. */
function findLostText(document: Document, readLine: ReadLine): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Pair(_, pair) {
      const { key, value } = pair;
      if (!isScalar(key) || !isScalar(value) || typeof value.comment !== 'string') return;
      if (!value.range || value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED') return;
      const name = String(key.value);
      const lost = value.comment.split('\n')[0] ?? '';
      // `date: 2026-03-15 # 备注` is a comment; `央行 #3号` and any title with # is text.
      if (lost.startsWith(' ') && !TEXT_KEYS.has(name)) return;
      const kept = typeof value.value === 'string' ? value.value : '';
      const whole = `${kept}${kept ? ' ' : ''}#${lost}`;
      const { place } = readLine(value.range[0]);
      found.push(problem('lost-after-hash', place, { key: name, lost, whole }));
    },
  });
  return found;
}

const TEXT_KEYS = new Set([
  'title',
  '标题',
  'summary',
  '摘要',
  'reason',
  '原因',
  'name',
  'caption',
]);

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
