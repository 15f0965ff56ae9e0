import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RelatedDocument } from '../../src/news/related/document.ts';

/** Grades of related articles by article id: query → related → 1 or 2. */
export type Judgements = Record<string, Record<string, number>>;

/** The articles of one corpus file, as the engine takes them. */
export function readCorpus(corpusDir: string, name: 'finance' | 'broadcast'): RelatedDocument[] {
  const lines = readFileSync(path.join(corpusDir, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => {
    const { id, title, date, source, text } = JSON.parse(line) as Record<string, string>;
    return {
      id: `${id}`,
      slug: `${id}`.padStart(7, '0'),
      title: title ?? '',
      text: text ?? '',
      date: Date.parse(date ?? ''),
      ...(source ? { source } : {}),
      pins: [],
    };
  });
}

/**
 * The judgements that came with finance.jsonl, the second set, which parameters were chosen with,
 * and the third, which none was; these two are in the repository.
 */
export function readJudgements(
  corpusDir: string,
): Record<'given' | 'second' | 'third', Judgements> {
  const read = (file: string | URL) => JSON.parse(readFileSync(file, 'utf8'));
  const own = (name: string) => read(new URL(`../../tests/judgements/${name}`, import.meta.url));
  return {
    given: read(path.join(corpusDir, 'finance.qrels.json')),
    second: own('related.json').grades,
    third: own('related-heldout.json').grades,
  };
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruence, Numerical Recipes). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The first `count` articles, or, beyond what there is, more of them put together from halves of
 * two, 600 characters at most, on days between the first and the last of the corpus.
 */
export function growCorpus(base: readonly RelatedDocument[], count: number): RelatedDocument[] {
  const random = createRandom(11);
  const documents = base.slice(0, count);
  const dates = base.map(({ date }) => date).sort((a, b) => a - b);
  const [first = 0, last = 0] = [dates[0], dates.at(-1)];
  const days = Math.round((last - first) / DAY_MS) + 1;
  const pick = () => base[Math.floor(random() * base.length)] as RelatedDocument;
  while (documents.length < count) {
    const [a, b] = [pick(), pick()];
    const id = `recombined-${documents.length}`;
    const half = a.text.slice(0, a.text.length / 2) + b.text.slice(b.text.length / 2);
    documents.push({
      id,
      slug: id,
      title: `${a.title.split(/[，：\s]/)[0]} ${documents.length}`,
      text: half.slice(0, 600),
      date: first + Math.floor(random() * days) * DAY_MS,
      source: `${a.source ?? ''}${documents.length % 7}`,
      pins: [],
    });
  }
  return documents;
}

const DAY_MS = 86_400_000;
