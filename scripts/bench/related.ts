import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../src/news/related/analyses.ts';
import { relate } from '../../src/news/related/relate.ts';
import { findReprints } from '../../src/news/related/reprints.ts';
import { createSegmenter } from '../../src/news/words.ts';
import { type Method, relateByKeywords, relateByTfIdf } from './related-baselines.ts';
import { readCorpus, readJudgements } from './related-corpus.ts';
import { measure } from './related-measures.ts';
import { makeCopies } from './related-reprints.ts';
import type { Speed } from './related-speed.ts';

/** Quality of lists and clusters, time and memory, as Markdown tables. */
export async function run(corpusDir: string): Promise<void> {
  reportQuality(corpusDir);
  reportReprints(corpusDir);
  reportSpeed(corpusDir);
}

function reportQuality(corpusDir: string): void {
  const documents = readCorpus(corpusDir, 'finance');
  const segmenter = createSegmenter([]);
  const { lists } = relate(documents, { dictionary: [], segmenter });
  const methods: Record<string, Method> = {
    'keyword overlap, as Hugo does': relateByKeywords(documents),
    'plain TF-IDF': relateByTfIdf(documents, segmenter),
    Ballast: (id) => (lists[id] ?? []).map((item) => item.id),
  };
  console.log(
    '| judgements | method | nDCG@10 | P@5 | MRR | related of those shown | shown on pages without answer |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, judgements] of Object.entries(readJudgements(corpusDir))) {
    for (const [method, listOf] of Object.entries(methods)) {
      const { queries, ndcg, precision, mrr, shown, idle } = measure(judgements, listOf);
      const figures = [ndcg, precision, mrr, shown].map((figure) => figure.toFixed(3));
      const cells = [`${name}, ${queries} queries`, method, ...figures, idle.toFixed(1)];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
}

function reportReprints(corpusDir: string): void {
  const documents = readCorpus(corpusDir, 'finance');
  console.log('\n| copies of | kind | found |');
  console.log('| --- | --- | --- |');
  for (const isTuned of [true, false]) {
    const { copies, pairs } = makeCopies(documents, isTuned);
    const all = [...documents, ...copies];
    const everything = new Uint8Array(all.length).fill(1);
    const found = findReprints(all, analyse(all, { words: () => [] }), everything);
    const keys = new Set(found.map(([a, b]) => `${all[a]?.id} ${all[b]?.id}`));
    const name = isTuned ? 'the articles the rules were made with' : 'the others';
    for (const kind of new Set(pairs.map((pair) => pair.kind))) {
      const same = pairs.filter((pair) => pair.kind === kind);
      const hits = same.filter(({ original, copy }) => keys.delete(`${original} ${copy}`));
      console.log(`| ${name} | ${kind} | ${hits.length}/${same.length} |`);
    }
    const titles = new Map(all.map(({ id, title }) => [id, title]));
    console.log(`| ${name} | pairs besides, to be judged by hand | ${keys.size} |`);
    for (const key of keys) {
      console.error(
        key
          .split(' ')
          .map((id) => `${id} ${titles.get(id)}`)
          .join(' = '),
      );
    }
  }
}

function reportSpeed(corpusDir: string): void {
  const script = fileURLToPath(new URL('./related-speed.ts', import.meta.url));
  console.log(
    '\n| articles | cold | processor time of that | peak memory | 20 more, state in memory | 20 more, cache on disk | 20 more in a new month |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
  for (const count of [1000, 10_324, 100_000]) {
    const output = execFileSync(process.execPath, [script, corpusDir, `${count}`]);
    const speed = JSON.parse(`${output}`) as Speed;
    const { cold, coldCpu, update, cachedUpdate, monthTurn } = speed;
    const [wall, processor, ...updates] = [cold, coldCpu, update, cachedUpdate, monthTurn].map(
      (ms) => `${(ms / 1000).toFixed(2)} s`,
    );
    const cells = [`${count}`, wall, processor, `${speed.peak.toFixed(0)} MB`, ...updates];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
