import { readFileSync } from 'node:fs';
import path from 'node:path';
import { declaredEncoding, decodeText } from '../../archive/text-encoding.ts';
import { proposeSlug } from '../../news/proposed-slug.ts';
import { toSlug } from '../../news/source-path.ts';
import { type FindingKind, finding } from '../finding.ts';
import type { Item, SourceReading } from '../item.ts';
import type { Notes } from '../notes.ts';

/** A source that cannot be taken, by its finding: one never stops the others. */
export class Refusal extends Error {
  readonly kind: FindingKind;
  readonly about: Record<string, string>;

  constructor(kind: FindingKind, about: Record<string, string> = {}) {
    super(kind);
    this.kind = kind;
    this.about = about;
  }
}

/** Reads one file of one article; what cannot be read becomes a finding. */
export async function readDocument(
  file: string,
  read: () => Promise<{ item: Item; notes: Notes }>,
): Promise<SourceReading> {
  try {
    return { place: { file }, findings: [], unknown: [], ...(await read()) };
  } catch (cause) {
    return refuse(file, cause);
  }
}

/** The reading of a file that cannot be taken. */
export function refuse(file: string, cause: unknown): SourceReading {
  const { kind, about } = cause instanceof Refusal ? cause : explain(cause);
  return { place: { file }, findings: [finding(kind, { file }, about)], unknown: [] };
}

/**
 * The text of a file, whatever its encoding.
 * @throws {Refusal} for bytes that are no text
 */
export function readTextFile(file: string): string {
  const bytes = readFileSync(file);
  const text = decodeText(bytes, declaredEncoding(bytes));
  if (text !== undefined && !text.includes('\0')) return text;
  throw new Refusal('unreadable-source', {
    reason: '文件不是文字，或者编码认不出来。',
    advice: '请检查文件；能打开的话，另存为 UTF-8 再导入。',
  });
}

/** File name for an article whose source gives none: its title in pinyin, else the source's name. */
export function nameOf(title: string, file: string): string {
  return proposeSlug(title) || toSlug(path.parse(file).name) || 'article';
}

/** A parser's own words are for engineers; the reason an operator can act on is the file itself. */
function explain(cause: unknown): Refusal {
  const code = (cause as NodeJS.ErrnoException).code;
  const reason =
    code === 'EACCES' || code === 'EPERM' ? '没有读取权限。' : '文件坏了，或者不是这种格式。';
  const advice = '请用编辑它的程序打开看看，另存一份再导入。';
  return new Refusal('unreadable-source', { reason, advice });
}
