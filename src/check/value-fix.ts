import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parse,
  parseDocument,
  type Scalar,
} from 'yaml';
import { articleFields, canonicalKey, type Field } from '../news/fields.ts';
import { parseYamlBlock } from '../news/frontmatter.ts';
import { splitList } from '../news/frontmatter-schema.ts';
import { readWrittenDate } from '../news/written-date.ts';
import { yamlList, yamlMap } from '../news/yaml-text.ts';
import { quoteValue } from '../news/yaml-traps.ts';

/** What a value of the frontmatter is mended in; reports name it. */
export type ValueFault = 'quotes' | 'brackets' | 'dates';

/**
 * YAML text of a frontmatter, free of errors, with its values in the one form that every reader of
 * YAML takes as it was meant: dates as `2026-03-15 09:30`, lists and maps in half-width brackets and
 * commas, text that would be a number or nothing elsewhere (`000001`, `1e3`, `~`) in quotes.
 */
export function fixValues(yaml: string, fault: ValueFault): string {
  if (!parseYamlBlock(yaml, '').isComplete) return yaml;
  const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'error' });
  const edits = findEdits(document.contents, articleFields, yaml).filter(
    (edit) => edit.fault === fault,
  );
  const fixed = edits.reduceRight(
    (text, { start, end, written }) => text.slice(0, start) + written + text.slice(end),
    yaml,
  );
  return parseYamlBlock(fixed, '').isComplete ? fixed : yaml;
}

/** Whether a field of the first level is a list of short texts. */
export function isListKey(name: string): boolean {
  return LIST_KEYS.has(name);
}

/**
 * `｛名称：新华社，网址：…｝` with the marks YAML knows; undefined when its parts are not all of
 * `fields`, or in quotes, which may hold any mark.
 */
export function repairMap(
  written: string,
  fields: Readonly<Record<string, Field>>,
): string | undefined {
  const [, inner] = /^[{｛](.*)[}｝]$/.exec(written) ?? [];
  if (inner === undefined || /["'{}｛｝[\]#]/.test(inner)) return undefined;
  const keys = Object.entries(fields).flatMap(([name, { alias }]) => [name, alias]);
  const key = `(?:${keys.join('|')})\\s*[:：]`;
  const parts = inner.split(new RegExp(`[,，]\\s*(?=${key})`));
  const pairs = parts.map((part) => {
    const [, name = '', value = ''] =
      new RegExp(`^\\s*(${keys.join('|')})\\s*[:：](.*)$`).exec(part) ?? [];
    return [name, value.trim()] as const;
  });
  const isWhole = pairs.every(([name, value]) => name !== '' && value !== '');
  const isOnce = new Set(pairs.map(([name]) => canonicalKey(name, fields))).size === pairs.length;
  return isWhole && isOnce ? yamlMap(Object.fromEntries(pairs)) : undefined;
}

interface Edit {
  fault: ValueFault;
  start: number;
  end: number;
  written: string;
}

const LIST_KEYS: ReadonlySet<string> = new Set(['tags', 'topics', 'codes', 'related', 'aliases']);
const DATE_KEYS: ReadonlySet<string> = new Set(['date', 'updated', 'expires']);
/** `[图解]` is their text, not a list. */
const TEXT_KEYS: ReadonlySet<string> = new Set(['title', 'summary']);
const CHOICE_KEYS: ReadonlySet<string> = new Set(['draft', 'pinned', 'ai', 'kind']);

function findEdits(
  contents: Node | null,
  fields: Readonly<Record<string, Field>>,
  yaml: string,
): Edit[] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const name = canonicalKey(String(key.value), fields);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const node = value as Node | null;
    return field && node?.range ? findEditsOf(node, name, field, yaml) : [];
  });
}

