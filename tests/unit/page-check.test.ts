import { describe, expect, test } from 'vitest';
import { checkRelatedBlock } from '../../src/news/page-check.ts';
import { readPageFacts } from '../../src/news/page-facts.ts';

const item = (href: string, title: string, excerpt?: string) =>
  `<li><a href="${href}">${title}</a>${excerpt === undefined ? '' : `<p data-excerpt>${excerpt}</p>`}</li>`;

function page(items: string[], around: (block: string) => string = (block) => block): string {
  const block = `<section data-related><h2>相关新闻</h2><ol>${items.join('')}</ol></section>`;
  return `<!doctype html><html><body><article data-article-path="/articles/2026/a/"><img src="/x.png"><br>${around(block)}</article></body></html>`;
}

const check = (html: string, dead: string[] = []) =>
  checkRelatedBlock(readPageFacts(html), new Set(dead));

const b = item('/articles/2026/b/', '乙', '摘要…');
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => item(`/${index}/`, `第${index}条`));

describe('a related list that keeps its promises', () => {
  test.each([
    ['none at all', '<p>没有</p>'],
    ['one item', page([b])],
    ['ten items', page(many(10))],
    ['the same headline at two addresses', page([item('/1/', '问答'), item('/2/', '问答')])],
    ['no excerpt', page([item('/1/', '乙')])],
    ['forty graphemes', page([item('/1/', '乙', '👨‍👩‍👧‍👦'.repeat(40))])],
    ['entities', page([item('/1/', '&lt;b&gt; &amp;', '&lt;'.repeat(40))])],
    [
      'a headline cut by wbr',
      page(['<li><span>1</span><a href="/1/">央行<wbr>降准<em>！</em></a></li>']),
    ],
    ['a list inside an item', page(['<li><a href="/1/">乙</a><ul><li>标签</li></ul></li>'])],
  ])('%s', (_, html) => {
    expect(check(html)).toEqual([]);
  });
});

describe('each broken promise is found', () => {
  test.each([
    ['printed twice', page([b], (block) => block + block), '列表出现了不止一次'],
    ['empty', page([]), '列表是空的'],
    ['eleven', page(many(11)), '列表有 11 条，超过 10 条'],
    ['no headline', page([item('/1/', '')]), '/1/ 没有标题'],
    ['a blank headline', page([item('/1/', ' <wbr>&#32;\n')]), '/1/ 没有标题'],
    ['no link', page(['<li>乙</li>']), '“”没有地址'],
    ['no address', page([item('', '乙')]), '“乙”没有地址'],
    ['itself', page([item('/articles/2026/a/', '甲')]), '列表里有本文自己'],
    [
      'one twice',
      page([item('/1/', '乙'), item('/2/', '丙'), item('/1/', '丁')]),
      '“丁”出现了两次',
    ],
    ['too long', page([item('/1/', '乙', '字'.repeat(41))]), '“乙”的摘要没有断在完整的字上'],
    ['half a character', page([item('/1/', '乙', '坏\ufffd字')]), '“乙”的摘要没有断在完整的字上'],
    ['half a surrogate', page([item('/1/', '乙', '坏\ud83d字')]), '“乙”的摘要没有断在完整的字上'],
  ])('%s', (_, html, reason) => {
    expect(check(html)).toContain(reason);
  });

  test('an address that is not there', () => {
    expect(check(page([b]), ['/articles/2026/b/'])).toEqual([
      '“乙”的地址 /articles/2026/b/ 不存在',
    ]);
  });

  test('all at once', () => {
    expect(
      check(page([item('/1/', ''), item('/articles/2026/a/', '甲'), item('/1/', '丁')])),
    ).toHaveLength(3);
  });
});

describe('readPageFacts', () => {
  const facts = readPageFacts(
    '<a href="/a/?x=1&amp;y=2" id="top">一</a><a href="/a/?x=1&amp;y=2">二</a><img src="b.png"><link href="https://test.example/c/">' +
      '<a href="mailto:a@b.cn">三</a><a href="javascript:x">四</a><img src="data:image/png;base64,A"><a href="tel:1">五</a><a href="#脚注" name="n">六</a><p id="脚注">',
  );

  test('addresses, each once, decoded, without other schemes', () => {
    expect(facts.hrefs).toEqual(['/a/?x=1&y=2', 'b.png', 'https://test.example/c/', '#脚注']);
  });

  test('ids', () => {
    expect([...facts.ids]).toEqual(['top', '脚注']);
    expect(facts.articlePath).toBeUndefined();
  });

  test('items', () => {
    expect(readPageFacts(page([b])).relatedBlocks).toEqual([
      { items: [{ href: '/articles/2026/b/', title: '乙', excerpt: '摘要…' }] },
    ]);
    expect(readPageFacts(page([b])).articlePath).toBe('/articles/2026/a/');
  });

  test('a list item outside the block is not an item of it', () => {
    expect(
      readPageFacts(`${page([b])}<ol><li><a href="/x/">外</a></li></ol>`).relatedBlocks[0]?.items,
    ).toHaveLength(1);
  });
});
