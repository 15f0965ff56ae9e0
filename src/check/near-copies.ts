import path from 'node:path';
import { readLists, writeLists } from '../archive/cache.ts';
import { readRuleVersion } from '../archive/code-version.ts';
import { readText } from '../archive/content-files.ts';
import type { Article } from '../news/article.ts';
import { readBodyText } from '../news/article-reader.ts';
import { orderNearChanged } from '../news/related/reprints.ts';
import type { CheckThread } from './check-thread.ts';
import {
  type CopyPair,
  type CopySearch,
  findCopyPairs,
  type SampledText,
  sampleText,
} from './copy-pairs.ts';

/** Of what is to be compared: with all articles of the same days. */
export interface CopyQuestion {
  contentDir: string;
  /** Whether a file's article is to be compared. */
  isAsked: (file: string) => boolean;
  /** Pairs found before, of which those between other articles still hold. */
  known: readonly CopyPair[];
  /** By file; what is not here is read. */
  texts: ReadonlyMap<string, SampledText>;
  /** Where many are compared. */
  thread: CheckThread;
}

/**
 * Pairs of articles that tell the same report, by the rule of the related-news engine. Drafts and
 * what is to come count; what was withdrawn may be told again.
 */
export async function findCopies(
  articles: readonly Article[],
  { contentDir, isAsked, known, texts, thread }: CopyQuestion,
): Promise<CopyPair[]> {
  const shown = articles.filter(({ withdrawn }) => !withdrawn);
  const asked = Uint8Array.from(shown, ({ file }) => (isAsked(file) ? 1 : 0));
  const near = [...orderNearChanged(shown, asked)].map((row) => shown[row] as Article);
  const search = prepareSearch(near, isAsked, (article) => {
    const sampled = texts.get(article.file) ?? sampleFile(contentDir, article.file);
    return sampled.text === '' ? sampleText(article.summary) : sampled;
  });
  const found = near.length < WORTH_A_THREAD ? findCopyPairs(search) : await thread.compare(search);
  const files = new Set(shown.map(({ file }) => file));
  const isHeld = (file: string) => files.has(file) && !isAsked(file);
  return [...known.filter(([a, b]) => isHeld(a) && isHeld(b)), ...found];
}

/** Pairs of the whole archive, as the last check left them. */
export interface KnownCopies {
  /** Files of which nothing is known. */
  stale: ReadonlySet<string>;
  pairs: readonly CopyPair[];
  store(articles: readonly Article[], pairs: readonly CopyPair[]): void;
}

/** @param signatures of all articles' files */
export function openCopies(cacheDir: string, signatures: ReadonlyMap<string, string>): KnownCopies {
  const cacheFile = path.join(cacheDir, 'copies.json');
  const version = readRuleVersion('check', 'news');
  const stored = readLists<Stored>(cacheFile, version);
  const compared = new Map(stored?.compared);
  const stale = new Set(
    [...signatures].filter(([file, one]) => compared.get(file) !== one).map(([file]) => file),
  );
  const isGone = [...compared.keys()].some((file) => !signatures.has(file));
  return {
    stale,
    pairs: stored?.pairs ?? [],
    store: (articles, found) => {
      if (stale.size === 0 && !isGone) return;
      const list = articles.map(({ file }): [string, string] => [file, signatures.get(file) ?? '']);
      writeLists(cacheFile, version, { compared: list, pairs: [...found] } satisfies Stored);
    },
  };
}

type Stored = {
  /** Signatures of the articles that were compared with all others, by file. */
  compared: [string, string][];
  pairs: CopyPair[];
};

/** Starting a thread costs as much as comparing this many. */
const WORTH_A_THREAD = 400;

function prepareSearch(
  articles: readonly Article[],
  isAsked: (file: string) => boolean,
  sampleOf: (article: Article) => SampledText,
): CopySearch {
  const samples = articles.map(sampleOf);
  return {
    reports: articles.map(({ file, title, date, source }, row) => ({
      ...{ file, title, date, text: samples[row]?.text ?? '' },
      ...(source && { source: source.name }),
    })),
    changed: Uint8Array.from(articles, ({ file }) => (isAsked(file) ? 1 : 0)),
    ...joinShingles(samples),
  };
}

function joinShingles(
  samples: readonly SampledText[],
): Pick<CopySearch, 'shingleStarts' | 'shingles'> {
  const shingleStarts = new Uint32Array(samples.length + 1);
  for (const [row, { shingles }] of samples.entries()) {
    shingleStarts[row + 1] = (shingleStarts[row] ?? 0) + shingles.length;
  }
  const shingles = new Uint32Array(shingleStarts[samples.length] ?? 0);
  for (const [row, sample] of samples.entries()) shingles.set(sample.shingles, shingleStarts[row]);
  return { shingleStarts, shingles };
}

function sampleFile(contentDir: string, file: string): SampledText {
  const source = readText(contentDir, file);
  return sampleText(typeof source === 'string' ? readBodyText(source, file) : '');
}
