import { cpus, loadavg } from 'node:os';
import { tests } from 'commonmark-spec';
import { type Case, isRight, makeCases } from './markdown/cases.ts';
import { explainDifference } from './markdown/differences.ts';
import { ENGINES, type Engine, ours, plain, reference } from './markdown/engines.ts';
import {
  breakTexts,
  hasSwallowed,
  isForAmendment,
  readEmphasis,
  UNTOUCHED,
} from './markdown/malformed.ts';
import { readCorpus } from './related-corpus.ts';

/**
 * Our rendering beside Sätteri alone and micromark, an independent parser, on all articles of the
 * corpora, on lines made of their sentences with known answers, on the same broken at random, and on
 * the examples of CommonMark: tables of Markdown.
 */
export async function run(corpusDir: string): Promise<void> {
  const corpora = (['finance', 'broadcast'] as const).map((name) => ({
    name,
    texts: readCorpus(corpusDir, name).map(({ text }) => text),
  }));
  const examples = tests.map(({ markdown }) => markdown.replaceAll('→', '\t'));
  const texts = corpora.flatMap((corpus) => corpus.texts);

  await printDifferences([...corpora, { name: 'CommonMark 0.31.2', texts: examples }]);
  await printCases(texts.flatMap(makeCases));
  await printMalformed(breakTexts(texts));
  await printTimes(corpora);
  const [load = 0] = loadavg();
  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, load ${load.toFixed(1)}`,
  );
}

interface Input {
  name: string;
  texts: readonly string[];
}

async function printDifferences(inputs: readonly Input[]): Promise<void> {
  console.log('| input | texts | ours differs from Sätteri’s | in | unexplained |');
  console.log('| --- | --: | --: | --- | --: |');
  const unexplained: string[] = [];
  for (const { name, texts } of inputs) {
    const counts = new Map<string, number>();
    let differing = 0;
    const before = unexplained.length;
    for (const text of texts) {
      const kinds = explainDifference(text, await ours.render(text));
      if (kinds?.length !== 0) differing++;
      if (!kinds) unexplained.push(text);
      for (const kind of kinds ?? []) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const named = [...counts].sort(([, a], [, b]) => b - a).map(([kind, n]) => `${kind} ${n}`);
    const left = unexplained.length - before;
    console.log(`| ${name} | ${texts.length} | ${differing} | ${named.join('; ')} | ${left} |`);
  }
  for (const text of unexplained.slice(0, SHOWN)) await printAll(text);
}

async function printCases(cases: readonly Case[]): Promise<void> {
  console.log(`\n| written | lines | ${ENGINES.map(({ name }) => name).join(' | ')} |`);
  console.log(`| --- | --: | ${ENGINES.map(() => '--:').join(' | ')} |`);
  const wrong: string[] = [];
  for (const [kind, all] of Map.groupBy(cases, (one) => one.kind)) {
    const rights = [];
    for (const engine of ENGINES) {
      let right = 0;
      for (const one of all) {
        if (isRight(one, await engine.render(one.source))) right++;
        else if (engine === ours) wrong.push(one.source);
      }
      rights.push(toPercent(right, all.length));
    }
    console.log(`| ${kind} | ${all.length} | ${rights.join(' | ')} |`);
  }
  for (const source of wrong.slice(0, SHOWN)) await printAll(source);
}

async function printMalformed(sources: readonly string[]): Promise<void> {
  const emphasis = { name: 'emphasis', take: readEmphasis };
  const judged = sources.filter(isForAmendment);
  const intact = sources.filter((source) => !hasSwallowed(plain.render(source) as string));
  const rows = [
    ...UNTOUCHED.map((read) => ({ read, of: intact, one: ours, other: plain })),
    { read: emphasis, of: judged, one: plain, other: reference },
    { read: emphasis, of: judged, one: ours, other: reference },
  ];
  const swallowed = sources.length - intact.length;
  console.log(
    `\nIn ${swallowed} of ${sources.length} broken texts an address of Sätteri’s swallows words.`,
  );
  console.log(`\n| in broken texts | of | texts | the same as | in |`);
  console.log('| --- | --- | --: | --- | --: |');
  for (const { read, of, one, other } of rows) {
    const differing = await findDiffering(of, one, other, read.take);
    const same = toPercent(of.length - differing.length, of.length);
    console.log(`| ${read.name} | ${one.name} | ${of.length} | ${other.name} | ${same} |`);
    if (one !== ours) continue;
    for (const source of differing.slice(0, SHOWN)) await printAll(source);
  }
}

async function findDiffering(
  sources: readonly string[],
  one: Engine,
  other: Engine,
  take: (html: string) => unknown,
): Promise<string[]> {
  const differing = [];
  for (const source of sources) {
    const [a, b] = [take(await one.render(source)), take(await other.render(source))];
    if (JSON.stringify(a) !== JSON.stringify(b)) differing.push(source);
  }
  return differing;
}

async function printTimes(inputs: readonly Input[]): Promise<void> {
  console.log(
    `\n| CPU ms an article | characters | ${ENGINES.map(({ name }) => name).join(' | ')} |`,
  );
  console.log(`| --- | --: | ${ENGINES.map(() => '--:').join(' | ')} |`);
  for (const { name, texts } of inputs) {
    const times = [];
    for (const engine of ENGINES) {
      const start = process.cpuUsage();
      for (const text of texts) await engine.render(text);
      const { user, system } = process.cpuUsage(start);
      times.push(((user + system) / 1000 / texts.length).toFixed(3));
    }
    const characters = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    console.log(`| ${name} | ${Math.round(characters)} | ${times.join(' | ')} |`);
  }
}

/** How many texts of a kind that should be none are shown. */
const SHOWN = 5;

async function printAll(source: string): Promise<void> {
  const shown = (html: string) => (html.length > 600 ? `${html.slice(0, 600)}…` : html);
  console.error(`\n${JSON.stringify(source.slice(0, 300))}`);
  for (const engine of ENGINES) {
    console.error(`  ${engine.name}: ${JSON.stringify(shown(await engine.render(source)))}`);
  }
}

/** One place, but never rounded up to all. */
function toPercent(part: number, whole: number): string {
  if (part === whole) return '100 %';
  return `${Math.min(99.9, (100 * part) / whole).toFixed(1)} % (${whole - part} not)`;
}
