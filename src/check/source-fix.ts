import { findCodeFence } from '../news/code-fence.ts';
import { articleFields, canonicalKey } from '../news/fields.ts';
import { normaliseLines, parseYamlBlock, splitSource } from '../news/frontmatter.ts';
import { repairLines } from '../news/yaml-lines.ts';
import { removeInvisibleCharacters } from './characters.ts';
import { repairValues } from './frontmatter-fix.ts';
import { fixValues } from './value-fix.ts';

/** A file as it should be, and what was mended, in Chinese; undefined when there is nothing to mend. */
export interface Fix {
  text: string;
  done: string[];
}

/** The one step that changes nothing an author sees. */
export const LINE_ENDS = '开头的 BOM 和 Windows 换行';

/**
 * Mends what has one right answer and no other meaning: GBK and UTF-16 become UTF-8, byte-order mark
 * and CRLF go, characters nobody sees go, a code block around the source goes; in the frontmatter,
 * fences become `---`, tabs spaces, stars around keys go, full-width colons become `: `, values that
 * YAML misreads get quotes, lists their brackets and commas, and dates one form.
 * Everything else stays as written, byte for byte.
 * @param decode text of bytes in whatever encoding they are; undefined when they are none
 */
export function fixSource(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string | undefined,
): Fix | undefined {
  const written = decodeUtf8(bytes);
  const decoded = written ?? decode(bytes);
  if (decoded === undefined) return undefined;
  const done = new Set(written === undefined ? ['编码改为 UTF-8'] : []);
  let text = decoded;
  // A mended line can show what is wrong with the next.
  for (let before: string | undefined; before !== text; ) {
    before = text;
    for (const [name, step] of STEPS) {
      const mended = step(text);
      if (mended !== text) done.add(name);
      text = mended;
    }
  }
  return done.size > 0 ? { text, done: [...done] } : undefined;
}

const STEPS: readonly [name: string, step: (text: string) => string][] = [
  [LINE_ENDS, normaliseLines],
  ['看不见的字符', removeInvisibleCharacters],
  ['稿件外面的代码块', leaveCodeFence],
  ['信息块的分隔线', fixFences],
  ['信息块里的名称、冒号和缩进', inFrontmatter(fixKeys)],
  ['信息块里的引号', inFrontmatter(fixQuotes)],
  ['信息块里的括号和逗号', inFrontmatter((yaml) => fixValues(yaml, 'brackets'))],
  ['日期的写法', inFrontmatter((yaml) => fixValues(yaml, 'dates'))],
];

/** Empties the lines of a code block around the source: an empty line moves no other. */
function leaveCodeFence(text: string): string {
  const lines = text.split('\n');
  const { start, end } = findCodeFence(lines) ?? {};
  if (start === undefined || end === undefined) return text;
  return lines.with(start, '').with(end, '').join('\n');
}

/** `———` where `---` is meant, when a block of the frontmatter's keys stands between the two. */
function fixFences(text: string): string {
  const lines = text.split('\n');
  for (let count = 0; count < 2; count++) {
    const split = splitSource(lines.join('\n'), '');
    if (!('kind' in split)) return isFrontmatter(split.frontmatter) ? lines.join('\n') : text;
    if (split.kind !== 'wrong-fence' || split.line === undefined) return text;
    lines[split.line - 1] = '---';
  }
  const split = splitSource(lines.join('\n'), '');
  return 'kind' in split || !isFrontmatter(split.frontmatter) ? text : lines.join('\n');
}

function isFrontmatter(yaml: string): boolean {
  const { block } = parseYamlBlock(fixQuotes(fixKeys(yaml)), '');
  const keys = Object.keys(block.data as object).map((key) => canonicalKey(key, articleFields));
  return keys.includes('title');
}

function inFrontmatter(step: (yaml: string) => string): (text: string) => string {
  return (text) => {
    const split = splitSource(text, '');
    if ('kind' in split) return text;
    const lines = text.split('\n');
    const first = split.frontmatterLine - 1;
    const count = split.bodyLine - 2 - first;
    return lines.toSpliced(first, count, ...step(split.frontmatter).split('\n')).join('\n');
  };
}

function fixKeys(yaml: string): string {
  return repairLines(yaml.split('\n'), '', 1).lines.join('\n');
}

function fixQuotes(yaml: string): string {
  return fixValues(repairValues(yaml.split('\n')).join('\n'), 'quotes');
}

/** With its byte-order mark, so that its going is told. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Lines that differ, `-` before and `+` after, each with its number. */
export function formatDiff(before: string, after: string): string {
  const [old, now] = [before.split(/\r\n|[\r\n\u2028\u2029\u0085]/), after.split('\n')];
  return old
    .flatMap((line, index) =>
      line === now[index]
        ? []
        : [`  ${index + 1} - ${line}`, `  ${index + 1} + ${now[index] ?? ''}`],
    )
    .join('\n');
}
