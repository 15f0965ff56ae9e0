import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { normaliseLines } from '../../news/frontmatter.ts';
import { cleanLine } from '../source-text.ts';
import { Refusal } from './document.ts';

/**
 * Splits a post of Hexo or Hugo: YAML between `---` (Hexo also takes it without the first), TOML
 * between `+++`, JSON between `;;;` or as the file's first object.
 * @throws {Refusal} when the block cannot be read
 */
export function splitPost(text: string): { fields: FrontMatter; body: string } {
  const source = normaliseLines(text).replace(/^\s*\n/, '');
  for (const { pattern, parse } of BLOCKS) {
    const found = pattern.exec(source);
    if (!found) continue;
    const [whole, block = ''] = found;
    return { fields: new FrontMatter(readBlock(block, parse)), body: source.slice(whole.length) };
  }
  return { fields: new FrontMatter({}), body: source };
}

/** A settings file of a site, by its extension; {} for one that is empty. */
export function readSettings(text: string, extension: string): FrontMatter {
  const parse = extension === '.toml' ? readToml : extension === '.json' ? readJson : readYaml;
  return new FrontMatter(readBlock(normaliseLines(text), parse));
}

/** Fields of a block; asked for by any of their names in any case, and remembered as read. */
export class FrontMatter {
  readonly #data: ReadonlyMap<string, unknown>;
  readonly #read = new Set<string>();

  constructor(data: Readonly<Record<string, unknown>>) {
    this.#data = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]));
  }

  value(...names: string[]): unknown {
    for (const name of names) this.#read.add(name.toLowerCase());
    return names
      .map((name) => this.#data.get(name.toLowerCase()))
      .find((value) => value !== undefined && value !== null && value !== '');
  }

  /** One line; undefined for a list or map. */
  text(...names: string[]): string | undefined {
    const value = this.value(...names);
    return isScalar(value) ? cleanLine(toText(value)) || undefined : undefined;
  }

  /** Texts, of nested lists too; one alone is a list. */
  list(...names: string[]): string[] {
    const value = this.value(...names);
    const items = (Array.isArray(value) ? value.flat(3) : [value]).filter(isScalar);
    return [...new Set(items.map((item) => cleanLine(toText(item))).filter((item) => item !== ''))];
  }

  flag(...names: string[]): boolean | undefined {
    const text = this.text(...names);
    return text === undefined ? undefined : !/^(?:false|no|off|0)$/i.test(text);
  }

  /** A block inside. */
  inside(name: string): FrontMatter {
    const value = this.value(name);
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return new FrontMatter(isMap ? (value as Record<string, unknown>) : {});
  }

  entries(): [string, string][] {
    return [...this.#data].flatMap(([key, value]): [string, string][] =>
      isScalar(value) ? [[key, toText(value)]] : [],
    );
  }

  /** Names of the fields that say something and that nothing asked for. */
  unread(): string[] {
    return [...this.#data.keys()].filter(
      (key) => !this.#read.has(key) && this.#data.get(key) !== null && this.#data.get(key) !== '',
    );
  }
}

type Parse = (block: string) => unknown;

const readJson: Parse = (block) => JSON.parse(block);
const readToml: Parse = (block) => parseToml(block);
/** Scalars stay as written: dates keep their offset, `000001` its zeros. */
const readYaml: Parse = (block) => {
  const document = parseDocument(block, { schema: 'failsafe', uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS() ?? {};
};

const BLOCKS: readonly { pattern: RegExp; parse: Parse }[] = [
  { pattern: /^-{3,}[ \t]*\n([\s\S]*?)\n?-{3,}[ \t]*(?:\n|$)/, parse: readYaml },
  { pattern: /^\+{3}[ \t]*\n([\s\S]*?)\n?\+{3}[ \t]*(?:\n|$)/, parse: readToml },
  {
    pattern: /^;{3,}[ \t]*\n([\s\S]*?)\n;{3,}[ \t]*(?:\n|$)/,
    parse: (block) => readJson(`{${block}}`),
  },
  { pattern: /^(\{\n[\s\S]*?\n\})[ \t]*(?:\n|$)/, parse: readJson },
  { pattern: /^(\{[^\n]*\})[ \t]*(?:\n|$)/, parse: readJson },
  { pattern: /^((?:[\w-]+:.*\n|[ \t-].*\n)+)-{3,}[ \t]*(?:\n|$)/, parse: readYaml },
];

function readBlock(block: string, parse: Parse): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(block);
  } catch (cause) {
    const line = (cause as { line?: number; linePos?: [{ line: number }] }).linePos?.[0].line;
    const where = line ?? (cause as { line?: number }).line;
    throw new Refusal('bad-frontmatter', {
      reason: where === undefined ? '格式不对' : `第 ${where} 行（从信息块的第一行数起）格式不对`,
    });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new Refusal('bad-frontmatter', { reason: '里面没有“名称: 内容”' });
}

function isScalar(value: unknown): value is string | number | boolean | Date {
  return /^(?:string|number|boolean|bigint)$/.test(typeof value) || value instanceof Date;
}

/** A TOML date prints itself as it was written; a plain Date never comes. */
function toText(value: string | number | boolean | Date): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
