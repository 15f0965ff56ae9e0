import { articleFields, canonicalKey, type Field } from '../news/fields.ts';
import { parseYamlBlock } from '../news/frontmatter.ts';
import { splitList } from '../news/frontmatter-schema.ts';
import { yamlList } from '../news/yaml-text.ts';
import { quoteValue } from '../news/yaml-traps.ts';
import { isListKey, repairMap } from './value-fix.ts';

/**
 * Lines of a frontmatter with quotes around the values that YAML cannot read without them, or would
 * cut at a `#`, and with the brackets of lists and maps closed. A repair stays only when the line's
 * fault is gone with it.
 */
export function repairValues(lines: readonly string[]): string[] {
  let current = [...lines];
  let faults = findFaults(current);
  const tried = new Set<number>();
  for (let repairs = 0; repairs <= lines.length; ) {
    const at = faults.find((index) => !tried.has(index));
    if (at === undefined) break;
    tried.add(at);
    const repaired = isContinued(current, at) ? undefined : repairLine(current[at] ?? '');
    if (repaired === undefined || repaired === current[at]) continue;
    const trial = current.with(at, repaired);
    const left = findFaults(trial);
    if (left.includes(at)) continue;
    current = trial;
    faults = left;
    // What could not be mended may have been a part of this fault.
    tried.clear();
    repairs++;
  }
  return current;
}

/** Indexes of lines that YAML cannot read or loses a part of. */
function findFaults(lines: readonly string[]): number[] {
  const { problems } = parseYamlBlock(lines.join('\n'), '', 0);
  return problems.flatMap(({ kind, line }) =>
    line !== undefined && (kind === 'bad-yaml' || kind === 'lost-after-hash') ? [line] : [],
  );
}

/** A value that goes on below is not one of a line. */
function isContinued(lines: readonly string[], at: number): boolean {
  const [line = '', next = ''] = lines.slice(at, at + 2);
  return next.trim() !== '' && indentOf(next) > indentOf(line.replace(/^(\s*)- /, '$1  '));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function repairLine(line: string): string | undefined {
  const [, start = '', key = '', gap = '', written = ''] = KEY_AND_VALUE.exec(line) ?? [];
  const field = findField(key, start !== '');
  const value = written.trim();
  if (!field || value === '') return undefined;
  const repaired = repairValue(value, canonicalName(key), field);
  return repaired === undefined ? undefined : `${start}${key}${gap}${repaired}`;
}

function repairValue(value: string, name: string, field: Field): string | undefined {
  if (isListKey(name)) return repairList(value);
  const { keys } = field;
  if (!keys) return quoteValue(value);
  if (/^[{｛]/.test(value)) return repairMap(value, keys);
  if (!value.startsWith('[')) return quoteValue(value);
  return value.replace(/[{｛][^{}｛｝]*[}｝]/g, (map) => repairMap(map, keys) ?? map);
}

/** `[甲, 乙`, `[甲, 乙 #丙]` and `*a`; what is quoted in a list is left to its author. */
function repairList(value: string): string | undefined {
  if (/["'{}]|(?:^|\s)#(?:\s|$)|^#/.test(value)) return undefined;
  const [, inner] = /^[[【［]([^[\]【】［］]*)[\]】］]?$/.exec(value) ?? [];
  return inner === undefined ? quoteValue(value) : yamlList(splitList(inner));
}

const KEY_AND_VALUE = /^(\s*(?:- +)?)([\w\u4e00-\u9fff]{1,12})(\s*:\s+)(.*)$/;

/** Below the first level a key is looked for in all maps: the line alone does not tell which. */
function findField(key: string, isInner: boolean): Field | undefined {
  const levels: Readonly<Record<string, Field>>[] = isInner
    ? Object.values<Field>(articleFields).flatMap(({ keys }) => (keys ? [keys] : []))
    : [articleFields];
  const level = levels.find((fields) => Object.hasOwn(fields, canonicalKey(key, fields)));
  return level?.[canonicalKey(key, level)];
}

function canonicalName(key: string): string {
  return canonicalKey(key, articleFields);
}
