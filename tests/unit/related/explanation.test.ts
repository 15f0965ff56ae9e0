import { expect, test } from 'vitest';
import type { RelatedDocument } from '../../../src/news/related/document.ts';
import { explainList } from '../../../src/news/related/explanation.ts';
import { relate } from '../../../src/news/related/relate.ts';
import { createSegmenter } from '../../../src/news/words.ts';

const options = { dictionary: [], segmenter: createSegmenter([]) };
const article = (id: string, title: string, pins: string[] = []): RelatedDocument => ({
  id,
  slug: id,
  title,
  text: '',
  date: Date.UTC(2026, 2, 2),
  pins,
});

const documents = [
  article('page', '耀才证券要约收购获批', ['pin']),
  article('pin', '存款保险怎样赔付'),
  article('near', '耀才证券要约收购复牌'),
  article('word', '耀才证券换帅'),
  article('far', '光伏组件招标价格企稳'),
];

test('explains the list that readers see', () => {
  const explanation = explainList(documents, 'page', options);
  const shown = relate(documents, options).lists['page'];
  expect(explanation?.list.map(({ document }) => document.id)).toEqual(shown?.map(({ id }) => id));
  expect(explanation?.list.map(({ why }) => why)).toEqual(shown?.map(({ why }) => why));
});

test('says why candidates are left out, or that there is no such article', () => {
  const alone = explainList(documents.slice(2), 'near', options);
  expect(alone?.list).toEqual([]);
  expect(alone?.omitted.map(({ document, reason }) => [document.id, reason])).toEqual([
    ['word', 'alone'],
  ]);
  expect(explainList(documents, 'gone', options)).toBeUndefined();
});
