import type { Segmenter } from '../words.ts';
import { sampleShingles } from './shingles.ts';
import { normaliseText, TermCounter } from './terms.ts';

/**
 * What segmentation found, one row a document, in columns: terms are numbers of `vocabulary`, row
 * `r` has `terms[termStarts[r] .. termStarts[r + 1]]` with their `counts` (255 at most), and its
 * `shingles` likewise. Depends on titles, texts and the dictionary alone.
 */
export interface Analyses {
  vocabulary: string[];
  termStarts: Uint32Array;
  terms: Uint32Array;
  counts: Uint8Array;
  shingleStarts: Uint32Array;
  shingles: Uint32Array;
}

/** What tells copied text. */
export type ShingleSamples = Pick<Analyses, 'shingleStarts' | 'shingles'>;

/** Analyses documents, in order. */
export function analyse(
  documents: readonly { title: string; text: string }[],
  segmenter: Segmenter,
): Analyses {
  const counter = new TermCounter(segmenter);
  const termStarts = new Uint32Array(documents.length + 1);
  const shingleStarts = new Uint32Array(documents.length + 1);
  let terms = new Uint32Array(Math.max(64, documents.length * 128));
  let counts = new Uint8Array(terms.length);
  const samples: Uint32Array[] = [];
  let end = 0;
  for (const [row, { title, text }] of documents.entries()) {
    const normalised = normaliseText(text);
    counter.count(normaliseText(title), normalised, (term, count) => {
      if (end === terms.length) {
        terms = grow(terms, new Uint32Array(end * 2));
        counts = grow(counts, new Uint8Array(end * 2));
      }
      terms[end] = term;
      counts[end++] = Math.min(255, count);
    });
    const sample = sampleShingles(normalised);
    samples.push(sample);
    termStarts[row + 1] = end;
    shingleStarts[row + 1] = (shingleStarts[row] as number) + sample.length;
  }
  const shingles = new Uint32Array(shingleStarts[documents.length] as number);
  for (const [row, sample] of samples.entries()) shingles.set(sample, shingleStarts[row]);
  return {
    vocabulary: counter.vocabulary,
    termStarts,
    terms: terms.slice(0, end),
    counts: counts.slice(0, end),
    shingleStarts,
    shingles,
  };
}

/** Where a row of `joinAnalyses` comes from: row `row` of part `part`. */
export interface RowOrigin {
  part: number;
  row: number;
}

/**
 * One table of the rows named, in that order. The first part's vocabulary keeps its numbers; terms
 * of the others are added behind.
 */
export function joinAnalyses(parts: readonly Analyses[], origins: readonly RowOrigin[]): Analyses {
  const [first, ...others] = parts;
  const vocabulary = first ? first.vocabulary.slice() : [];
  const numbers = new Map<string, number>();
  if (others.some((part) => part.vocabulary.length > 0)) {
    for (const [number, term] of vocabulary.entries()) numbers.set(term, number);
  }
  const renumbered = parts.map((part, index) => {
    if (index === 0) return undefined;
    return Uint32Array.from(part.vocabulary, (term) => {
      const known = numbers.get(term);
      if (known !== undefined) return known;
      numbers.set(term, vocabulary.length);
      return vocabulary.push(term) - 1;
    });
  });

  const termStarts = new Uint32Array(origins.length + 1);
  const shingleStarts = new Uint32Array(origins.length + 1);
  for (const [to, { part, row }] of origins.entries()) {
    const from = parts[part] as Analyses;
    termStarts[to + 1] = (termStarts[to] as number) + rowLength(from.termStarts, row);
    shingleStarts[to + 1] = (shingleStarts[to] as number) + rowLength(from.shingleStarts, row);
  }
  const terms = new Uint32Array(termStarts[origins.length] as number);
  const counts = new Uint8Array(terms.length);
  const shingles = new Uint32Array(shingleStarts[origins.length] as number);
  for (let to = 0; to < origins.length; ) {
    const { part, row } = origins[to] as RowOrigin;
    const from = parts[part] as Analyses;
    const count = countRun(origins, to);
    const [start, end] = [from.termStarts[row] as number, from.termStarts[row + count] as number];
    const target = termStarts[to] as number;
    terms.set(from.terms.subarray(start, end), target);
    const map = renumbered[part];
    if (map) {
      for (let i = target; i < target + end - start; i++) terms[i] = map[terms[i] as number] ?? 0;
    }
    counts.set(from.counts.subarray(start, end), target);
    const sample = from.shingles.subarray(from.shingleStarts[row], from.shingleStarts[row + count]);
    shingles.set(sample, shingleStarts[to]);
    to += count;
  }
  return { vocabulary, termStarts, terms, counts, shingleStarts, shingles };
}

/** How many rows from `at` on are neighbours where they come from: they are copied at once. */
function countRun(origins: readonly RowOrigin[], at: number): number {
  const { part, row } = origins[at] as RowOrigin;
  const isNext = (count: number) => {
    const next = origins[at + count];
    return next?.part === part && next.row === row + count;
  };
  let count = 1;
  while (isNext(count)) count++;
  return count;
}

/** First and one past the last position of a row in columns addressed by `starts`. */
export function rowBounds(starts: Uint32Array, row: number): [number, number] {
  return [starts[row] as number, starts[row + 1] as number];
}

function rowLength(starts: Uint32Array, row: number): number {
  return (starts[row + 1] as number) - (starts[row] as number);
}

function grow<T extends Uint32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
