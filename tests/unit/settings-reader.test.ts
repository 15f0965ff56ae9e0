import { describe, expect, test } from 'vitest';
import { RESERVED_SEGMENTS } from '../../src/news/address.ts';
import { readSettings } from '../../src/news/settings-reader.ts';
import { outline } from './samples.ts';

const SITE = [
  'name: 测试财经',
  'description: 简介。',
  'address: https://test.example/news/',
  'organisation: 测试编辑部',
  'since: 2020',
  'namespace: tag:test.example,2020',
].join('\n');
const CHANNELS = '- { id: banking, name: 银行 }\n- { id: gold, name: 黄金 }';

function readWith(files: Record<string, string>) {
  return readSettings(
    new Map(Object.entries({ 'site.yaml': SITE, 'channels.yaml': CHANNELS, ...files })),
  );
}

const readSite = (lines: string) => readWith({ 'site.yaml': `${SITE}\n${lines}` });

test('the least that is needed, with defaults', () => {
  const { settings, problems } = readWith({});
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    site: {
      name: '测试财经',
      description: '简介。',
      address: 'https://test.example/news/',
      language: 'zh-CN',
      organisation: '测试编辑部',
      since: '2020',
      namespace: 'tag:test.example,2020',
      contacts: {},
      report: {},
      page_size: 30,
      feed_size: 50,
      indent: true,
    },
    channels: [
      { id: 'banking', name: '银行' },
      { id: 'gold', name: '黄金' },
    ],
    topics: [],
    people: [],
    pages: [],
  });
});

test('everything, from files of Windows', () => {
  const crlf = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}\r\n`;
  const { settings, problems } = readWith({
    'site.yaml': crlf(
      `# 网站设置\n${SITE}\ntagline: 一句话\ncontacts:\n  email: a@b.cn\nreport:\n  phone: 010-1234 5678\npage_size: 20\nfeed_size: 10\nindent: false`,
    ),
    'topics.yaml': crlf(
      '- id: retirement\n  name: 个人养老金\n  intro: |\n    要点：甲\n    其次：乙',
    ),
    'people.yaml': crlf('- { id: zhou-yan, name: 周砚, role: 记者 }'),
    'pages/about.md': crlf('---\ntitle: 关于我们\norder: 2\n---\n正文'),
    'pages/contact.md': crlf('---\ntitle: 联系我们\norder: 1\n---\n正文'),
  });
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({
    site: { tagline: '一句话', page_size: 20, feed_size: 10, indent: false },
    topics: [{ id: 'retirement', intro: '要点：甲\n其次：乙' }],
    people: [{ name: '周砚', role: '记者' }],
    pages: [{ slug: 'contact' }, { slug: 'about' }],
  });
});

describe('备案号', () => {
  test.each([
    '京ICP备12345678号',
    '京ICP备12345678号-1',
    '京ICP备2021000001号-12',
    // Guangdong's offices print the number of the subject.
    '粤ICP备05008333号',
    '新ICP备12345678号-100',
  ])('%s', (icp) => {
    expect(readSite(`icp: ${icp}`).settings?.site.icp).toBe(icp);
  });

  test.each([
    '京ICP备1234567号',
    '京ICP备123456789012号',
    'ICP备12345678号',
    '京icp备12345678号-1',
    '京ICP备12345678',
    '京ICP备12345678号－1',
    '京ICP备12345678号-',
    '京ICP备 12345678号',
    '英ICP备12345678号',
    '京ICP证030173号',
    '京ICP备12345678号-1 京公网安备',
  ])('%s fails on its line, in Chinese', (icp) => {
    const { settings, problems } = readSite(`icp: ${icp}`);
    expect(settings).toBeUndefined();
    expect(problems).toMatchObject([
      {
        kind: 'bad-value',
        file: 'site.yaml',
        line: 7,
        message: '“icp”的写法不对：ICP 备案号应当像 京ICP备12345678号-1',
      },
    ]);
  });

  test.each([
    '京公网安备11010502000001号',
    '京公网安备 11010502000001号',
    '沪公网安备31011502000001号',
  ])('%s', (police) => {
    expect(readSite(`police: ${police}`).settings?.site.police).toBe(police);
  });

  test.each([
    '京公网安备1101050200001号',
    '京公网安备110105020000011号',
    '公网安备11010502000001号',
    '京公网安备11010502000001',
    '京公网安11010502000001号',
  ])('%s fails on its line, in Chinese', (police) => {
    const { settings, problems } = readSite(`icp: 京ICP备12345678号\npolice: ${police}`);
    expect(settings).toBeUndefined();
    expect(problems).toMatchObject([
      { kind: 'bad-value', line: 8, message: expect.stringContaining('公安备案号应当像') },
    ]);
  });

  test('not filled in yet is not malformed', () => {
    expect(readSite('icp:\npolice: ""\nreport:\n  phone:').problems).toEqual([]);
  });
});

