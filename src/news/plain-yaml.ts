/** The plain cases of YAML, which nearly all frontmatter is, without a tree of it. */

/** Plain data, every scalar a string, and the index of the line on which each key of it stands. */
export interface PlainBlock {
  data: Readonly<Record<string, unknown>>;
  lines: ReadonlyMap<string, number>;
}

/**
 * Reads lines of the forms `key: text`, `key: "text"`, `key: [a, b]`, `key: { a: b, c: d }` and
 * `key: [{ a: b }]`, as YAML does (1.2.2, failsafe schema): reading an archive's frontmatter so takes
 * a tenth of the time. undefined where a line is of another form, or one of the marks in it could mean
 * something else to YAML.
 */
export function readPlainYaml(lines: readonly string[]): PlainBlock | undefined {
  const data: Record<string, unknown> = {};
  const found = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const [, key, text = ''] = LINE.exec(line) ?? [];
    const value = key === undefined ? undefined : readValue(text);
    if (key === undefined || value === undefined || found.has(key)) return undefined;
    data[key] = value;
    found.set(key, index);
  }
  return found.size > 0 ? { data, lines: found } : undefined;
}

/** No key of digits, which JavaScript would move to the front; none that it has a meaning for. */
const LINE = /^([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff]{0,31}): +([^ \t].*)$/;

/** Begins with no indicator (5.3); no `: ` and no ` #` in it, no control character, no space at its end. */
const TEXT =
  /^(?![\s?:,[\]{}#&*!|>'"%@`-])(?:[^\s#:\p{C}]|:(?=[^\s\p{C}])|[ \u3000](?=[^\s#\p{C}]))+$/u;

/** The same inside brackets, where commas and brackets mean something too. */
const WORD =
  /^(?![\s?:#&*!|>'"%@`-])(?:[^\s#:,[\]{}"'\p{C}]|:(?=[^\s,[\]{}"'\p{C}])|[ \u3000](?=[^\s#:,[\]{}"'\p{C}]))+$/u;

const QUOTED = /^"([^"\\\t\p{C}]*)"$/u;

function readValue(text: string): unknown {
  if (TEXT.test(text)) return text;
  if (text.startsWith('[')) return readList(text);
  return text.startsWith('{') ? readMap(text) : readQuoted(text);
}

function readList(text: string): unknown[] | undefined {
  const inner = /^\[(.*)\]$/.exec(text)?.[1] ?? '';
  return inner.startsWith('{')
    ? readAll(inner.split(/(?<=\}), /), readMap)
    : readAll(inner.split(/, ?/), readWord);
}

function readMap(text: string): Record<string, string> | undefined {
  const inner = /^\{ (.*) \}$/.exec(text)?.[1] ?? '';
  const pairs = readAll(inner.split(', '), readPair);
  if (!pairs) return undefined;
  const data = Object.fromEntries(pairs);
  // A key twice is for YAML to tell.
  return Object.keys(data).length === pairs.length ? data : undefined;
}

function readPair(text: string): [string, string] | undefined {
  const [, key, value = ''] = LINE.exec(text) ?? [];
  const word = readWord(value);
  return key !== undefined && word !== undefined ? [key, word] : undefined;
}

function readWord(text: string): string | undefined {
  return WORD.test(text) ? text : readQuoted(text);
}

function readQuoted(text: string): string | undefined {
  return QUOTED.exec(text)?.[1];
}

/** What `read` gives of all; undefined if it gives nothing of one. */
function readAll<T>(
  texts: readonly string[],
  read: (text: string) => T | undefined,
): T[] | undefined {
  const values: T[] = [];
  for (const text of texts) {
    const value = read(text);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}
