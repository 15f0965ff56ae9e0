import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { article, buildSite, writeContent } from './build.ts';

/** 标题：央行 in GBK. */
const GBK = Uint8Array.from([
  0x2d, 0x2d, 0x2d, 0x0a, 0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xd1, 0xeb, 0xd0, 0xd0, 0x0a,
]);

const good = { 'articles/2026/good.md': article('好稿') };

/** Each wrong file, and the lines an author must see. */
const cases: [name: string, files: Record<string, string | Uint8Array>, expected: string[]][] = [
  [
    'GBK',
    { 'articles/2026/gbk.md': GBK },
    ['articles/2026/gbk.md  错误：文件不是 UTF-8 编码（多半是 GBK）', '另存为'],
  ],
  ['an empty file', { 'articles/2026/empty.md': '' }, ['articles/2026/empty.md  错误：文件是空的']],
  [
    'a full-width colon',
    { 'articles/2026/a.md': '---\ntitle：消保\ndate: 2026-03-15\nchannel: 银行\n---\n正文' },
    ['articles/2026/a.md:2:6  错误：“title”后面用了中文冒号“：”', 'title: 消保'],
  ],
  [
    'text lost behind #',
    { 'articles/2026/a.md': article('', '正文', 'title: 央行 #3号公告') },
    ['“title”里的 # 会让后面的文字（3号公告）被当成注释丢掉', 'title: "央行 #3号公告"'],
  ],
  [
    'fences of dashes',
    { 'articles/2026/a.md': '———\ntitle: 甲\n———\n正文' },
    ['articles/2026/a.md:1  错误：信息块的分隔线写成了“———”'],
  ],
  [
    'a missing field',
    { 'articles/2026/a.md': '---\ntitle: 甲\nchannel: 银行\n---\n正文' },
    ['错误：缺少“date”（日期）', 'date: 2026-03-15 09:30'],
  ],
  [
    'an unknown channel, with the nearest one',
    { 'articles/2026/a.md': article('甲', '正文', 'channel: 银航') },
    ['articles/2026/a.md:4  错误：没有名为“银航”的栏目', '是不是“银行”？'],
  ],
  [
    'an unknown key, with the nearest one',
    { 'articles/2026/a.md': article('甲', '正文', 'titel: 乙') },
    ['articles/2026/a.md:5  错误：没有“titel”这一项', '是不是“title”？'],
  ],
  [
    'a date nobody can read',
    { 'articles/2026/a.md': article('甲', '正文', 'date: 2026-02-30') },
    ['不是能读懂的日期：2026-02-30'],
  ],
  [
    'two files with one id',
    {
      'articles/2026/a.md': article('甲', '正文', 'id: same'),
      'articles/2026/b.md': article('乙', '正文', 'id: same'),
    },
    ['articles/2026/b.md:5  错误：编号“same”与 articles/2026/a.md 重复'],
  ],
  [
    'Upper.md beside upper.md',
    {
      'articles/2026/Upper.md': article('甲', '正文', 'id: a'),
      'articles/2026/upper.md': article('乙', '正文', 'id: b'),
    },
    ['网址 /articles/2026/upper/ 与 articles/2026/Upper.md 相同（不分大小写）'],
  ],
  [
    'an image that is not there',
    { 'articles/2026/a.md': article('甲', '![图](./no.png)') },
    ['错误：找不到图片“./no.png”'],
  ],
  [
    'Notepad’s double extension',
    { 'articles/2026/a.md.txt': article('甲') },
    ['错误：“a.md.txt”看起来是一篇稿件，但扩展名不对'],
  ],
  [
    'an old address that meets a page',
    { 'articles/2026/a.md': article('甲', '正文', 'aliases: [/articles/2026/good/]') },
    ['错误：旧址“/articles/2026/good/”与 articles/2026/good.md 的地址相同'],
  ],
  [
    'a malformed ICP number',
    {
      'site.yaml': [
        'name: 甲',
        'description: 乙',
        'address: https://a.example',
        'organisation: 丙',
        'since: 2020',
        'namespace: tag:a.example,2020',
        'icp: 京ICP备123号',
      ].join('\n'),
    },
    ['site.yaml:7  错误：“icp”的写法不对：ICP 备案号应当像 京ICP备12345678号-1'],
  ],
];

describe('a build that would lose or falsify an article stops and says where', () => {
  test.each(cases)('%s', async (_, files, expected) => {
    const built = await buildSite({ contentDir: writeContent({ ...good, ...files }) });
    expect(built.status).toBe(1);
    for (const line of expected) expect(built.output).toContain(line);
    expect(built.output).not.toMatch(/\n\s+at /);
    expect(existsSync(built.outDir)).toBe(false);
  });

  test('all problems come at once', async () => {
    const built = await buildSite({
      contentDir: writeContent({
        'articles/2026/a.md': article('甲', '正文', 'channel: 没有\ntopics: [也没有]'),
        'articles/2026/b.md': article('乙', '正文', 'date: 昨天\nai: 也许'),
        'articles/2026/c.md': '',
      }),
    });
    expect(built.status).toBe(1);
    expect(built.output).toContain('内容有 5 处错误');
    for (const file of ['a.md:4', 'a.md:5', 'b.md:4', 'b.md:5', 'c.md  错误']) {
      expect(built.output).toContain(`articles/2026/${file}`);
    }
  });

  test('a BUILD_TIME without an offset is refused', async () => {
    const built = await buildSite({
      contentDir: writeContent(good),
      env: { BUILD_TIME: '2026-11-25 12:00' },
    });
    expect(built.status).toBe(1);
    expect(built.output).toContain('环境变量 BUILD_TIME 读不懂');
  });
});
