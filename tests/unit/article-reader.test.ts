import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/news/article-reader.ts';
import { articleFields, type Field } from '../../src/news/fields.ts';
import { BASICS, beijing, outline, read, readGood } from './samples.ts';

describe('the content contract', () => {
  const everything = {
    title: ['title: 甲：乙', { title: '甲：乙' }],
    date: ['date: 2026年3月15日 9:30', { date: beijing('2026-03-15 09:30') }],
    channel: ['channel: 银行', { channel: '银行' }],
    summary: ['summary: 一句话。', { summary: '一句话。' }],
    id: ['id: 000123', { id: '000123' }],
    updated: ['updated: 2026-03-16', { updated: beijing('2026-03-16') }],
    expires: ['expires: 2026-12-31 18:00', { expires: beijing('2026-12-31 18:00') }],
    draft: ['draft: true', { draft: true }],
    pinned: ['pinned: 是', { pinned: true }],
    tags: ['tags: [消保，金融, 2026, C++]', { tags: ['消保', '金融', '2026', 'C++'] }],
    topics: ['topics: [retirement]', { topics: ['retirement'] }],
    codes: ['codes: [000001, 002142, 1e3]', { codes: ['000001', '002142', '1e3'] }],
    byline: [
      'byline: [{ name: 周砚, role: 记者 }, 林知夏]',
      { byline: [{ name: '周砚', role: '记者' }, { name: '林知夏' }] },
    ],
    editor: ['editor: 沈棠', { editors: [{ name: '沈棠' }] }],
    source: [
      'source: { name: 新华社, url: "https://www.news.cn/a?b=1", title: 原题, author: 甲, permission: 已获授权 }',
      {
        source: {
          name: '新华社',
          url: 'https://www.news.cn/a?b=1',
          title: '原题',
          author: '甲',
          permission: '已获授权',
        },
      },
    ],
    cover: [
      'cover: { src: ./tu.png, alt: 图, caption: 注, credit: 摄 }',
      { cover: { src: './tu.png', alt: '图', caption: '注', credit: '摄' } },
    ],
    related: ['related: [b, 2025/c]', { related: ['b', '2025/c'] }],
    corrections: [
      'corrections:\n  - date: 2026-03-16 10:00\n    reason: 改了一处\n    from: 6,500 元\n    to: 6,000 元',
      {
        corrections: [
          {
            date: beijing('2026-03-16 10:00'),
            reason: '改了一处',
            from: '6,500 元',
            to: '6,000 元',
          },
        ],
      },
    ],
    withdrawn: [
      'withdrawn: { date: 2026-03-17, reason: 数据有误 }',
      { withdrawn: { date: beijing('2026-03-17'), reason: '数据有误' } },
    ],
    aliases: ['aliases: [/news/1234.html, /旧/]', { aliases: ['/news/1234.html', '/旧/'] }],
    ai: ['ai: assisted', { ai: 'assisted' }],
    kind: ['kind: reprint', { kind: 'reprint' }],
  } as const;

  test('every key has a row here', () => {
    expect(Object.keys(everything)).toEqual(Object.keys(articleFields));
  });

  const fields: Readonly<Record<string, Field>> = articleFields;

  test.each(Object.entries(everything))(
    '%s, in English and in Chinese',
    (key, [line, expected]) => {
      const others = BASICS.split('\n').filter((one) => !one.startsWith(`${key}:`));
      expect(readGood([...others, line].join('\n'))).toMatchObject(expected);
      const chinese = translate(line, fields);
      if (key !== 'ai') expect(chinese).not.toMatch(/^[a-z]/);
      expect(readGood([...others, chinese].join('\n'))).toMatchObject(expected);
    },
  );

  test.each(
    Object.entries(fields).flatMap(([key, { example, keys = {} }]): [string, string][] => [
      [key, example],
      ...Object.entries(keys).map(([inner, field]): [string, string] => [
        `${key}.${inner}`,
        wrap(key, field.example),
      ]),
    ]),
  )('the example for %s is right', (key, example) => {
    const others = BASICS.split('\n').filter((one) => !one.startsWith(`${key}:`));
    expect(outline(read([...others, example].join('\n')).problems)).toEqual([]);
  });

  /** Inner examples with the lines their map needs besides. */
  function wrap(key: string, line: string): string {
    const needed = {
      source: 'name: 甲',
      byline: 'name: 甲',
      editor: 'name: 甲',
      cover: 'src: a.png',
    };
    const dated = ['date: 2026-03-16', 'reason: 改字'];
    const all = [...(key in needed ? [needed[key as keyof typeof needed]] : dated), line];
    const name = line.split(':')[0];
    const lines = all.filter(
      (one, index) => index === all.length - 1 || one.split(':')[0] !== name,
    );
    const start = key === 'corrections' ? '  - ' : '    ';
    return [`${key}:`, ...lines.map((one, index) => (index === 0 ? start : '    ') + one)].join(
      '\n',
    );
  }

  function translate(line: string, known: Readonly<Record<string, Field>>): string {
    const [, key = '', rest = ''] = /^(\w+):([\s\S]*)$/.exec(line) ?? [];
    const { alias, keys = {} } = known[key] ?? { alias: key };
    const inner = Object.entries(keys).reduce(
      (text, [name, field]) =>
        text.replace(new RegExp(`(?<=[{,\\s-] ?)${name}:`, 'g'), `${field.alias}:`),
      rest,
    );
    return `${alias}:${inner}`;
  }
});

