import { normaliseLines, splitSource } from '../news/frontmatter.ts';
import { repairColons } from '../news/yaml-traps.ts';
import { removeInvisibleCharacters } from './characters.ts';

/** A file as it should be, and what was mended, in Chinese; undefined when there is nothing to mend. */
export interface Fix {
  text: string;
  done: string[];
}

/**
 * Mends what has one right answer and no other meaning: GBK and UTF-16 become UTF-8, byte-order mark
 * and CRLF go, characters nobody sees go, full-width colons behind keys of the frontmatter become
 * `: `. Everything else stays as written, byte for byte.
 * @param decode text of bytes in whatever encoding they are; undefined when they are none
 */
export function fixSource(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array) => string | undefined,
): Fix | undefined {
  const written = decodeUtf8(bytes);
  const decoded = written ?? decode(bytes);
  if (decoded === undefined) return undefined;
  const steps: [string, (text: string) => string][] = [
    ['开头的 BOM 和 Windows 换行', normaliseLines],
    ['看不见的字符', removeInvisibleCharacters],
    ['信息块里的冒号', fixColons],
  ];
  const done = written === undefined ? ['编码改为 UTF-8'] : [];
  let text = decoded;
  for (const [name, step] of steps) {
    const mended = step(text);
    if (mended !== text) done.push(name);
    text = mended;
  }
  return done.length > 0 ? { text, done } : undefined;
}

function fixColons(text: string): string {
  const split = splitSource(text, '');
  if ('kind' in split) return text;
  const lines = text.split('\n');
  const first = split.frontmatterLine - 1;
  const head = lines.slice(first, split.bodyLine - 2);
  const { lines: repaired } = repairColons(head, '', 1);
  return lines.toSpliced(first, head.length, ...repaired).join('\n');
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
  const [old, now] = [before.split(/\r\n|\r|\n/), after.split('\n')];
  return old
    .flatMap((line, index) =>
      line === now[index]
        ? []
        : [`  ${index + 1} - ${line}`, `  ${index + 1} + ${now[index] ?? ''}`],
    )
    .join('\n');
}