function findEditsOf(node: Node, name: string, field: Field, yaml: string): Edit[] {
  const [start = 0, until = 0] = node.range ?? [];
  const source = yaml.slice(start, until).trimEnd();
  const end = start + source.length;
  const isOneLine = !source.includes('\n') && source !== '';
  const edit = (fault: ValueFault, written: string | undefined): Edit[] =>
    written === undefined || written === source ? [] : [{ fault, start, end, written }];
  if (TEXT_KEYS.has(name) && isCollection(node)) {
    const line = restOfLine(yaml, start);
    const written = line === undefined ? undefined : quoteValue(line);
    return written === undefined
      ? []
      : [{ fault: 'quotes', start, end: start + (line?.length ?? 0), written }];
  }
  // `消保，金融 #利率`: what stands behind the `#` may be meant.
  if (/^\S/.test(node.comment ?? '')) return [];
  if (isListKey(name)) {
    const list = isOneLine ? fixList(node) : undefined;
    if (list !== undefined) return edit('brackets', list);
  }
  if (isOneLine && field.keys) {
    const mended = fixMap(node, source, field.keys) ?? fixNames(node);
    if (mended !== undefined) return edit('brackets', mended);
  }
  if (isScalar(node)) {
    if (!isOneLine || node.type?.startsWith('BLOCK')) return [];
    if (DATE_KEYS.has(name)) return edit('dates', fixDate(node));
    return CHOICE_KEYS.has(name) ? [] : edit('quotes', fixMisread(node));
  }
  if (isSeq(node)) {
    return node.items.flatMap((item) => findEditsOf(item as Node, name, field, yaml));
  }
  if (field.keys) return findEdits(node, field.keys, yaml);
  return [];
}

/** What stands on a line behind its key; undefined inside a map in braces. */
function restOfLine(yaml: string, start: number): string | undefined {
  const before = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start);
  const [line = ''] = yaml.slice(start).split('\n', 1);
  return /^\s*[\w\u4e00-\u9fff]+\s*:\s*$/.test(before) ? line.trimEnd() : undefined;
}

/** `[消保，金融]`, `【消保，金融】` and `消保、金融`, as the schema reads them. */
function fixList(node: Node): string | undefined {
  if (isScalar(node)) {
    const text = String(node.value);
    return /[，、【】［］]/.test(text) ? yamlList(splitList(text)) : undefined;
  }
  if (!isSeq(node)) return undefined;
  const items = node.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
  if (!items.every((item) => item !== undefined)) return undefined;
  return items.some((item) => /[，、]/.test(item)) ? yamlList(splitList(items)) : undefined;
}

/** A map that YAML takes for one text, or for one key without a value. */
function fixMap(
  node: Node,
  source: string,
  keys: Readonly<Record<string, Field>>,
): string | undefined {
  const isMeant = isMap(node) || (isScalar(node) && /^｛.*｝$/.test(source));
  const repaired = isMeant ? repairMap(source, keys) : undefined;
  if (repaired === undefined) return undefined;
  const [before, after] = [source, repaired].map((one) =>
    JSON.stringify(parse(one, { schema: 'failsafe', uniqueKeys: false, logLevel: 'error' })),
  );
  return before === after ? undefined : repaired;
}

/** `作者: 【周砚，林知夏】` */
function fixNames(node: Node): string | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN') return undefined;
  const [, inner] = /^[【［]([^【】［］]+)[】］]$/.exec(String(node.value)) ?? [];
  return inner === undefined ? undefined : yamlList(splitList(inner));
}

/** A date with an offset means the same to everyone and stays. */
function fixDate({ value }: Scalar): string | undefined {
  const written = String(value).replace(/^[“”‘’](.*)[“”‘’]$/, '$1');
  if (written === value && /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}(?::\d{2})?)?$/.test(written))
    return undefined;
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(written)) return undefined;
  return readWrittenDate(written);
}

/** Text that YAML's core schema or its version 1.1 would give back as other text. */
function fixMisread({ value, type }: Scalar): string | undefined {
  const text = String(value);
  if (type !== 'PLAIN' || !/^[-+.~\d]|^(?:y|n|yes|no|on|off|null)$/i.test(text)) return undefined;
  const isSame = (['1.2', '1.1'] as const).every((version) => {
    const read: unknown = parse(text, { version });
    return String(read) === text;
  });
  return isSame ? undefined : quoteValue(text);
}