describe('what is left out', () => {
  test('optional keys are absent, lists are empty, and an article survives JSON', () => {
    const article = readGood(BASICS);
    expect(JSON.parse(JSON.stringify(article))).toEqual(article);
    expect(article).not.toHaveProperty('updated');
    expect(article).not.toHaveProperty('source');
    expect(article).toMatchObject({
      draft: false,
      pinned: false,
      tags: [],
      byline: [],
      editors: [],
      corrections: [],
      ai: 'none',
      kind: 'news',
    });
  });

  test('an empty value is a line not filled in yet', () => {
    const article = readGood(
      `${BASICS}\nsummary:\ncover:\ntags:\ndraft: ""\nsource:\n  name: 甲\n  url:`,
    );
    expect(article).toMatchObject({
      summary: '正文。',
      tags: [],
      draft: false,
      source: { name: '甲' },
    });
    expect(article.source).toEqual({ name: '甲' });
  });

  test.each([
    ['date: 2026-03-15\nchannel: 银行', '2 missing-key'],
    ['title:\ndate: 2026-03-15\nchannel: 银行', '2 missing-key'],
    ['date: 2026-03-15\nchannel: 银行\ntitle: ""', '4 missing-key'],
    ['date: 2026-03-15\nchannel: 银行\ntitle: "  　 "', '4 bad-value'],
    ['title: 甲\nchannel: 银行', '2 missing-key'],
    ['title: 甲\ndate: 2026-03-15', '2 missing-key'],
  ])('a required key: %j', (lines, expected) => {
    expect(outline(read(lines).problems)).toEqual([expected]);
  });

  test('id comes from the path, summary from the first sentences, length from the letters', () => {
    const { article } = readArticle(
      `---\n${BASICS}\n---\n\n# 小标题\n\n第一句。第二句！**粗**体 abc 12，《书》。\n`,
      'articles/2025/深/中文 名.md',
    );
    expect(article).toMatchObject({
      id: '2025/中文-名',
      year: '2025',
      slug: '中文-名',
      file: 'articles/2025/深/中文 名.md',
      summary: '小标题 第一句。第二句！粗体 abc 12，《书》。',
      length: 17,
    });
  });

  test.each(['![一图读懂](a.png)', '<!-- 待写 -->\n\n![图][a]\n\n[a]: a.png'])(
    'a picture is a body: %j',
    (body) => {
      expect(read(BASICS, body).problems).toEqual([]);
    },
  );

  test('so is a component in MDX, and a link to the original', () => {
    const source = `---\n${BASICS}\n---\n\n<Calculator />\n`;
    expect(readArticle(source, 'articles/2026/a.mdx').problems).toEqual([]);
    const headline = read(
      `${BASICS}\nsource: { name: 甲, url: "https://a.cn/1" }`,
      '[阅读原文](https://a.cn/1)',
    );
    expect(headline).toMatchObject({ problems: [], article: { summary: '', length: 0 } });
  });

  test('no body is a warning on the line where it should stand', () => {
    const { article, problems } = read(BASICS, '');
    expect(article?.summary).toBe('');
    expect(outline(problems)).toEqual(['6 empty-body']);
  });
});

