import { foldText } from '../../src/news/search/fold.ts';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { readTraditionalTable } from '../../src/search-index/traditional-table.ts';
import { openBrowser } from '../../tests/browser/browser.ts';
import { createRandom } from './related-corpus.ts';
import { findAll, openPage } from './search-browser.ts';
import { HAND_QUERIES } from './search-queries.ts';
import type { Found, SearcherName } from './search-searchers.ts';
import { serveCounting } from './search-server.ts';

/** Prints recall and precision of random substrings and of each kind of hand query. */
export async function measureExactness(
  records: readonly SearchRecord[],
  site: string,
  searchers: readonly SearcherName[],
): Promise<void> {
  const findTruth = makeTruth(records);
  const random = pickSubstrings(records, COUNT, 1, 8).map((query) => ({
    ...{ kind: RANDOM, query, meant: [query] },
  }));
  const slips = pickSubstrings(records, SLIP_COUNT, 5, 8).flatMap((meant, index) => {
    const query = makeSlip([...meant], index);
    return findTruth([query]).length > 0 ? [] : [{ kind: RANDOM_SLIPS, query, meant: [meant] }];
  });
  const asked = [...random, ...slips, ...HAND_QUERIES];
  const truths = asked.map(({ meant }) => findTruth(meant));
  const answers = new Map<SearcherName, Answer[]>();
  const server = await serveCounting(site);
  const browser = await openBrowser();
  try {
    for (const name of searchers) {
      const page = await openPage(browser, server);
      const own: Answer[] = [];
      for (const [index, { kind, query }] of asked.entries()) {
        const found = await findAll(page, name, query);
        own.push({ kind, truth: truths[index] ?? [], found });
      }
      answers.set(name, own);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  printScores(answers);
}

interface Answer {
  kind: string;
  truth: string[];
  found: Found;
}

const RANDOM = '随机';
const SLIPS = '错字';
const RANDOM_SLIPS = '随机错字';
const IS_SLIPS = new Set([SLIPS, RANDOM_SLIPS]);
/** As in the tables that the aims come from: what is plainly typed. */
const OUTSIDE_CORE = new Set([RANDOM, RANDOM_SLIPS, SLIPS, '繁体', '全角', '没有的']);
const COUNT = 300;
const SLIP_COUNT = 100;

const table = readTraditionalTable();

function fold(text: string): string {
  return foldText(text, table).chars.join('');
}

/** Addresses of the articles that hold every part in their title or in one paragraph. */
function makeTruth(records: readonly SearchRecord[]): (meant: readonly string[]) => string[] {
  const articles = records.map(({ url, title, text }) => ({
    url,
    blocks: [title, ...text].map(fold),
  }));
  return (meant) => {
    const parts = meant.map(fold);
    return articles
      .filter(({ blocks }) => parts.every((part) => blocks.some((block) => block.includes(part))))
      .map(({ url }) => url);
  };
}

/** The piece with a wrong, missing, repeated or swapped character inside, in turn. */
function makeSlip(chars: readonly string[], index: number): string {
  const at = 1 + (index % (chars.length - 2));
  const [before, char = '', after] = [chars.slice(0, at), chars[at], chars.slice(at + 1)];
  const [next = '', ...rest] = after;
  const slip = [
    [...before, WRONG, ...after],
    [...before, ...after],
    [...before, char, char, ...after],
    [...before, next, char, ...rest],
  ][index % 4];
  return (slip ?? []).join('');
}

/** A character that belongs in no text of the corpus. */
const WRONG = '鼐';

/**
 * Pieces of so many characters of titles and paragraphs, none with a space (it would part words);
 * those for slips are words alone.
 */
function pickSubstrings(
  records: readonly SearchRecord[],
  count: number,
  shortest: number,
  longest: number,
): string[] {
  const random = createRandom(20_261_125);
  const below = (limit: number) => Math.floor(random() * limit);
  const picked: string[] = [];
  while (picked.length < count) {
    const record = records[below(records.length)];
    const texts = record ? [record.title, ...record.text] : [];
    const chars = [...(texts[below(texts.length)] ?? '')];
    const length = shortest + below(longest - shortest + 1);
    const query = chars.splice(below(chars.length), length).join('');
    const isWords =
      shortest === 1 || new RegExp(`^\\p{Script=Han}{${shortest},}$`, 'u').test(query);
    if (!/[\s"]/u.test(query) && fold(query) !== '' && isWords) picked.push(query);
  }
  return picked;
}

function printScores(answers: ReadonlyMap<SearcherName, readonly Answer[]>): void {
  const all = [...answers.values()][0] ?? [];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const names = [...answers.keys()];
  const row = (name: string, isMeant: (answer: Answer) => boolean) => {
    const scores = names.map((searcher) => score((answers.get(searcher) ?? []).filter(isMeant)));
    const own = all.filter(isMeant);
    const answerable = own.filter(({ truth }) => truth.length > 0).length;
    console.log(`| ${[`${name} (${answerable} of ${own.length})`, ...scores].join(' | ')} |`);
  };
  console.log(`\n| queries (with an answer) | ${names.join(' | ')} |`);
  console.log(`| --- |${' --- |'.repeat(names.length)}`);
  for (const kind of kinds) row(kind, (answer) => answer.kind === kind);
  row('core', ({ kind }) => !OUTSIDE_CORE.has(kind));
  console.log('\nRecall / precision / queries with an answer but no result. What is labelled as');
  console.log('nearly alike counts only for slips of the pen, where it is the answer.');
}

/** Means over queries: recall of those with an answer, precision of those with a result. */
function score(answers: readonly Answer[]): string {
  const recalls: number[] = [];
  const precisions: number[] = [];
  let empty = 0;
  for (const { kind, truth, found } of answers) {
    const urls = found.isApproximate && !IS_SLIPS.has(kind) ? [] : found.urls;
    const right = urls.filter((url) => truth.includes(url)).length;
    if (truth.length > 0) recalls.push(right / truth.length);
    if (urls.length > 0) precisions.push(right / urls.length);
    if (truth.length > 0 && urls.length === 0) empty++;
  }
  return `${mean(recalls)} / ${mean(precisions)} / ${empty}`;
}

function mean(values: readonly number[]): string {
  if (values.length === 0) return '–';
  return (values.reduce((total, value) => total + value, 0) / values.length).toFixed(3);
}
