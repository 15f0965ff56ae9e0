import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RelatedDocument } from '../../../src/news/related/document.ts';
import { relate, updateRelated } from '../../../src/news/related/relate.ts';
import { createSegmenter } from '../../../src/news/words.ts';

const TODAY = Date.UTC(2026, 2, 20, 4);
const DAY = 86_300_000;
const WORDS = ['压舱石理财'];

/**
 * Candidates searched with few terms, and hardly more of them than a list shows: what decides
 * whether a list holds is then decided all the time, in archives small enough to make by thousands.
 */
const limits = { headTerms: 3, indexShare: 0.8, poolSize: 14 };
const options = { dictionary: [], segmenter: createSegmenter([]), limits };
const withWords = { dictionary: WORDS, segmenter: createSegmenter(WORDS), limits };
/** Now and then an update finds a state that was made otherwise, which is of no use to it. */
const OTHERWISE = [withWords, { ...options, limits: { ...limits, headTerms: 2 } }];

type Random = () => number;

/**
 * An article whose words come from two of eight subjects, so that lists are full; one in four has a
 * word that one or two others share, one in five is so long that no word weighs much, and one in
 * six names today's numbers as a digest does.
 */
function makeArticle(id: string, random: Random, day: number): RelatedDocument {
  const below = (end: number) => Math.floor(random() * end);
  const letter = (number: number) => String.fromCharCode(97 + number);
  const subjects = [below(8), below(8)];
  const isLong = below(5) === 0;
  const words = Array.from({ length: isLong ? 50 : 6 + below(10) }, (_, i) => {
    const subject = isLong && i > 8 ? below(20) : (subjects[i % 2] as number);
    return `q${letter(subject)}${letter(Math.floor(random() ** 2 * 9))}`;
  });
  if (below(4) === 0) words.splice(below(4), 0, `zz${letter(below(26))}${letter(below(2))}`);
  if (below(10) === 0) words.push(WORDS[0] as string);
  const title = `${below(6) === 0 ? '今日要闻 ' : ''}${words.slice(0, 3).join(' ')}`;
  return {
    id,
    slug: `2026/${id}`,
    title,
    text: words.slice(3).join(' '),
    date: TODAY + day * DAY,
    pins: [],
    ...(below(3) === 0 ? { source: `outlet ${below(3)}` } : {}),
  };
}

/** An archive of closed months and some articles of this month. */
function makeArchive(random: Random): RelatedDocument[] {
  return Array.from({ length: 90 }, (_, i) =>
    makeArticle(
      `d${i}`,
      random,
      i < 75 ? -25 - Math.floor(random() * 120) : -Math.floor(random() * 15),
    ),
  );
}

/** What an editor does between two builds. */
const CHANGES: Record<
  string,
  (documents: RelatedDocument[], at: number, random: Random) => RelatedDocument[]