describe('what does not fit is said in Chinese, on its line', () => {
  test.each([
    ['address: test.example', 'bad-value', '网址要以 https:// 开头'],
    ['since: 20', 'bad-value', '首年应当是四位年份'],
    ['namespace: 一个名字', 'bad-value', '只能用字母'],
    ['page_size: 4', 'bad-value', '每页篇数应当在 5 到 200 之间'],
    ['page_size: 三十', 'bad-value', '每页篇数应当是数字'],
    ['feed_size: 0', 'bad-value', '订阅篇数应当在 1 到 500 之间'],
    ['indent: 是', 'bad-value', '只能写 true 或 false'],
    ['contacts: { email: 无 }', 'bad-value', '邮箱里要有 @'],
    ['report: { phone: 拨打电话 }', 'bad-value', '举报电话只能用数字'],
    ['contacts: 无', 'bad-value', ''],
    ['name: [甲]', 'bad-value', '网站名称应当是一段文字'],
    ['icpp: 甲', 'unknown-key', '没有“icpp”这一项'],
    ['contacts: { fax: 1 }', 'unknown-key', '没有“fax”这一项'],
    ['icp：京ICP备12345678号', 'fullwidth-colon', ''],
    ['tagline:甲', 'no-space-after-colon', ''],
    ['tagline: 甲: 乙', 'bad-yaml', ''],
    ['tagline: 金融 #第一', 'lost-after-hash', ''],
  ])('%s', (line, kind, text) => {
    const key = line.split(/[:：]/)[0] ?? '';
    const others = SITE.split('\n').filter((one) => !one.startsWith(`${key}:`));
    const { settings, problems } = readWith({ 'site.yaml': [...others, line].join('\n') });
    expect(settings).toBeUndefined();
    expect(outline(problems)).toEqual([`${others.length + 1} ${kind}`]);
    expect(problems[0]?.message).toContain(text);
    expect(`${problems[0]?.message}${problems[0]?.hint}`).not.toMatch(
      /invalid|expected|undefined/i,
    );
  });

  test.each(SITE.split('\n'))('without “%s”', (line) => {
    const key = line.split(':')[0] ?? '';
    const { settings, problems } = readWith({ 'site.yaml': SITE.replace(line, '').trim() });
    expect(settings).toBeUndefined();
    expect(problems).toMatchObject([
      { kind: 'missing-key', file: 'site.yaml', hint: expect.stringContaining(`${key}: `) },
    ]);
  });

  test('all files at once', () => {
    const { settings, lists, problems } = readWith({
      'site.yaml': `${SITE}\nicp: 无`,
      'people.yaml': '- { id: A, name: 甲 }',
      'pages/about.md': '正文',
      'pages/Upper.md': '---\ntitle: 甲\n---\n',
    });
    expect(settings).toBeUndefined();
    expect(problems.map(({ file, kind }) => `${file} ${kind}`)).toEqual([
      'site.yaml bad-value',
      'people.yaml bad-value',
      'pages/about.md no-frontmatter',
      'pages/Upper.md bad-value',
    ]);
    // Articles can still be checked against channels and topics.
    expect(lists?.channels).toHaveLength(2);
  });
});

describe('lists', () => {
  test.each([
    ['channels.yaml', '', '- '],
    ['channels.yaml', '- { id: Banking, name: 银行 }', '小写字母'],
    ['channels.yaml', '- { id: 银行, name: 银行 }', '小写字母'],
    ['channels.yaml', '# 还没有', '至少要有一个栏目'],
    ['channels.yaml', '- 银行', '每一项应当像 { id: banking, name: 银行 }'],
    ['channels.yaml', 'id: banking\nname: 银行', '每一项以“- ”开头'],
    ['topics.yaml', '- { id: a-, intro: 甲 }', '专题名'],
    ['people.yaml', '- { name: 甲 }', 'id'],
  ])('%s: %j', (file, text, part) => {
    const { settings, problems } = readWith({ [file]: text });
    expect(settings).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.map(({ message, hint }) => message + hint).join()).toContain(part);
    for (const { file: place, message } of problems) {
      expect(place).toBe(file);
      expect(message).not.toMatch(/invalid|expected|undefined/i);
    }
  });

  test.each([
    ['- { id: a, name: 甲 }\n- { id: a, name: 乙 }', '“a”写了两次。'],
    // Two channels of one name: articles would all go to the first.
    ['- { id: a, name: 甲 }\n- { id: b, name: 甲 }', '“甲”写了两次。'],
    ['- { id: a, name: 甲 }\n- { id: b, name: a }', '“a”写了两次。'],
  ])('%j', (text, message) => {
    for (const file of ['channels.yaml', 'topics.yaml', 'people.yaml']) {
      expect(readWith({ [file]: text }).problems).toMatchObject([{ file, line: 2, message }]);
    }
  });

  test('an id may be its own name', () => {
    expect(readWith({ 'channels.yaml': '- { id: gold, name: gold }' }).problems).toEqual([]);
  });
});

describe('fixed pages', () => {
  test.each(['关于', 'About', 'a_b', 'a b', ...RESERVED_SEGMENTS])(
    'pages/%s.md cannot be an address',
    (slug) => {
      const { problems } = readWith({ [`pages/${slug}.md`]: '---\ntitle: 甲\n---\n' });
      expect(problems).toMatchObject([{ kind: 'bad-value', file: `pages/${slug}.md` }]);
    },
  );

  test('equal places are ordered by name', () => {
    const page = '---\ntitle: 甲\n---\n';
    const { settings } = readWith({ 'pages/b.md': page, 'pages/a.md': page });
    expect(settings?.pages.map(({ slug }) => slug)).toEqual(['a', 'b']);
  });
});

test.each(['', '# 还没有专题\n', '[]'])('topics and people may be empty: %j', (text) => {
  const { settings, problems } = readWith({ 'topics.yaml': text, 'people.yaml': text });
  expect(problems).toEqual([]);
  expect(settings).toMatchObject({ topics: [], people: [] });
});

test('missing files', () => {
  const { settings, problems } = readSettings(new Map());
  expect(settings).toBeUndefined();
  expect(problems.map(({ message }) => message)).toEqual([
    '缺少文件 site.yaml。',
    '缺少文件 channels.yaml。',
  ]);
});
