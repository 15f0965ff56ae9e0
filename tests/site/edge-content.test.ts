import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { article, type BuiltSite, buildSite, writeContent } from './build.ts';
import { picture } from './random-site.ts';

const LONG_SLUG = 'a'.repeat(90);
const NASTY_TITLE = '“央行”：<b>& </script><script>alert(1)</script> \'引号\' "双引号" 🎉';

const WITHDRAWN = 'withdrawn: { date: 2026-01-02 08:00, reason: 数据有误 }';
const COVER = 'cover: { src: ./tu.png, alt: 一张红色的图 }';

/** Five megabytes of paragraphs, each of which must arrive. */
const LONG_BODY = Array.from(
  { length: 14_000 },
  (_, i) => `第${i}段。${'利率与存款。'.repeat(20)}`,
);

describe('odd but right content builds into right pages', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    const contentDir = writeContent({
      'articles/2026/bom-crlf.md': `\uFEFF${article('记事本', '第一段。\n\n第二段。').replaceAll('\n', '\r\n')}`,
      'articles/2026/中文 名#1?.md': article('中文文件名'),
      'articles/2026/Upper.md': article('大写文件名'),
      [`articles/2026/${LONG_SLUG}.md`]: article('长文件名'),
      'articles/2026/deep/er/shen.md': article('深处的稿件'),
      'articles/2026/nasty.md': article(NASTY_TITLE),
      'articles/2026/huge.md': article('很长的稿件', LONG_BODY.join('\n\n')),
      'articles/2026/html.md': article(
        '带标签的稿件',
        '前<script>alert(1)</script>后\n\n<iframe src="https://evil.example"></iframe>\n\n<img src="x.png" onerror="alert(2)">\n\n[点我](javascript:alert(3))\n\n水 H<sub>2</sub>O',
      ),
      'articles/2026/zero.md': article('编号是零', '正文。', 'id: 0\ncodes: [000001]'),
      'articles/2026/tags.md': article(
        '标签',
        '正文。',
        'tags: [C++, C#, A/B, 🎉, 银行, ＬＰＲ, lpr]',
      ),
      'articles/2026/gone.md': article('撤下的稿件', '![图](./tu.png)', `${WITHDRAWN}\n${COVER}`),
      'articles/2026/gone-too.mdx': article(
        '撤下的组件',
        '第 {1 + 1} 段。',
        `${WITHDRAWN}\n${COVER}`,
      ),
      'articles/2025/other.md': article('另一年的稿件', '正文。', 'date: 2026-01-01 00:00'),
    });
    writeFileSync(path.join(contentDir, 'articles/2026/tu.png'), await picture('#b3261e'));
    site = await buildSite({ contentDir });
  });

  test('the build succeeds and counts every file', () => {
    expect(site.output).toContain('13 个文件 = 已发布 13（其中撤稿 2）');
    expect(site.status).toBe(0);
  });

  test.each([
    ['bom-crlf', '记事本'],
    ['中文-名-1', '中文文件名'],
    ['Upper', '大写文件名'],
    [LONG_SLUG, '长文件名'],
    ['shen', '深处的稿件'],
    ['zero', '编号是零'],
  ])('articles/2026/%s/', (slug, title) => {
    expect(site.read(`articles/2026/${slug}/index.html`)).toContain(`<title>${title}`);
  });

  test('a title of markup, quotes and emoji is text everywhere', () => {
    const page = site.read('articles/2026/nasty/index.html');
    const scripts = (html: string) => readScripts(html).filter((code) => code.includes('alert(1)'));
    expect(scripts(page).every((code) => code.startsWith('{'))).toBe(true);
    expect(page).toContain('\\u003c/script>\\u003cscript>alert(1)');
    expect(site.read('rss.xml')).not.toContain('<script>alert(1)');
  });

  test('raw HTML keeps its text and loses its teeth', () => {
    const page = site.read('articles/2026/html/index.html');
    const body = page.slice(page.indexOf('data-article-body'));
    expect(body).toContain('H<sub>2</sub>O');
    expect(body).not.toMatch(/alert\([123]\)|evil\.example|onerror|javascript:/);
  });

  test.each(['gone', 'gone-too'])('a withdrawn article shows no picture: %s', (slug) => {
    const page = site.read(`articles/2026/${slug}/index.html`);
    expect(page).toContain('数据有误');
    expect(page).not.toMatch(/tu\.|段/);
  });

  test('every paragraph of five megabytes arrives', () => {
    const page = site.read('articles/2026/huge/index.html');
    expect(page).toContain('<p>第0段。');
    expect(page).toContain('<p>第13999段。');
  });

  test('tags that look alike to a file system have addresses of their own', () => {
    for (const tag of ['c~2b~2b', 'c~23', 'a~2f-b', '~1f389', '银行', 'lpr']) {
      expect(existsSync(path.join(site.outDir, 'tags', tag, 'index.html')), tag).toBe(true);
    }
  });

  test('a year that differs from the folder is a warning, and the folder is the address', () => {
    expect(site.output).toContain('提醒：日期是 2026 年，文件却在 2025 文件夹里');
    expect(existsSync(path.join(site.outDir, 'articles/2025/other/index.html'))).toBe(true);
  });

  test('ids and codes stay strings', () => {
    expect(site.read('rss.xml')).toContain(
      '<guid isPermaLink="false">tag:test.example,2020:0</guid>',
    );
  });
});

test('an empty articles folder is a site without articles, and a warning', async () => {
  const built = await buildSite({ contentDir: writeContent({}) });
  expect(built.output).toContain('提醒：articles 文件夹里还没有稿件');
  expect(built.status).toBe(0);
  expect(built.read('index.html')).toContain('测试财经');
});

/** The text of each script element, as a browser would find it. */
function readScripts(html: string): string[] {
  const scripts: string[] = [];
  let isInside = false;
  const parser = new Parser({
    onopentag: (name) => {
      isInside = name === 'script';
      if (isInside) scripts.push('');
    },
    ontext: (text) => {
      if (isInside) scripts.push((scripts.pop() ?? '') + text);
    },
    onclosetag: () => {
      isInside = false;
    },
  });
  parser.end(html);
  return scripts;
}