> = {
  'adds one of today': (documents, at, random) => [
    ...documents,
    makeArticle(`n${at % 3}`, random, 0),
  ],
  'adds many of today': (documents, at, random) => [
    ...documents,
    ...[1, 2, 3, 4].map((i) => makeArticle(`n${at}-${i}`, random, 0)),
  ],
  'adds one of last year': (documents, at, random) => [
    makeArticle(`o${at}`, random, -200),
    ...documents,
  ],
  'takes back the latest': (documents) => documents.slice(0, -1),
  removes: (documents, at) => documents.toSpliced(at, 1),
  edits: (documents, at, random) => {
    const { id, date } = documents[at] as RelatedDocument;
    return documents.with(at, { ...makeArticle(id, random, 0), date });
  },
  'edits the text of': (documents, at, random) => {
    return change(documents, at, { text: makeArticle('', random, 0).text });
  },
  'edits the title of': (documents, at, random) => {
    return change(documents, at, { title: makeArticle('', random, 0).title });
  },
  'credits another outlet for': (documents, at) => {
    return change(documents, at, { source: `outlet ${at % 4}` });
  },
  // The same words in another order: alike to the last bit, so that slugs decide, but no reprint.
  'adds a twin of': (documents, at) => {
    const { id, title, text, ...rest } = documents[at] as RelatedDocument;
    const reverse = (words: string) => words.split(' ').reverse().join(' ');
    const twin = { id: `t${at}`, slug: `2026/${at % 2 ? 'a' : 'z'}${id}` };
    return [...documents, { ...rest, ...twin, title: reverse(title), text: reverse(text) }];
  },
  'renames a twin': (documents, at) => {
    const twin = documents.findLastIndex(({ id }) => id.startsWith('t'));
    return twin < 0 ? documents : change(documents, twin, { slug: `2026/${at % 2 ? 'b' : 'y'}` });
  },
  // Long enough that how much is copied decides, and from whom.
  'prints a part of': (documents, at) => {
    const long = documents.slice(at).find(({ text }) => text.length > 150);
    if (!long) return documents;
    const copy = { id: `c${at}`, slug: `2026/c${at}`, text: long.text.slice(0, 110) };
    return [...documents, { ...long, ...copy }];
  },
  'credits another outlet for a copy': (documents, at) => {
    const copy = documents.findLastIndex(({ id }) => id.startsWith('c'));
    return copy < 0 ? documents : change(documents, copy, { source: `outlet ${at % 4}` });
  },
  'pins on a copy': (documents, at) => {
    const copy = documents.findLastIndex(({ id }) => id.startsWith('c'));
    return copy < 0 ? documents : change(documents, copy, { pins: [documents[at]?.id ?? ''] });
  },
  pins: (documents, at, random) => {
    const pin = documents[Math.floor(random() * documents.length)]?.id ?? '';
    // The second one may not be there yet.
    return change(documents, at, { pins: [pin, `n${at % 3}`] });
  },
  'moves the date of': (documents, at, random) => {
    const { date } = documents[at] as RelatedDocument;
    return change(documents, at, { date: date - Math.floor(random() * 20) * DAY });
  },
  renames: (documents, at) => change(documents, at, { slug: `2026/zz-${at}` }),
  copies: (documents, at, random) => {
    const original = documents[at] as RelatedDocument;
    const { id } = original;
    // Whole, cut, or with more words: then the copy stands for the original.
    const more = ` ${makeArticle(id, random, 0).text}`;
    const text = [original.text, original.text.slice(0, 90), original.text + more][at % 3] ?? '';
    const copy = { id: `c${at}`, slug: `2026/c${at}`, date: original.date + DAY, text };
    return [...documents, { ...original, ...copy, ...(at % 2 ? { source: 'copyist' } : {}) }];
  },
  shuffles: (documents, at) => documents.slice(at).concat(documents.slice(0, at).reverse()),
};

function change(
  documents: readonly RelatedDocument[],
  at: number,
  what: Partial<RelatedDocument>,
): RelatedDocument[] {
  return documents.with(at, { ...(documents[at] as RelatedDocument), ...what });
}

const step = fc.record({
  changes: fc.array(fc.record({ name: fc.constantFrom(...Object.keys(CHANGES)), at: fc.nat(89) }), {
    minLength: 1,
    maxLength: 4,
  }),
  settings: fc.nat(19),
});

test('updates, one after another, give what runs from nothing give', () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(step, { minLength: 4, maxLength: 12 }), (seed, steps) => {
      const random = createRandom(seed);
      let documents = makeArchive(random);
      let { state } = updateRelated(documents, options);
      for (const { changes, settings } of steps) {
        for (const { name, at } of changes) {
          const place = Math.floor((at / 90) * documents.length);
          documents = distinct(CHANGES[name]?.(documents, place, random) ?? documents);
        }
        const used = OTHERWISE[settings] ?? options;
        const update = updateRelated(documents, used, state);
        state = update.state;
        expect(JSON.stringify(update.table)).toBe(JSON.stringify(relate(documents, used)));
      }
    }),
    { numRuns: 40, seed: 20261125, endOnFailure: true },
  );
}, 300_000);

/** The first of each id. */
function distinct(documents: readonly RelatedDocument[]): RelatedDocument[] {
  return [...new Map([...documents].reverse().map((one) => [one.id, one])).values()];
}

/** Numbers from 0 to 1, the same in every run. */
function createRandom(seed: number): Random {
  let value = seed >>> 0;
  return () => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    return value / 2 ** 32;
  };
}