describe('lists and people', () => {
  test.each([
    ['tags: 消保', ['消保']],
    ['tags: 消保, 金融', ['消保', '金融']],
    ['tags: 消保、金融，银行', ['消保', '金融', '银行']],
    ['tags: 【消保，金融】', ['消保', '金融']],
    ['tags: ［消保、金融］', ['消保', '金融']],
    ['tags: [“消保”，‘金融’]', ['消保', '金融']],
    ['tags: “消保”、“金融”', ['消保', '金融']],
    ['tags: [“三农”问题, 谈“三农”]', ['“三农”问题', '谈“三农”']],
    ['tags: [消保，金融]', ['消保', '金融']],
    ['tags: [消保, 消保, ""]', ['消保']],
    ['tags:\n  - 消保\n  - A/B', ['消保', 'A/B']],
    ['tags: []', []],
    ['tags: [2026, 315, 007]', ['2026', '315', '007']],
    ['tags: [2026-03-15]', ['2026-03-15']],
  ])('%j', (line, tags) => {
    expect(readGood(`${BASICS}\n${line}`).tags).toEqual(tags);
  });

  test.each([
    ['source: 新华社', { name: '新华社' }],
    ['source: 新华社 https://www.news.cn/a', { name: '新华社', url: 'https://www.news.cn/a' }],
    [
      '来源: 新华社（http://www.news.cn/a?b=1）',
      { name: '新华社', url: 'http://www.news.cn/a?b=1' },
    ],
    ['source: "新华社：https://www.news.cn/"', { name: '新华社', url: 'https://www.news.cn/' }],
    ['source: 新华社https://www.news.cn/', { name: '新华社', url: 'https://www.news.cn/' }],
    ['source: "[新华社](https://www.news.cn/a)"', { name: '新华社', url: 'https://www.news.cn/a' }],
    ['source: 新华社 https://www.news.cn/a。', { name: '新华社', url: 'https://www.news.cn/a' }],
    ['source: https://www.news.cn/a 新华社', { name: '新华社', url: 'https://www.news.cn/a' }],
    [
      'source: { name: 新华社 https://www.news.cn/a }',
      { name: '新华社', url: 'https://www.news.cn/a' },
    ],
    [
      'source: { name: 新华社 https://a.cn/1, url: "https://a.cn/1" }',
      { name: '新华社', url: 'https://a.cn/1' },
    ],
    [
      'source: { name: 新华社 https://a.cn/1, url: "https://b.cn/2" }',
      { name: '新华社 https://a.cn/1', url: 'https://b.cn/2' },
    ],
    ['source: 英为财情 Investing.com', { name: '英为财情 Investing.com' }],
    ['source: https://a.cn/1 https://b.cn/2', { name: 'https://a.cn/1 https://b.cn/2' }],
    ['source: 据 https://www.news.cn/ 报道', { name: '据 https://www.news.cn/ 报道' }],
  ])('%j', (line, source) => {
    expect(readGood(`${BASICS}\n${line}`).source).toEqual(source);
  });

  test('quotation marks of a Chinese keyboard around a value that is no text of its own', () => {
    const head =
      'title: “央行”降准\ndate: “2026-03-15 09:30”\nchannel: “银行”\nid: “a-1”\ndraft: ‘true’\nkind: “推广”\nbyline: “周砚”\nsource: “小康”\nsummary: “一句话”';
    expect(readGood(head)).toMatchObject({
      title: '“央行”降准',
      date: beijing('2026-03-15 09:30'),
      channel: '银行',
      id: 'a-1',
      draft: true,
      kind: 'promotion',
      byline: [{ name: '周砚' }],
      source: { name: '“小康”' },
      summary: '“一句话”',
    });
  });

  test.each(['Title: 甲', 'TITLE: 甲', 'ｔｉｔｌｅ: 甲', '标 题: 甲', '标　题: 甲'])(
    '%j is the title',
    (line) => {
      expect(readGood(`${line}\nDate: 2026-03-15\nChannel: 银行`).title).toBe('甲');
    },
  );

  test('a source that is an address alone is called by its host, with a warning', () => {
    const { article, problems } = read(`${BASICS}\n来源: https://www.news.cn/a`);
    expect(article?.source).toEqual({ name: 'news.cn', url: 'https://www.news.cn/a' });
    expect(outline(problems)).toEqual(['5 nameless-source']);
    expect(outline(read(`${BASICS}\nsource: www.news.cn`).problems)).toEqual(['5 nameless-source']);
    const named = `${BASICS}\nsource: { name: news.cn, url: "https://www.news.cn/a" }`;
    expect(read(named).problems).toEqual([]);
  });

  test.each([
    'source: 新华社 www.news.cn',
    'source: 新华社（www.news.cn/a）',
    'source: 据 https://www.news.cn/ 报道',
    'source: https://a.cn/1 https://b.cn/2',
    'source: { name: 新华社 www.news.cn }',
    'source: { name: 新华社 https://a.cn/1, url: "https://b.cn/2" }',
  ])('an address in the name of a source is a warning: %s', (line) => {
    const { article, problems } = read(`${BASICS}\n${line}`);
    expect(outline(problems)).toEqual(['5 address-in-source']);
    expect(problems[0]?.message).toContain(article?.source?.name);
  });

  test.each([
    'source: 新华社 https://www.news.cn/',
    'source: https://www.news.cn/a 新华社',
    'source: 英为财情 Investing.com',
    'source: { name: www.huxiu.com, url: "https://www.huxiu.com/1" }',
    'byline: 本报记者',
    'byline: 记者周砚',
  ])('nothing is said of %s', (line) => {
    expect(read(`${BASICS}\n${line}`).problems).toEqual([]);
  });

  test('names that cannot be told apart are a warning, of editors too', () => {
    const { problems } = read(`${BASICS}\nbyline: [周砚 林知夏, 记者仝砚]\n责任编辑: 沈棠 何一舟`);
    expect(outline(problems)).toEqual(['5 unclear-byline', '5 unclear-byline', '6 unclear-byline']);
  });

  test.each([
    ['byline: 周砚', [{ name: '周砚' }]],
    ['byline: 周砚、林知夏', [{ name: '周砚' }, { name: '林知夏' }]],
    ['byline: [周砚, 林知夏]', [{ name: '周砚' }, { name: '林知夏' }]],
    ['byline: { name: 周砚, role: 记者 }', [{ name: '周砚', role: '记者' }]],
    [
      '作者:\n  - 姓名: 周砚、林知夏\n    角色: 编译',
      [
        { name: '周砚', role: '编译' },
        { name: '林知夏', role: '编译' },
      ],
    ],
    ['byline: 周砚/林知夏', [{ name: '周砚' }, { name: '林知夏' }]],
    ['byline: 周砚；林知夏', [{ name: '周砚' }, { name: '林知夏' }]],
    ['byline: 周砚｜林知夏', [{ name: '周砚' }, { name: '林知夏' }]],
    [
      'byline: 记者 周砚 林知夏　欧阳修远',
      ['周砚', '林知夏', '欧阳修远'].map((name) => ({ name, role: '记者' })),
    ],
    ['byline: 文｜周砚', [{ name: '周砚' }]],
    ['byline: 文 静', [{ name: '文 静' }]],
    ['byline: AT&T', [{ name: 'AT&T' }]],
    ['byline: 周砚/新华社', [{ name: '周砚/新华社' }]],
    ['byline: 江苏 周砚', [{ name: '江苏 周砚' }]],
    ['byline: 路透 周砚', [{ name: '路透 周砚' }]],
    ['byline: 周砚 https://weibo.com/zy', [{ name: '周砚 https://weibo.com/zy' }]],
    [
      'byline: "记者：周砚 编辑：沈棠"',
      [
        { name: '周砚', role: '记者' },
        { name: '沈棠', role: '编辑' },
      ],
    ],
    ['byline: 记者 周砚', [{ name: '周砚', role: '记者' }]],
    [
      'byline: 本报记者：周砚 林知夏',
      ['周砚', '林知夏'].map((name) => ({ name, role: '本报记者' })),
    ],
    ['byline: 文/周砚', [{ name: '周砚' }]],
    ['作者: 作者：周砚', [{ name: '周砚' }]],
    ['byline: { name: 记者 周砚, role: 编译 }', [{ name: '周砚', role: '编译' }]],
    ['byline: 卡尔·马克思', [{ name: '卡尔·马克思' }]],
    ['byline: 阿卜杜拉·买买提、周砚', [{ name: '阿卜杜拉·买买提' }, { name: '周砚' }]],
    ['byline: 周　砚', [{ name: '周 砚' }]],
    ['byline: Jane Doe', [{ name: 'Jane Doe' }]],
    ['byline: 新华社 记者', [{ name: '新华社 记者' }]],
    ['byline: 中国 证券报', [{ name: '中国 证券报' }]],
    ['byline: 记者站', [{ name: '记者站' }]],
    ['byline: 文心', [{ name: '文心' }]],
  ])('%j', (line, byline) => {
    expect(readGood(`${BASICS}\n${line}`).byline).toEqual(byline);
  });

  test('a tag that no file system can hold as a folder is refused', () => {
    expect(readGood(`${BASICS}\ntags: [${'长'.repeat(30)}, ${'🎉'.repeat(30)}]`).tags).toHaveLength(
      2,
    );
    expect(outline(read(`${BASICS}\ntags: [${'长'.repeat(31)}]`).problems)).toEqual([
      '5 bad-value',
    ]);
  });
});

