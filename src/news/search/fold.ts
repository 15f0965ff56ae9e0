/** Folding: what makes two spellings the same to search. Index and query go through it alike. */

/** Traditional 汉字 → Simplified, one for one; read from OpenCC by `traditional-table.ts`. */
export type TraditionalTable = ReadonlyMap<string, string>;

/** A folded text that remembers where each character came from. */
export interface Folded {
  /** Folded characters, one code point each; white space and invisible characters are gone. */
  chars: string[];
  /** UTF-16 offsets in the original: character `i` came from `[starts[i], ends[i])`. */
  starts: number[];
  ends: number[];
}

/**
 * Folds a text: Traditional to Simplified, full-width to half-width and other compatibility forms
 * (Unicode NFKC), case; white space, zero-width and control characters are dropped, so that
 * `增长 5.2%` and `增长5.2%` are one. Characters of several code points are folded as one: all that
 * `…` becomes points to `…`.
 */
export function foldText(text: string, traditional: TraditionalTable): Folded {
  const folded: Folded = { chars: [], starts: [], ends: [] };
  let start = 0;
  while (start < text.length) {
    const code = text.charCodeAt(start);
    const next = text.charCodeAt(start + 1);
    let end = start + 1;
    if (isPlainHan(code) && !isJoining(next)) {
      push(folded, toSimplified(text[start] as string, traditional), start, end);
    } else {
      end = endOfCluster(text, start);
      for (const char of compatible(text.slice(start, end))) {
        push(folded, toSimplified(char, traditional), start, end);
      }
    }
    start = end;
  }
  return folded;
}

/**
 * Whether folding needs the table: most readers of a Simplified site never do, so the browser
 * fetches it only then. Characters of GB 2312 are Simplified as they stand.
 */
export function needsTable(text: string): boolean {
  return [...text.normalize('NFKC')].some((char) => HAN.test(char) && !isInGb2312(char));
}

/** Whether GB/T 2312-1980 has this 汉字. */
export function isInGb2312(char: string): boolean {
  gb2312 ??= readGb2312();
  return gb2312.has(char);
}

/**
 * Forms that GB 2312 has as characters of their own, folded without the table: Traditional ones
 * (OpenCC's TSCharacters), and 帐, which half the world writes for 账 in 帐户 and 帐单.
 */
export const SHARED_FORMS: TraditionalTable = new Map(
  ['乾干', '夥伙', '後后', '徵征', '摺折', '於于', '菸烟', '帐账', '著着', '麴曲', '麽么'].map(
    (pair): [string, string] => [pair.charAt(0), pair.charAt(1)],
  ),
);

const HAN = /\p{Script=Han}/u;
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/uy;

let gb2312: Set<string> | undefined;

function toSimplified(char: string, traditional: TraditionalTable): string {
  const simplified = traditional.get(char) ?? char;
  return SHARED_FORMS.get(simplified) ?? simplified;
}

function push(folded: Folded, char: string, start: number, end: number): void {
  folded.chars.push(char);
  folded.starts.push(start);
  folded.ends.push(end);
}

/** The great majority: no need to look it up in Unicode's tables. */
function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether the character may join the one before: anything that could be a mark or a selector. */
function isJoining(code: number): boolean {
  return (code >= 0x300 && code < 0x2000) || (code >= 0x302a && code < 0x309b) || code >= 0xd800;
}

function endOfCluster(text: string, start: number): number {
  CLUSTER.lastIndex = start;
  return CLUSTER.test(text) ? CLUSTER.lastIndex : start + 1;
}

function compatible(cluster: string): string[] {
  return [...cluster.normalize('NFKC').toLowerCase()].filter((char) => !INVISIBLE.test(char));
}

/** Rows 16–87 of GB 2312, read out of the decoder that every browser has. */
function readGb2312(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)));
}
