import { foldText } from '../../src/news/search/fold.ts';
import type { SearchRecord } from '../../src/news/search/record.ts';
import { readTraditionalTable } from '../../src/search-index/traditional-table.ts';
import { openBrowser } from '../../tests/browser/browser.ts';
import { createRandom } from './related-corpus.ts';
import { type Ask, type Found, findAll, openSearch } from './search-browser.ts';
import { HAND_QUERIES, type HandQuery } from './search-queries.ts';
import { serveCounting } from './search-server.ts';

/** Prints recall and precision of random substrings and of each kind of hand query. */
export async function measureExactness(
  records: readonly SearchRecord[],
  site: string,
): Promise<void> {
  const blocks = records.map(({ url, title, text }) => ({
    url,
    blocks: [title, ...text].map(fold),
  }));
  const truthOf = (meant: readonly string[]) =>
    blocks
      .filter((article) =>
        meant.every((part) => article.blocks.some((text) => text.includes(part))),
      )
      .map(({ url }) => url);
  const random = pickSubstrings(records).map((query) => ({
    kind: '随机',
    query,
    meant: [fold(query)],
  }));
  console.log('\n| queries | search | recall | precision | of them with no result | labelled |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  const server = await serveCounting(site);
  const browser = await openBrowser();
  try {
    for (const ask of ['ours', 'stock'] satisfies Ask[]) {
      const page = await openSearch(browser, server);
      const answers: Answer[] = [];
      for (const asked of [...random, ...HAND_QUERIES]) {
        const found = await findAll(page, ask, asked.query);
        answers.push({ kind: asked.kind, truth: truthOf(asked.meant), found });
      }
      const isCore = ({ kind }: Answer) => !OUTSIDE_CORE.has(kind);
      for (const kind of new Set(answers.map((answer) => answer.kind))) {
        printScores(
          kind,
          ask,
          answers.filter((answer) => answer.kind === kind),
        );
      }
      printScores('core of the hand queries', ask, answers.filter(isCore));
      await page.context().close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

interface Answer {
  kind: HandQuery['kind'] | string;
  truth: string[];
  found: Found;
}

/** As in the tables that the aims come from: what is plainly typed. */
const OUTSIDE_CORE = new Set(['随机', '繁体', '全角', '错字', '没有的']);
const COUNT = 300;

const table = readTraditionalTable();

function fold(text: string): string {
  return foldText(text, table).chars.join('');
}

/** Pieces of 1 to 8 characters of titles and paragraphs, none with a space (it would part words). */
function pickSubstrings(records: readonly SearchRecord[]): string[] {
  const random = createRandom(20_261_125);
  const below = (limit: number) => Math.floor(random() * limit);
  const picked: string[] = [];
  while (picked.length < COUNT) {
    const record = records[below(records.length)];
    const texts = record ? [record.title, ...record.text] : [];
    const chars = [...(texts[below(texts.length)] ?? '')];
    const query = chars.splice(below(chars.length), 1 + below(8)).join('');
    if (!/[\s"]/u.test(query) && fold(query) !== '') picked.push(query);
  }
  return picked;
}

/** Means over queries; recall of those with an answer, precision of those with a result. */
function printScores(kind: string, ask: Ask, answers: readonly Answer[]): void {
  const recalls: number[] = [];
  const precisions: number[] = [];
  for (const { truth, found } of answers) {
    const right = found.urls.filter((url) => truth.includes(url)).length;
    if (truth.length > 0) recalls.push(right / truth.length);
    if (found.urls.length > 0) precisions.push(right / found.urls.length);
  }
  const empty = answers.filter(({ truth, found }) => truth.length > 0 && found.urls.length === 0);
  const labelled = answers.filter(({ found }) => found.kind === 'similar');
  const cells = [
    `${kind} (${answers.length})`,
    ask,
    mean(recalls),
    mean(precisions),
    empty.length,
    labelled.length,
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

function mean(values: readonly number[]): string {
  if (values.length === 0) return '–';
  return (values.reduce((total, value) => total + value, 0) / values.length).toFixed(3);
}
