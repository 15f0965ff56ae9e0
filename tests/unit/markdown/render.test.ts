import { describe, expect, test, vi } from 'vitest';
import { settleLevels } from '../../../src/markdown/headings.ts';
import { type RenderOptions, renderMarkdown } from '../../../src/markdown/render.ts';

const htmlOf = async (markdown: string, options?: RenderOptions) =>
  (await renderMarkdown(markdown, options)).html;

describe('headings', () => {
  test.each([
    [
      [1, 2, 1],
      [2, 3, 2],
    ],
    [
      [2, 3, 3, 2],
      [2, 3, 3, 2],
    ],
    [
      [3, 5, 3],
      [2, 3, 2],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6, 6],
    ],
    [
      [4, 2],
      [2, 2],
    ],
    [[], []],
  ])('levels %j become %j', (written, settled) => {
    expect(settleLevels(written)).toEqual(settled);
  });

  test('ids are words, unique, never empty, and cannot meet the page’s own', async () => {
    const { html, headings } = await renderMarkdown(
      '# 年化利率 怎么算？\n\n## 😀\n\n## 🎉\n\n# 年化利率，怎么算\n\n# Main\n\n#\n\n题\n===',
    );
    expect(headings).toEqual([
      { depth: 2, slug: '年化利率-怎么算', text: '年化利率 怎么算？' },
      { depth: 3, slug: 'body-section', text: '😀' },
      { depth: 3, slug: 'body-section-1', text: '🎉' },
      { depth: 2, slug: '年化利率-怎么算-1', text: '年化利率，怎么算' },
      { depth: 2, slug: 'body-main', text: 'Main' },
      { depth: 2, slug: '题', text: '题' },
    ]);
    for (const { depth, slug } of headings) expect(html).toContain(`<h${depth} id="${slug}">`);
    expect(html).not.toContain('<h1');
  });

  test('an id of the author’s is kept for links to it, and once', async () => {
    const html = await htmlOf(
      '<h3 id="main">甲</h3>\n\n[去](#main) <span id="main">乙</span> [去](#甲)\n\n## 甲',
    );
    expect(html).toContain('<h2 id="body-main">甲</h2>');
    expect(html).toContain('<a href="#body-main">去</a> <span>乙</span>');
    expect(html).toContain(`<a href="#${encodeURIComponent('甲')}">去</a>`);
    expect(html).toContain('<h2 id="甲">甲</h2>');
  });
});

describe('tables', () => {
  test('a labelled region, scopes, alignment and figures by class', async () => {
    const html = await htmlOf(
      '## 利率\n\n| 期限 | 利率 | 涨跌 | 备注 |\n|:--|--:|:-:|---|\n| 一年 | 1.5% | +0.1 | 无 |\n| 三年 | 3,000元 | — | 好 |',
    );
    expect(html).toContain(
      '<div class="scroller" role="region" tabindex="0" aria-label="表格：利率（可左右滚动）"><table>',
    );
    expect(html).toContain('<th scope="col" class="align-start">期限</th>');
    expect(html).toContain('<td class="align-end num">3,000元</td>');
    expect(html).toContain('<td class="align-center num">—</td>');
    expect(html).toContain('<td>好</td>');
    expect(html).not.toContain('style');
  });

  test('every label is another', async () => {
    const table = '| 甲 |\n|---|\n| 乙 |';
    const html = await htmlOf(
      `${table}\n\n## 节\n\n${table}\n\n${table}\n\n<table><caption>题注</caption><tr><td>丙</td></tr></table>`,
    );
    expect([...html.matchAll(/aria-label="([^"]+)"/g)].map(([, label]) => label)).toEqual([
      '表格：表 1（可左右滚动）',
      '表格：节（可左右滚动）',
      '表格：节，表 3（可左右滚动）',
      '表格：题注（可左右滚动）',
    ]);
  });

  test.each([
    ['+2.35%', true],
    ['-0.1', true],
    ['▲ 3.2', true],
    ['¥1,234.50', true],
    ['3%~5%', true],
    ['12个月', true],
    ['2026年', true],
    ['第2期', false],
    ['000001平安', false],
    ['约5%', false],
  ])('%s alone in a column is a figure: %s', async (cell, isFigure) => {
    const html = await htmlOf(`| 甲 |\n|---|\n| ${cell} |\n|  |`);
    expect(html.includes('class="num"')).toBe(isFigure);
  });

  test('a blank header cell is no header; spanning cells are not counted', async () => {
    const html = await htmlOf(
      '<table><tr><th></th><th>乙</th></tr><tr><th>丙</th><td colspan="1">1</td></tr></table>',
    );
    expect(html).toContain('<tr><td></td><th scope="col">乙</th></tr>');
    expect(html).toContain('<tr><th scope="row">丙</th><td colspan="1">1</td></tr>');
  });
});

describe('footnotes and tasks', () => {
  test('labels are Chinese and every reference meets its id', async () => {
    const { html, headings } = await renderMarkdown('字[^1]与[^注][^1]\n\n[^1]: 甲\n[^注]: 乙');
    expect(html).toContain('>脚注</h2>');
    expect(html).toContain('aria-label="返回正文（注 1）"');
    expect(headings).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id = '']) => id);
    expect(targets.length).toBe(6);
    for (const target of targets) expect(ids).toContain(decodeURIComponent(target));
    for (const [, id] of html.matchAll(/aria-describedby="([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('a task shows a sign, no control', async () => {
    expect(await htmlOf('- [x] 甲\n- [ ] 乙')).toBe(
      '<ul>\n<li><span>☑</span> 甲</li>\n<li><span>☐</span> 乙</li>\n</ul>',
    );
  });
});