describe('words with few values', () => {
  test.each([
    ['true', true],
    ['True', true],
    ['YES', true],
    ['on', true],
    ['1', true],
    ['是', true],
    ['false', false],
    ['No', false],
    ['off', false],
    ['0', false],
    ['否', false],
  ])('draft: %s', (text, value) => {
    expect(readGood(`${BASICS}\n草稿: ${text}`).draft).toBe(value);
  });

  test.each([
    ['ai: 辅助', { ai: 'assisted' }],
    ['AI: 生成', { ai: 'generated' }],
    ['ai: 无', { ai: 'none' }],
    ['ai: Generated', { ai: 'generated' }],
    ['类型: 转载', { kind: 'reprint' }],
    ['类型: 推广', { kind: 'promotion' }],
    ['类型: 解读', { kind: 'explainer' }],
    ['kind: 新闻', { kind: 'news' }],
  ])('%s', (line, expected) => {
    expect(readGood(`${BASICS}\n${line}`)).toMatchObject(expected);
  });

  test.each([
    'draft: 也许',
    'draft: y',
    'pinned: 2',
    'ai: 有',
    'ai: constructor',
    'kind: 通知',
    'kind: toString',
    'draft: constructor',
  ])('%s is an error', (line) => {
    expect(outline(read(`${BASICS}\n${line}`).problems)).toEqual(['5 bad-value']);
  });
});

