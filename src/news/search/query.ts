/** What a reader's words ask for, from the strictest reading to the loosest. */
import { foldText, type TraditionalTable } from './fold.ts';
import { slipsAllowed } from './near.ts';
import { initialTokens, phraseTokens } from './tokens.ts';

/**
 * One way to read a query: articles that hold at least `least` of the phrases. The first way that
 * finds anything in the whole archive is the answer.
 */
export interface Step {
  kind: 'exact' | 'parts' | 'runs' | 'initials' | 'near' | 'similar';
  phrases: Phrase[];
  least: number;
  /** For `near`: what the phrases are the neighbouring pairs of, in order. */
  whole?: string;
}

export interface Phrase {
  /** Folded. */
  text: string;
  /** Consecutive tokens in the index; never empty. */
  tokens: string[];
}

/**
 * The steps for a query, none when it says nothing:
 * `exact` – the phrase, when it is written without spaces;
 * `parts` – all parts between spaces, in any order (those of one phrase among them);
 * `runs` – all runs of letters and digits between punctuation, where that differs;
 * `initials` – Latin letters as the initials of a title in pinyin, xyk for 信用卡;
 * `near` – one run with a slip of the pen or two (near.ts): its pairs find the candidates, whose
 * texts tell what was meant, and that is looked for (`correctStep`);
 * `similar` – nearly all pairs of neighbouring characters, wherever they are.
 * The last two are shown as 近似结果 only.
 * A query in straight quotation marks is one exact phrase, spaces or not, and nothing else.
 */
export function planQuery(query: string, traditional: TraditionalTable): Step[] {
  const quoted = /^\s*"([^"]+)"\s*$/.exec(query)?.[1];
  const toPhrase = (text: string) => makePhrase(text, traditional);
  if (quoted !== undefined) return makeSteps([{ kind: 'exact', phrases: [toPhrase(quoted)] }]);
  const parts = splitAt(query, /\s+/u).map(toPhrase);
  const runs = splitAt(query, /[^\p{L}\p{N}\p{M}]+/u).map(toPhrase);
  const steps = makeSteps([
    { kind: parts.length > 1 ? 'parts' : 'exact', phrases: parts },
    { kind: 'runs', phrases: runs },
  ]);
  return [...steps, ...makeInitials(parts), ...makeNear(runs), ...makeSimilar(runs)];
}

/** The step that looks for what a `near` step found to be meant. */
export function correctStep(meant: string): Step {
  return { kind: 'near', phrases: [makePhrase(meant, new Map())], least: 1 };
}

/** The phrases whose matches are shown in an excerpt; initials stand nowhere in it. */
export function phraseTexts(step: Step): string[] {
  if (step.kind === 'initials') return [];
  return [...new Set(step.phrases.map(({ text }) => text))];
}

/** Whether a reader must be told that the results are not quite what was asked for. */
export function isApproximate({ kind }: Step): boolean {
  return kind === 'near' || kind === 'similar';
}

/** A wrong character spoils two pairs: the one it ends and the one it begins; a swap spoils three. */
const SPOILED = 2;
const SPOILED_AT_MOST = 3;
/** One pair alone says nothing. */
const LEAST_PAIRS = 2;

function makePhrase(text: string, traditional: TraditionalTable): Phrase {
  const { chars } = foldText(text, traditional);
  return { text: chars.join(''), tokens: phraseTokens(chars) };
}

function makeSteps(drafts: Pick<Step, 'kind' | 'phrases'>[]): Step[] {
  const steps: Step[] = [];
  for (const { kind, phrases } of drafts) {
    const distinct = [...new Map(phrases.map((phrase) => [phrase.text, phrase])).values()];
    const asked = distinct.filter(({ tokens }) => tokens.length > 0);
    const isNew = steps.every((step) => textsOf(step.phrases) !== textsOf(asked));
    if (asked.length > 0 && isNew) steps.push({ kind, phrases: asked, least: asked.length });
  }
  return steps;
}

function makeInitials([part, ...others]: readonly Phrase[]): Step[] {
  if (!part || others.length > 0 || !INITIALS.test(part.text)) return [];
  const phrase = { text: part.text, tokens: initialTokens(part.text) };
  return [{ kind: 'initials', phrases: [phrase], least: 1 }];
}

/** Two would be half of all titles. */
const INITIALS = /^[a-z][a-z0-9]{2,}$/;

function makeNear(runs: readonly Phrase[]): Step[] {
  const [run] = runs;
  if (!run || runs.length > 1) return [];
  const slips = slipsAllowed([...run.text].length);
  const phrases = pairPhrases(run);
  const least = Math.max(LEAST_PAIRS, phrases.length - SPOILED_AT_MOST * slips);
  if (slips === 0 || phrases.length < least) return [];
  return [{ kind: 'near', phrases, least, whole: run.text }];
}

function makeSimilar(runs: readonly Phrase[]): Step[] {
  const length = runs.reduce((sum, { text }) => sum + [...text].length, 0);
  if (slipsAllowed(length) === 0) return [];
  const pairs = runs.flatMap(pairPhrases);
  const phrases = [...new Map(pairs.map((phrase) => [phrase.text, phrase])).values()];
  const least = Math.max(LEAST_PAIRS, phrases.length - SPOILED);
  return phrases.length > least ? [{ kind: 'similar', phrases, least }] : [];
}

function pairPhrases({ text }: Phrase): Phrase[] {
  const chars = [...text];
  const texts =
    chars.length === 1 ? chars : chars.slice(1).map((char, index) => `${chars[index]}${char}`);
  return texts
    .map((pair) => ({ text: pair, tokens: phraseTokens([...pair]) }))
    .filter(({ tokens }) => tokens.length > 0);
}

function splitAt(text: string, separator: RegExp): string[] {
  return text.split(separator).filter((part) => part !== '');
}

function textsOf(phrases: Phrase[]): string {
  return JSON.stringify(phrases.map(({ text }) => text));
}
