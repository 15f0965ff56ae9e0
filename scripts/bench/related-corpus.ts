import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RelatedDocument } from '../../src/news/related/document.ts';

/** Grades of related articles by article id: query → related → 1 or 2. */
export type Judgements = Record<string, Record<string, number>>;

/** The articles of one corpus file in CORPUS_DIR, as the engine takes them. */
export function readCorpus(name: 'finance' | 'broadcast'): RelatedDocument[] {
  const lines = readFileSync(path.join(corpusDir(), `${name}.jsonl`), 'utf8').split('\n');
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

/** The judgements that came with finance.jsonl, and the second set, which is in the repository. */
export function readJudgements(): { given: Judgements; second: Judgements } {
  const given = readFileSync(path.join(corpusDir(), 'finance.qrels.json'), 'utf8');
  const second = readFileSync(
    new URL('../../tests/judgements/related.json', import.meta.url),
    'utf8',
  );
  return { given: JSON.parse(given), second: JSON.parse(second).grades };
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruence, Numerical Recipes). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function corpusDir(): string {
  const dir = process.env['CORPUS_DIR'];
  if (!dir)
    throw new Error('CORPUS_DIR is not set: the folder with finance.jsonl and broadcast.jsonl.');
  return dir;
}