describe('ids', () => {
  test.each(['0', '000001', '20260315-a', '2026/春_1.2', '编号一'])('%s', (id) => {
    expect(readGood(`${BASICS}\nid: ${id}`).id).toBe(id);
  });

  test.each(['a b', 'a#b', 'a?b', 'a:b', 'a，b', '<a>', '🎉'])('%s is refused', (id) => {
    expect(outline(read(`${BASICS}\nid: "${id}"`).problems)).toEqual(['5 bad-value']);
  });
});

describe('unknown keys name the nearest one', () => {
  test.each([
    ['titel: 乙', 'title'],
    ['sumary: 乙', 'summary'],
    ['chanel: 乙', 'channel'],
    ['tag: 乙', 'tags'],
    ['标提: 乙', '标题'],
    ['责任编缉: 乙', '责任编辑'],
    ['source: { name: 甲, ulr: "https://a.cn" }', 'url'],
    ['byline:\n  - name: 甲\n    rolle: 记者', 'role'],
    ['byline: { name: 甲, rolle: 记者 }', 'role'],
    ['corrections:\n  - date: 2026-03-16\n    reason: 甲\n    form: 乙', 'from'],
    ['cover: { src: a.png, alter: 图, 图片来原: 甲 }', '图片来源'],
  ])('%j → %s', (line, nearest) => {
    const found = read(`${BASICS}\n${line}`).problems.filter(({ kind }) => kind === 'unknown-key');
    expect(found.at(-1)?.hint).toBe(`是不是“${nearest}”？请改过来。`);
  });

  test.each([
    ['分类: 银行', '栏目'],
    ['category: 银行', 'channel'],
    ['描述: 甲', '摘要'],
    ['Description: 甲', 'summary'],
    ['author: 周砚', 'byline'],
    ['记者: 周砚', '作者'],
    ['关键词: 存款', '标签'],
    ['发布时间: 2026-03-15', '日期'],
    ['publish-date: 2026-03-15', 'date'],
    ['出处: 新华社', '来源'],
    ['redirect_from: /a', 'aliases'],
    ['source: { name: 甲, 链接: "https://a.cn" }', '网址'],
    ['cover: { url: a.png }', 'src'],
    ['corrections:\n  - date: 2026-03-16\n    理由: 甲', '原因'],
  ])('under the name of another system: %j → %s', (line, name) => {
    const found = read(`${BASICS}\n${line}`).problems.filter(({ kind }) => kind === 'unknown-key');
    expect(found.at(-1)?.hint).toBe(`这里叫“${name}”，请改过来。`);
  });

  test.each([
    '天气预报: 乙',
    '<<: { a: b }',
    '__proto__: 乙',
    'constructor: 乙',
    'constructor:',
    'hasOwnProperty: 乙',
  ])('or list what there is: %j', (line) => {
    const { article, problems } = read(`${BASICS}\n${line}`);
    expect(article).toBeUndefined();
    expect(outline(problems)).toEqual(['5 unknown-key']);
    expect(problems[0]?.hint).toContain('title（标题）');
  });

  test('a full-width colon inside braces is named for what it is', () => {
    const hints = read(`${BASICS}\nsource: { 名称：新华社 }`).problems.map(({ hint }) => hint);
    expect(hints).toContain('冒号请用英文冒号加一个空格“: ”。');
  });
});

