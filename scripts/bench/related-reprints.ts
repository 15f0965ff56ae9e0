import type { RelatedDocument } from '../../src/news/related/document.ts';
import { createRandom } from './related-corpus.ts';

/** What became of an article: a copy of one kind, or a twin that only looks like a copy. */
export type CopyKind =
  | 'verbatim with boilerplate'
  | 'retitled and cut'
  | 'light edit'
  | '150-character excerpt'
  | 'heavy edit'
  | 'numbers changed';

export interface CopyPair {
  kind: CopyKind;
  original: string;
  copy: string;
}

/**
 * Copies of articles with 300 characters of text or more, the six kinds in turn, and which is a
 * copy of which; the copy appears in another outlet within two days. Of three articles, `isTuned`
 * takes the two that the rules were made with, otherwise the third that they never met.
 */
export function makeCopies(
  documents: readonly RelatedDocument[],
  isTuned: boolean,
): {
  copies: RelatedDocument[];
  pairs: CopyPair[];
} {
  const random = createRandom(isTuned ? 20261125 : 3);
  const copies: RelatedDocument[] = [];
  const pairs: CopyPair[] = [];
  const chosen = documents
    .filter(({ text }) => text.length >= 300)
    .filter((_, i) => (i % 3 !== 2) === isTuned);
  for (const [index, original] of chosen.entries()) {
    const kind = KINDS[index % KINDS.length] as CopyKind;
    const changed = change(kind, original, random);
    if (!changed) continue;
    const id = `copy-${original.id}`;
    copies.push({
      ...original,
      ...changed,
      id,
      slug: id,
      date: original.date + random() * 2 * 86_400_000,
      source: '转载网',
    });
    pairs.push({ kind, original: original.id, copy: id });
  }
  return { copies, pairs };
}

const KINDS: readonly CopyKind[] = [
  'verbatim with boilerplate',
  'retitled and cut',
  'light edit',
  '150-character excerpt',
  'heavy edit',
  'numbers changed',
];

function change(
  kind: CopyKind,
  { title, text }: RelatedDocument,
  random: () => number,
): Pick<RelatedDocument, 'title' | 'text'> | undefined {
  switch (kind) {
    case 'verbatim with boilerplate':
      return {
        title: `${title} - 转载网`,
        text: `来源：转载网 作者：佚名 ${text} 责任编辑：某某 免责声明：本文仅代表作者观点，不构成投资建议，转载请注明出处。`,
      };
    case 'retitled and cut':
      return { title: retitle(title, random), text: cut(text, 0.4 + 0.3 * random()) };
    case 'light edit':
      return { title: retitle(title, random), text: edit(text, 0.15, 0.03, random) };
    case '150-character excerpt':
      return { title: retitle(title, random), text: text.slice(0, 120 + random() * 80) };
    case 'heavy edit':
      return { title: retitle(title, random), text: edit(text, 0.35, 0.08, random) };
    case 'numbers changed':
      // A serial's next issue: only what has numbers in its title can pass for one.
      if (!/\d/.test(title)) return undefined;
      return {
        title: title.replace(/\d+/g, () => `${Math.floor(1 + random() * 90)}`),
        text: text.replace(/\d+(?:\.\d+)?/g, () => `${Math.floor(1 + random() * 900) / 10}`),
      };
  }
}

/** Another headline of the same words: parts dropped or swapped, or a prefix and a cut. */
function retitle(title: string, random: () => number): string {
  const parts = title.split(/[，。！？：；\s｜|]+/).filter(Boolean);
  if (parts.length > 1 && random() < 0.6) {
    return random() < 0.5 ? parts.slice(1).join('，') : parts.toReversed().join(' ');
  }
  const prefix = ['快讯：', '【转载】', '最新！'][Math.floor(random() * 3)];
  return `${prefix}${title.slice(0, Math.max(6, Math.floor(title.length * 0.7)))}`;
}

function cut(text: string, share: number): string {
  return text.slice(0, Math.floor(text.length * share));
}

/** Drops sentences and replaces characters, each with the probability given. */
function edit(text: string, drop: number, replace: number, random: () => number): string {
  const sentences = text.match(/[^。！？]+[。！？]?/g) ?? [text];
  return sentences
    .filter(() => random() >= drop)
    .map((sentence) => [...sentence].map((c) => (random() < replace ? '某' : c)).join(''))
    .join('');
}
