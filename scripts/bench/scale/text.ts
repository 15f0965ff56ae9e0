import { between, type Draw, normal, pick, type Random, type Vocabulary } from './words.ts';

/** What several articles of some days are about: the words they share. */
export interface Story {
  words: Vocabulary;
  /** The story's own tag. */
  tag: string;
}

/** A story of its own few words, which its articles use for a good part of what they say. */
export function createStory(vocabulary: Vocabulary, random: Random): Story {
  const focus = (draw: Draw, count: number): Draw => {
    const own = Array.from({ length: count }, () => draw(random));
    return (next) => (next() < FOCUS ? pick(own, next) : draw(next));
  };
  return {
    words: {
      noun: focus(vocabulary.noun, 14),
      verb: focus(vocabulary.verb, 8),
      adjective: focus(vocabulary.adjective, 3),
      adverb: vocabulary.adverb,
      place: focus(vocabulary.place, 2),
    },
    tag: vocabulary.noun(random) + vocabulary.noun(random),
  };
}

/** The share of a story's own words among its words. */
const FOCUS = 0.35;

export function writeTitle({ words }: Story, random: Random): string {
  return fill(pick(TITLES, random), words, random);
}

/**
 * Markdown of a news article's length: log-normal with a median of 900 characters, 150 to 5,000;
 * paragraphs, now and then a heading, a list, a quotation or a table.
 */
export function writeBody({ words }: Story, random: Random): string {
  const length = Math.min(5000, Math.max(150, Math.round(900 * Math.exp(0.5 * normal(random)))));
  const blocks: string[] = [];
  for (let written = 0; written < length; written += blocks.at(-1)?.length ?? 0) {
    blocks.push(writeBlock(blocks.length, words, random));
  }
  return blocks.join('\n\n');
}

function writeBlock(index: number, words: Vocabulary, random: Random): string {
  const kind = index === 0 ? 1 : random();
  const phrase = () => fill(pick(PHRASES, random), words, random);
  if (kind < 0.06) return `## ${phrase()}`;
  if (kind < 0.09) return Array.from({ length: 4 }, () => `- ${phrase()}；`).join('\n');
  if (kind < 0.11) return `> ${writeSentence(words, random)}`;
  if (kind < 0.12) {
    const rows = Array.from({ length: 4 }, () => fill('| N | #% | # |', words, random));
    return ['| 项目 | 同比 | 亿元 |', '| --- | ---: | ---: |', ...rows].join('\n');
  }
  const count = between(2, 5, random);
  return Array.from({ length: count }, () => writeSentence(words, random)).join('');
}

function writeSentence(words: Vocabulary, random: Random): string {
  const clauses = Array.from({ length: between(2, 4, random) }, () =>
    fill(pick(PHRASES, random), words, random),
  );
  const opening = random() < 0.3 ? fill(pick(OPENINGS, random), words, random) : '';
  return `${opening}${clauses.join('，')}。`;
}

/** Capitals stand for a word: noun, verb, adjective, adverb (D), place; `#` for a number. */
const TITLES = ['PN VN', 'N V#%，NVAN', 'P：NDVN', 'NVN，#家NVN', 'AN如何VN', 'NN#月VN'];
const PHRASES = [
  'PN表示',
  'NDVN',
  'N的NV了N',
  'ANV#亿元',
  '同比V#%',
  '在P的N里，ANDV',
  'NN和NVN',
  '“VN”的NV着AN',
  '#家N已经VN',
  'V**NN**',
  '按N计算，每NV#元',
  '对N来说，NDA',
];
const OPENINGS = ['#月#日，', '据PN介绍，', '此外，', '记者在PV时看到，', 'N指出，'];

function fill(pattern: string, words: Vocabulary, random: Random): string {
  return pattern.replace(/[NVADP#]/g, (sign) => {
    switch (sign) {
      case 'N':
        return words.noun(random);
      case 'V':
        return words.verb(random);
      case 'A':
        return words.adjective(random);
      case 'D':
        return words.adverb(random);
      case 'P':
        return words.place(random);
      default:
        return `${between(1, 12, random)}${random() < 0.3 ? `.${between(1, 9, random)}` : ''}`;
    }
  });
}
