import { describe, expect, test } from 'vitest';
import { createProcessor } from '../../../src/markdown/processor.ts';
import { renderMarkdown } from '../../../src/markdown/render.ts';

/** The JavaScript that Astro's MDX integration gets. */
async function compile(source: string): Promise<string> {
  const processor = createProcessor({ base: '/news/' });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false },
  );
  const { code } = (await renderer?.process(source, '/content/a.mdx', {})) ?? { code: '' };
  return code;
}

describe('MDX', () => {
  test('Chinese marks, line ends, links', async () => {
    const code = await compile(
      '**重要：**请\n下一行5%~7%，3~12见[甲](/x/)，https://example.com/a，*ST乙，*ST丙。',
    );
    expect(code).toContain('_components.strong, { children: "重要：" }');
    expect(code).toContain('"请下一行5%~7%，3~12见"');
    expect(code).toContain('href: "/news/x/"');
    expect(code).toContain('href: "https://example.com/a"');
    expect(code).toContain('"，*ST乙，*ST丙。"');
  });

  test('headings, tables, figures, footnotes as in plain Markdown', async () => {
    const code = await compile(
      '# 节\n\n| 甲 | 乙 |\n|---|--:|\n| 丙 | 1% |\n\n![图](./a.png "图注")\n\n字[^1]\n\n[^1]: 注',
    );
    expect(code).toContain('_components.h2, {\n            id: "节"');
    expect(code).toContain('"aria-label": "表格：节（可左右滚动）"');
    expect(code).toContain('class: "align-end num"');
    expect(code).not.toContain('style');
    expect(code).toContain('_components.figcaption, { children: "图注" }');
    expect(code).toContain('from "./a.png"');
    expect(code).toContain('children: "脚注"');
  });

  test('JavaScript and components stay as written', async () => {
    const code = await compile(
      [
        "import Chart from '~/chart.astro';",
        'export const power = 2 ** 3 /* 注：*/ * 2;',
        '',
        '{/*批注*/}',
        '',
        '<Chart label="**甲：**乙" value={~power} rate={power*STEP}>',
        '',
        '**值：**{power}',
        '',
        '</Chart>',
      ].join('\n'),
    );
    expect(code).toContain('from "~/chart.astro"');
    expect(code).toMatch(/2 \*\* 3 .*\* 2;/);
    expect(code).toContain('label: "**甲：**乙"');
    expect(code).toContain('value: ~power');
    expect(code).toMatch(/rate: power \* STEP/);
    expect(code).toContain('_components.strong, { children: "值：" }');
    expect(code).not.toMatch(/[\ufdd0-\ufdd2\u1680]/);
  });

  test('an image path with a stray percent sign does not stop the build', async () => {
    expect(await compile('甲![乙](./100%.png)')).toContain('from "./100%.png"');
  });

  test('a remote image becomes a link', async () => {
    const code = await compile('甲![乙](https://img.example.com/a.png)');
    expect(code).toContain('href: "https://img.example.com/a.png"');
    expect(code).not.toContain('_components.img');
  });
});

test('plain Markdown that Astro renders by itself is the same rendering', async () => {
  const source = '# 节\n\n**重要：**请<script>x</script>![](./a.png)';
  const renderer = await createProcessor().createRenderer({ syntaxHighlight: false });
  const { code, metadata } = await renderer.render(source);
  const { html, imagePaths, headings } = await renderMarkdown(source);
  expect(code).toBe(html);
  expect(metadata.localImagePaths).toEqual(imagePaths);
  expect(metadata.headings).toEqual(headings);
});
