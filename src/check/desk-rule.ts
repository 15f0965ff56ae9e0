import { z } from 'zod';
import { parseYamlBlock } from '../news/frontmatter.ts';
import { type Problem, problem } from '../news/problem.ts';

/** A rule of the finance desk, from `content/rules/*.yaml`. */
export type DeskRule = z.output<typeof ruleSchema>;

const words = z.array(z.string().trim().min(1));

const ruleSchema = z.strictObject({
  /** Names the rule in an excuse. */
  id: z.string().regex(/^[\w-]+$/),
  /** Says in a few words what is wrong. */
  name: z.string(),
  /** What to do, a sentence. */
  advice: z.string(),
  /** Law and article. */
  basis: z.string(),
  /** `推广`: promotions only, with errors. Otherwise news too, with warnings. */
  in: z.enum(['推广', '全部']).default('全部'),
  /** Any of these is a finding. */
  words: words.min(1),
  /** Only in an article that also has one of these. */
  with: words.default([]),
  /** Not in an article that has one of these: for a notice that is missing. */
  without: words.default([]),
  /** Longer phrases in which a word is right: 不保本. */
  except: words.default([]),
  /** A sentence with one of these speaks about the word: 禁止, 不得, 警惕. Not asked in promotions. */
  about: words.default([]),
  /** Not where the frontmatter declares the use of AI. */
  unless_ai: z.enum(['true', 'false']).default('false'),
});

/** What a newsroom looks for beyond what is wrong anywhere. */
export interface HouseRules {
  rules: DeskRule[];
  /** Whether an article's own habit of spaces between 汉字 and Latin is held to. */
  hasEvenSpacing: boolean;
}

/** `- check: uneven-spacing` turns on a check that is off by default. */
const switchSchema = z.strictObject({ check: z.literal('uneven-spacing') });

/** Reads rule files; what is wrong with one costs only that file's rules. */
export function readHouseRules(sources: ReadonlyMap<string, string>): HouseRules & {
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const rules: DeskRule[] = [];
  let hasEvenSpacing = false;
  for (const [file, source] of sources) {
    const { block, problems: unread, isComplete } = parseYamlBlock(source, file);
    problems.push(...unread);
    if (!isComplete) continue;
    const faults: z.core.$ZodIssue[] = [];
    const found: DeskRule[] = [];
    for (const [index, item] of [block.data].flat().entries()) {
      if (switchSchema.safeParse(item).success) {
        hasEvenSpacing = true;
        continue;
      }
      const { data, error } = ruleSchema.safeParse(item);
      if (data) found.push(data);
      const issues = error?.issues ?? [];
      faults.push(...issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })));
    }
    if (faults.length === 0) rules.push(...found);
    else problems.push(...faults.map((issue) => describe(issue, file, block.lineOf)));
  }
  return { rules, hasEvenSpacing, problems };
}

function describe(
  issue: z.core.$ZodIssue,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Problem {
  const key = String(issue.path.at(-1) ?? '规则');
  const example =
    '- { id: baoben, name: 承诺收益, words: [保本], advice: 请删去, basis: 《广告法》第二十五条 }';
  const reason =
    issue.code === 'unrecognized_keys' ? `没有 ${issue.keys.join('、')} 这一项` : '缺少或不合格式';
  return problem('bad-value', { file, line: lineOf(issue.path) }, { key, reason, example });
}

/** What the rules are asked about. */
export interface RuledText {
  isPromotion: boolean;
  usesAi: boolean;
  /** Title, summary and body, in masked lines with their number in the file. */
  lines: readonly { text: string; line: number }[];
}

/** Findings of the rules, each with the id of its rule: at every line a word stands on, once. */
export function applyDeskRules(
  rules: readonly DeskRule[],
  { isPromotion, usesAi, lines }: RuledText,
  file: string,
): { found: Problem; rule: string }[] {
  const whole = lines.map(({ text }) => text).join('\n');
  return rules.flatMap((rule) => {
    if (rule.in === '推广' && !isPromotion) return [];
    if (rule.unless_ai === 'true' && usesAi) return [];
    if (!rule.words.some((word) => whole.includes(word))) return [];
    if (rule.with.length > 0 && !rule.with.some((word) => whole.includes(word))) return [];
    if (rule.without.some((word) => whole.includes(word))) return [];
    const found = lines.flatMap(({ text, line }) => {
      const hit = findWord(rule, text, isPromotion);
      if (!hit) return [];
      const { name, advice, basis } = rule;
      const place = { file, line, column: hit.at + 1 };
      const kind = isPromotion ? 'promotion-rule' : 'desk-rule';
      return [
        { found: problem(kind, place, { name, advice, basis, word: hit.word }), rule: rule.id },
      ];
    });
    // A notice that is missing is missing once.
    return rule.without.length > 0 ? found.slice(0, 1) : found;
  });
}

function findWord(
  rule: DeskRule,
  text: string,
  isPromotion: boolean,
): { word: string; at: number } | undefined {
  for (const word of rule.words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      if (!isRight(rule, text, word, at) && (isPromotion || !isSpokenOf(rule, text, word, at))) {
        return { word, at };
      }
    }
  }
  return undefined;
}

/** Whether the word stands inside a phrase of `except`. */
function isRight({ except }: DeskRule, text: string, word: string, at: number): boolean {
  return except.some((phrase) => {
    const inner = phrase.indexOf(word);
    return inner !== -1 && text.startsWith(phrase, at - inner);
  });
}

/** Whether the word is quoted, or its sentence warns of it. */
function isSpokenOf({ about }: DeskRule, text: string, word: string, at: number): boolean {
  if (/[“‘《「『"]/.test(text[at - 1] ?? '') || /[”’》」』"]/.test(text[at + word.length] ?? '')) {
    return true;
  }
  const start = Math.max(...['。', '！', '？', '；'].map((mark) => text.lastIndexOf(mark, at))) + 1;
  const end = text.slice(at).search(/[。！？；]/);
  const sentence = text.slice(start, end === -1 ? undefined : at + end);
  return about.some((one) => sentence.includes(one));
}