describe('images', () => {
  const marker = (html: string) =>
    [...html.matchAll(/__ASTRO_IMAGE_="([^"]+)"/g)].map(([, json = '']) =>
      JSON.parse(json.replaceAll('&#x22;', '"').replaceAll('&#x26;', '&')),
    );

  test.each(['./图%20片.png', '<./图 片.png>', '<./图%20片.png>'])(
    'local image %s waits for Astro',
    async (target) => {
      const { html, imagePaths } = await renderMarkdown(`前![说明](${target} "题")后`);
      expect(imagePaths).toEqual(['./图 片.png']);
      expect(marker(html)).toEqual([
        {
          alt: '说明',
          title: '题',
          loading: 'lazy',
          decoding: 'async',
          src: './图 片.png',
          index: 0,
        },
      ]);
    },
  );

  test('the same image twice has two marks and one path', async () => {
    const { html, imagePaths } = await renderMarkdown('甲![](a.png)乙![][r]\n\n[r]: a.png');
    expect(imagePaths).toEqual(['a.png']);
    expect(marker(html).map(({ index }) => index)).toEqual([0, 1]);
  });

  test('alone in a paragraph it is a figure with its title as caption', async () => {
    const html = await htmlOf(
      '![甲](/a.png "图注")\n\n[![乙](/b.png)](/c/)\n\n![丙](/c.png)\n![丁](/d.png)',
    );
    const attributes = 'loading="lazy" decoding="async"';
    expect(html).toBe(
      [
        `<figure><img alt="甲" ${attributes} src="/a.png"><figcaption>图注</figcaption></figure>`,
        `<figure><a href="/c/"><img alt="乙" ${attributes} src="/b.png"></a></figure>`,
        `<div class="figures"><figure><img alt="丙" ${attributes} src="/c.png"></figure>` +
          `<figure><img alt="丁" ${attributes} src="/d.png"></figure></div>`,
      ].join('\n'),
    );
  });

  test('an image on another host becomes a link', async () => {
    const { html, imagePaths } = await renderMarkdown(
      '![走势](https://img.example.com/a.png "题")\n\n<img src="//img.example.com/b.png">',
    );
    expect(html).not.toContain('<img');
    expect(html).toContain(
      '<a href="https://img.example.com/a.png" rel="noopener noreferrer">走势</a>',
    );
    expect(html).toContain('>查看图片</a>');
    expect(imagePaths).toEqual([]);
  });

  test('a local image that was not imported leaves its words', async () => {
    const { html, imagePaths } = await renderMarkdown('甲![说明](b.png)![](a.png)', {
      images: ['a.png'],
    });
    expect(html).toMatch(/甲<span>说明<\/span><img __ASTRO_IMAGE_=/);
    expect(imagePaths).toEqual(['a.png']);
  });

  test('a percent sign that stands for itself stops nothing', async () => {
    expect((await renderMarkdown('甲![](100%.png)')).imagePaths).toEqual(['100%.png']);
  });
});

describe('links', () => {
  const options: RenderOptions = {
    base: '/news/',
    resolveArticle: vi.fn((path) => (path === './乙.md' ? '/articles/2026/b/' : undefined)),
  };

  test.each([
    ['[甲](/topics/a/)', '<a href="/news/topics/a/">甲</a>'],
    ['[甲](https://example.com)', '<a href="https://example.com" rel="noopener noreferrer">甲</a>'],
    ['[甲](//example.com)', '<a href="//example.com" rel="noopener noreferrer">甲</a>'],
    ['[甲](mailto:a@example.com)', '<a href="mailto:a@example.com">甲</a>'],
    ['[甲](tel:+8610-12345678)', '<a href="tel:+8610-12345678">甲</a>'],
    ['[甲](./乙.md)', '<a href="/news/articles/2026/b/">甲</a>'],
    ['[甲](./乙.md#main)', '<a href="/news/articles/2026/b/#body-main">甲</a>'],
    ['[甲](%E4.pdf)', '<a href="%E4.pdf">甲</a>'],
  ])('%s', async (markdown, html) => {
    expect(await htmlOf(markdown, options)).toBe(`<p>${html}</p>`);
  });

  test('a file that is no article: its words stay', async () => {
    expect(await htmlOf('[甲](../none.md)', options)).toBe('<p><a>甲</a></p>');
  });
});

describe('bad input', () => {
  test.each([
    ['', ''],
    ['\ufeff正文', '<p>正文</p>'],
    ['甲\u0007\ufffe乙\u0000丙', '<p>甲乙丙</p>'],
    ['甲\ud800乙', '<p>甲\ufffd乙</p>'],
    ['---\n\n甲', '<hr>\n<p>甲</p>'],
  ])('%j', async (markdown, html) => {
    expect(await htmlOf(markdown)).toBe(html);
  });

  test.each(['> '.repeat(300), '- '.repeat(300), '<div>'.repeat(700)])(
    'nesting beyond reason is named, not a crash',
    async (source) => {
      await expect(renderMarkdown(`${source}字`)).rejects.toThrow('套了 200 层以上');
    },
  );

  test('a body of 5 MB is rendered whole', async () => {
    const paragraph = '**重点：**5%~7%，见 https://example.com/a，*ST甲。\n续行[链接](/a)。\n\n';
    const count = Math.ceil(1_700_000 / paragraph.length);
    const { html } = await renderMarkdown(`${paragraph.repeat(count)}\n\n# 甲\n\n# 甲`);
    expect(html.match(/<strong>重点：<\/strong>/g)?.length).toBe(count);
  });
});