describe('a value of the wrong shape is explained in Chinese', () => {
  const shapes = [
    '一段文字',
    '[甲, 乙]',
    '{ 甲: 乙 }',
    '[{ 甲: 乙 }]',
    '[[甲]]',
    '{ name: { name: 甲 } }',
  ];

  test.each(Object.keys(articleFields).flatMap((key) => shapes.map((shape) => [key, shape])))(
    '%s: %s',
    (key, shape) => {
      const others = BASICS.split('\n').filter((one) => !one.startsWith(`${key}:`));
      const { problems } = read([...others, `${key}: ${shape}`].join('\n'));
      for (const { message, hint, line } of problems) {
        expect(`${message} ${hint}`).not.toMatch(
          /invalid|expected|received|undefined|object Object/i,
        );
        expect(line).toBe(others.length + 2);
      }
    },
  );

  test.each([
    ['source: { url: "https://a.cn" }', ['5 missing-key']],
    ['source: { name: 甲, url: www.a.cn }', ['5 bad-value']],
    ['source: { name: 甲, url: "javascript:alert(1)" }', ['5 bad-value']],
    ['source: { name: 甲, url: "https:///a" }', ['5 bad-value']],
    ['cover: ./a.png', ['5 bad-value']],
    ['cover: { alt: 图 }', ['5 missing-key']],
    ['withdrawn: true', ['5 bad-value']],
    ['withdrawn: { reason: 甲 }', ['5 missing-key']],
    ['withdrawn: { date: 昨天, reason: 甲 }', ['5 bad-date']],
    ['corrections: 改了', ['5 bad-value']],
    ['corrections:\n  - 改了', ['6 bad-value']],
    [
      'corrections:\n  - date: 2026-03-16\n    reason: 甲\n  - date: 2026-13-16\n    reason: 乙',
      ['8 bad-date'],
    ],
    ['updated: 2026-02-30', ['5 bad-date']],
    ['expires: 永远', ['5 bad-date']],
  ])('%j', (line, expected) => {
    expect(outline(read(`${BASICS}\n${line}`).problems)).toEqual(expected);
  });

  test.each([
    ['date: [2026-03-15]', '“date（日期）”不是能读懂的日期：["2026-03-15"]'],
    ['date: { 年: 2026 }', '“date（日期）”不是能读懂的日期：{"年":"2026"}'],
  ])('%s', (line, message) => {
    expect(read(`title: 甲\n${line}\nchannel: 银行`).problems[0]?.message).toBe(message);
  });
});

describe('lines of keys, for what is found later', () => {
  test('by canonical name, in the lines of the file', () => {
    const { lines } = readArticle(
      '\ufeff\r\n---\r\n标题: 甲\r\n# 备注\r\ndate: 2026-03-15\r\n栏目: 银行\r\nsummary: |\r\n  一\r\n  二\r\ntags:\r\n  - 甲\r\n---\r\n正文',
      'articles/2026/a.md',
    );
    expect(lines).toEqual({ title: 3, date: 5, channel: 6, summary: 7, tags: 10 });
  });
});

test('a file in the wrong place also hears what is wrong inside it', () => {
  const { problems } = readArticle('---\ntitle: 甲\ndate: 昨天\n---\n正文', 'articles/a.md');
  expect(outline(problems)).toEqual(['- no-year-folder', '2 missing-key', '3 bad-date']);
});

test('a headline of any white space is one line', () => {
  expect(readGood('title: "一\\n二\\t 三\\u2028四"\ndate: 2026-03-15\nchannel: 银行').title).toBe(
    '一 二 三 四',
  );
});
