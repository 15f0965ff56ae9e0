import type { Credit } from './article.ts';
import { isNearRole, isRole, joinOutlet, splitGlued } from './credit-role.ts';
import { holdsAddress } from './outlet.ts';
import { isBody, isFullName } from './person-name.ts';

/** What was taken for one name although it looks like more than a name. */
export interface CreditDoubt {
  text: string;
  /** An address stands in it, several names, or a role that could not be told from the name. */
  reason: 'address' | 'names' | 'role';
}

/**
 * The people that an author named in one line, with the role before them, behind them or in brackets:
 * `记者周砚 林知夏`, `新华社记者 周砚 编辑 沈棠`, `周砚（记者）、林知夏（编译）`. Nobody is invented: without a
 * role only marks part names, strokes only full names; what cannot be told apart stays as written.
 * @param role of all of them, as written by itself; it outranks one in the line
 */
export function splitCredit({ name, role }: { name: string; role?: string | undefined }): {
  credits: Credit[];
  doubts: CreditDoubt[];
} {
  const parts = name
    .replace(TEXT_AND_PICTURE, '$1$2')
    .split(/[，、,；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const readings: Reading[] = [];
  for (const part of parts) readings.push(readPart(part, readings.at(-1)?.ahead));
  // Of `周砚、林知夏（记者）` nobody knows whether both are meant.
  const isUnclear = readings.some(({ place }) => place === 'none');
  const settled = readings.map((reading, index) =>
    isUnclear && reading.place === 'behind' ? keep(parts[index] ?? '', undefined, 'role') : reading,
  );
  return {
    credits: settled.flatMap(({ credits }) => credits.map((one) => toCredit(one, role))),
    doubts: settled.flatMap(({ doubt }) => doubt ?? []),
  };
}

interface Reading {
  credits: Credit[];
  /** Where the role stands. */
  place: 'ahead' | 'behind' | 'none';
  /** The role before the names: it goes on behind the next mark. */
  ahead?: string | undefined;
  doubt?: CreditDoubt;
}

/** `文/图` is one role. */
const TEXT_AND_PICTURE = /^(文|图)\s*[／/、|｜＋+]\s*(?!\1)([文图])(?=[\s：:／/|｜]|$)/;

function toCredit({ name, role }: Credit, own: string | undefined): Credit {
  const shown = own ?? (role === undefined || MEANS_AUTHOR.test(role) ? undefined : role);
  return shown === undefined ? { name } : { name, role: shown };
}

const MEANS_AUTHOR = /^(?:文|作者|撰文|撰稿)$/;

function readPart(written: string, ahead: string | undefined): Reading {
  if (holdsAddress(written)) return keep(written, ahead, 'address');
  const part = written.replace(ROLE_IN_FRONT, (all, role) => (isRole(role) ? `${role} ` : all));
  const [, before = '', within = ''] = ROLE_BEHIND.exec(part) ?? [];
  if (isRole(within) && isOneName(before)) {
    return { credits: [{ name: before, role: within }], place: 'behind', ahead };
  }
  const words = joinOutlet(part.split(SEPARATOR).flatMap(splitGlued));
  const behind = /[／/|｜]/.test(part) || !words.some(isShort) ? readRolesBehind(words) : undefined;
  if (behind) return { credits: behind, place: 'behind', ahead };
  const groups = readRolesAhead(words, ahead);
  if (groups) return { credits: groups, place: 'ahead', ahead: groups.at(-1)?.role };
  const listed = part.split(/\s*[／/|｜]\s*/);
  if (listed.length > 1 && listed.every(isFullName)) {
    return { credits: listed.map((name) => ({ name })), place: 'none' };
  }
  const [, role = '', space, rest = ''] = ROLE_AND_REST.exec(part) ?? [];
  const isOpen = isRole(role) && !(isShort(role) && space !== undefined) && !/[：:]/.test(rest);
  return isOpen
    ? keep(rest, role, doubtOf(rest.split(SEPARATOR)))
    : keep(written, ahead, doubtOf(words));
}

const SEPARATOR = /[\s：:／/|｜]+/;
const ROLE_IN_FRONT = /^[（(【［[]([^（(【［[]+)[）)】］\]]\s*(?=\S)/;
const ROLE_BEHIND = /^([^（(【［[]+?)\s*[（(【［[]\s*([^（(【［[]+?)\s*[）)】］\]]$/;
const ROLE_AND_REST = /^([^\s：:／/|｜]+)(?:\s*[：:／/|｜]\s*|(\s+))(\S.*)$/s;

function keep(name: string, role?: string, reason?: CreditDoubt['reason']): Reading {
  return {
    credits: [role === undefined ? { name } : { name, role }],
    place: role === undefined ? 'none' : 'ahead',
    ahead: role,
    ...(reason === undefined ? {} : { doubt: { text: name, reason } }),
  };
}

/** 文 and 图 are surnames and parts of names too. */
function isShort(word: string): boolean {
  return word.length === 1;
}

/** A name as it may stand before a role in brackets: of spaces only those between Latin letters. */
function isOneName(text: string): boolean {
  const words = text.split(SEPARATOR);
  const isPlain = words.length === 1 || !/\p{Script=Han}/u.test(text);
  return isPlain && !isBody(text) && !words.some(isRole) && splitGlued(text).length === 1;
}

/** `周砚 记者`, `周砚/文 林知夏/图`: each name with its role behind it. */
function readRolesBehind(words: readonly string[]): Credit[] | undefined {
  const isPaired = words.every((word, at) => (at % 2 === 0 ? isFullName(word) : isRole(word)));
  if (!isPaired || words.length % 2 !== 0) return undefined;
  return words.flatMap((role, at) => (at % 2 === 0 ? [] : [{ name: words[at - 1] ?? '', role }]));
}

/** `记者 周砚 林知夏 编辑 沈棠`: each role before its names; the first may stand before the mark. */
function readRolesAhead(words: readonly string[], ahead: string | undefined): Credit[] | undefined {
  const credits: Credit[] = [];
  let role = ahead;
  let isNamed = true;
  for (const word of words) {
    if (isNamed && isRole(word)) {
      role = word;
      isNamed = false;
    } else if (role !== undefined && isFullName(word)) {
      credits.push({ name: word, role });
      isNamed = true;
    } else return undefined;
  }
  return isNamed ? credits : undefined;
}

function doubtOf(words: readonly string[]): CreditDoubt['reason'] | undefined {
  if (words.length === 1) return isNearRole(words[0] ?? '') ? 'role' : undefined;
  if (words.some((word) => isNearRole(word) || (isRole(word) && !isShort(word)))) return 'role';
  const isHan = words.every((word) => /^\p{Script=Han}+$/u.test(word));
  return isHan && words.some(isFullName) ? 'names' : undefined;
}
