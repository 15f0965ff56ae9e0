import { createRequire } from 'node:module';
import { type Place, type Problem, problem } from '../news/problem.ts';

/**
 * Half-width marks in Chinese text, judged by autocorrect, and ellipses of another form than ……
 * (GB/T 15834—2011, 4.11). `masked` holds the same lines without code and addresses.
 */
export function findTypographyFaults(
  lines: readonly string[],
  masked: readonly string[],
  file: string,
  firstLine: number,
): Problem[] {
  return masked.flatMap((text, index) => {
    const place = { file, line: firstLine + index };
    const found = findEllipses(text).map(([column, written]) =>
      problem('wrong-ellipsis', { ...place, column }, { text: written }),
    );
    if (!HALF_WIDTH.test(text)) return found;
    const line = lines[index] ?? '';
    const better = correct(line);
    if (better === undefined || better === line) return found;
    const start = firstDifference(line, better);
    const from = Math.max(0, start - SHOWN);
    const about = {
      text: line.slice(from, start + SHOWN),
      better: better.slice(from, start + SHOWN),
    };
    return [...found, problem('half-width-mark', { ...place, column: start + 1 }, about)];
  });
}

/**
 * One article written with a space between 汉字 and Latin, and without in a few places, or the other
 * way round. Both are in use and no standard decides, so only the exception to an article's own
 * habit is told, at its first place.
 */
export function findUnevenSpacing(
  masked: readonly string[],
  file: string,
  firstLine: number,
): Problem[] {
  const spaced: Boundary[] = [];
  const joined: Boundary[] = [];
  for (const [index, text] of masked.entries()) {
    if (/^\s*\|/.test(text)) continue;
    for (const match of text.matchAll(BOUNDARY)) {
      const end = match.index + match[0].length;
      const boundary = {
        place: { file, line: firstLine + index, column: match.index + 1 },
        before: text.slice(Math.max(0, match.index - 3), match.index + 1),
        after: text.slice(end, end + 4),
      };
      (match[0].endsWith(' ') ? spaced : joined).push(boundary);
    }
  }
  const isSpaced = spaced.length > joined.length;
  const [odd, usual] = isSpaced ? [joined, spaced] : [spaced, joined];
  const [first] = odd;
  if (!first || odd.length * FEW > usual.length || usual.length < ENOUGH) return [];
  const [before, after] = [first.before.trimStart(), first.after.trimEnd()];
  const write = (isApart: boolean) => (isApart ? `${before} ${after}` : before + after);
  const about = {
    usual: isSpaced ? '空一格' : '不空格',
    odd: isSpaced ? '不空格' : '空一格',
    text: write(!isSpaced),
    better: write(isSpaced),
    count: String(odd.length),
  };
  return [problem('uneven-spacing', first.place, about)];
}

interface Boundary {
  place: Place;
  before: string;
  after: string;
}

/** The habit must stand out: at least this many boundaries, and this many times the exceptions. */
const ENOUGH = 30;
const FEW = 20;

/** Characters shown before and after a fault. */
const SHOWN = 8;

const BOUNDARY = /[\u4e00-\u9fff] ?(?=[A-Za-z\d])|[A-Za-z\d%] ?(?=[\u4e00-\u9fff])/g;

/** Where autocorrect may have something to say; it is not asked of other lines. */
const HALF_WIDTH =
  /[\u4e00-\u9fff][,;:!?.](?![\w/])|[\u4e00-\u9fff][,;:!?] ?[\u4e00-\u9fff]|[\w%)][,;!?] ?[\u4e00-\u9fff]/;

const ELLIPSIS =
  /(?<=[\u4e00-\u9fff“”‘’（）《》，。？！])(?:\.{3,}|。{2,}|(?<!…)…(?!…))|(?<![.\w…])(?:\.{3,}|(?<!…)…(?!…))(?=[\u4e00-\u9fff“”‘’])/g;

function findEllipses(text: string): [number, string][] {
  if (!/\.{3}|。。|…/.test(text)) return [];
  return [...text.matchAll(ELLIPSIS)].map((match) => [match.index + 1, match[0]]);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

interface AutoCorrect {
  formatFor(text: string, format: string): string;
  loadConfig(config: string): void;
}

let library: AutoCorrect | undefined;

/** undefined where the library has no build for this machine: nothing is said of marks there. */
function correct(line: string): string | undefined {
  try {
    library ??= loadLibrary();
    return library.formatFor(line, 'line.md');
  } catch {
    return undefined;
  }
}

/** Loaded when first needed: it takes longer than reading an article. */
function loadLibrary(): AutoCorrect {
  const require = createRequire(import.meta.url);
  const loaded: AutoCorrect = require('autocorrect-node');
  const off = [
    ...['space-word', 'space-punctuation', 'space-bracket', 'space-backticks', 'space-dash'],
    ...['space-dollar', 'no-space-fullwidth', 'no-space-fullwidth-quote'],
    ...['halfwidth-word', 'halfwidth-punctuation', 'spellcheck'],
  ];
  const rules = Object.fromEntries(off.map((rule) => [rule, 0]));
  loaded.loadConfig(JSON.stringify({ rules: { ...rules, fullwidth: 1 } }));
  return loaded;
}
