import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLinks } from '../../src/news/address.ts';
import { createCardMaker } from '../../src/news/card.ts';
import { sampleArticle, sampleSettings } from './samples.ts';

const article = sampleArticle();

function maker(splitWords: (text: string) => string[] = (text) => [text]) {
  return createCardMaker({
    links: createLinks('https://test.example/news/'),
    channels: sampleSettings().channels,
    now: article.date,
    splitWords,
  });
}

test('a card holds what a list shows, with links under the base', () => {
  expect(
    maker()(
      sampleArticle({ slug: '中文', pinned: true, source: { name: '新华社' }, kind: 'reprint' }),
    ),
  ).toEqual({
    id: '中文',
    href: '/news/articles/2026/%E4%B8%AD%E6%96%87/',
    title: '标题',
    words: ['标题'],
    excerpt: '摘要。',
    date: article.date,
    channel: { name: '银行', href: '/news/channels/banking/' },
    sourceName: '新华社',
    kind: 'reprint',
    ai: 'none',
    state: 'published',
    isPinned: true,
  });
});

test.each([
  [{ draft: true }, 'draft'],
  [{ date: article.date + 1 }, 'scheduled'],
  [{ withdrawn: { date: 1, reason: '甲' } }, 'withdrawn'],
])('in the dev server a card says what it is: %o', (given, state) => {
  expect(maker()(sampleArticle(given)).state).toBe(state);
});

describe('a headline breaks between words, never beside a mark', () => {
  test.each([
    ['央行|，|降准', '央行，|降准'],
    ['“|央行|”|降准', '“央行”|降准'],
    ['《|民法典|》|解读', '《民法典》|解读'],
    ['上调| |0.6|%|以上', '上调 |0.6%|以上'],
    ['5|0| |万|元', '50 |万|元'],
    ['银行|（|试行|）', '银行|（试行）'],
    ['央行|降准', '央行|降准'],
  ])('%s → %s', (words, expected) => {
    const title = words.replaceAll('|', '');
    const card = maker(() => words.split('|'))(sampleArticle({ title }));
    expect(card.words.join('|')).toBe(expected);
  });

  test('joined, the parts are the title', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 })),
        (words) => {
          const title = words.join('');
          expect(maker(() => words)(sampleArticle({ title })).words.join('')).toBe(title);
        },
      ),
    );
  });
});
