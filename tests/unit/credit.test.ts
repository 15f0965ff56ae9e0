import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitCredit } from '../../src/news/credit.ts';

/** `角色:姓名` of each credit, and behind a question mark each doubt. */
function read(name: string, role?: string): string {
  const { credits, doubts } = splitCredit({ name, role });
  const people = credits.map((one) => (one.role === undefined ? '' : `${one.role}:`) + one.name);
  return [people.join(' + '), ...doubts.map(({ reason }) => reason)].join(' ? ');
}

describe('a byline with one right answer', () => {
  test.each([
    ['周砚（记者）', '记者:周砚'],
    ['周砚(本报记者)', '本报记者:周砚'],
    ['周砚【新华社记者】', '新华社记者:周砚'],
    ['【记者】周砚', '记者:周砚'],
    ['（本报记者）周砚 林知夏', '本报记者:周砚 + 本报记者:林知夏'],
    ['Jane Doe（编译）', '编译:Jane Doe'],
    ['卡尔·马克思（作者）', '卡尔·马克思'],
    ['周砚（记者）、林知夏（编译）', '记者:周砚 + 编译:林知夏'],
    ['记者周砚', '记者:周砚'],
    ['本报记者周砚', '本报记者:周砚'],
    ['新华社记者周砚、林知夏', '新华社记者:周砚 + 新华社记者:林知夏'],
    ['责任编辑沈棠', '责任编辑:沈棠'],
    ['作者周砚', '周砚'],
    ['记者欧阳修远', '记者:欧阳修远'],
    ['编辑张良实习生谢艳如', '编辑:张良 + 实习生:谢艳如'],
    ['周砚 记者', '记者:周砚'],
    ['周砚 新华社记者', '新华社记者:周砚'],
    ['周砚/文', '周砚'],
    ['周砚/文 林知夏/图', '周砚 + 图:林知夏'],
    ['新华社记者 周砚', '新华社记者:周砚'],
    ['新华社 记者 周砚 林知夏', '新华社记者:周砚 + 新华社记者:林知夏'],
    ['每经记者 周砚 每经编辑 沈棠', '每经记者:周砚 + 每经编辑:沈棠'],
    ['36氪记者 周砚', '36氪记者:周砚'],
    ['江苏记者 周砚', '江苏记者:周砚'],
    ['高级记者 周砚', '高级记者:周砚'],
    ['本报记者 周砚 实习生 林知夏', '本报记者:周砚 + 实习生:林知夏'],
    ['记者：周砚、林知夏；编辑：沈棠', '记者:周砚 + 记者:林知夏 + 编辑:沈棠'],
    ['记者：周砚 编辑：沈棠', '记者:周砚 + 编辑:沈棠'],
    ['文/周砚 图/林知夏', '周砚 + 图:林知夏'],
    ['文、图/周砚', '文图:周砚'],
    ['文/图 周砚', '文图:周砚'],
    ['新华社记者 阿卜杜拉·买买提', '新华社记者:阿卜杜拉·买买提'],
    ['记者 Zhou Yan', '记者:Zhou Yan'],
    ['记者 仝砚', '记者:仝砚'],
    ['供稿：上海证券交易所', '供稿:上海证券交易所'],
    ['周砚、记者 林知夏', '周砚 + 记者:林知夏'],
  ])('%s → %s', (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  test('a role of its own outranks the one in the line', () => {
    expect(read('新华社记者 周砚', '编译')).toBe('编译:周砚');
    expect(read('周砚（记者）', '编译')).toBe('编译:周砚');
  });
});

describe('nobody is invented', () => {
  test.each([
    '中国证券报',
    '中国 证券报',
    '本报记者',
    '新华社记者',
    '新华社 记者',
    '每日经济新闻记者',
    '金融记者',
    '本报评论员',
    '上海证券交易所',
    '国家统计局',
    '江苏 金融时报',
    '记者站',
    '记者手记',
    '编辑部',
    '本报编辑部',
    '摄影高手',
    '漫画王者',
    '文静',
    '文 静',
    '图南',
    '周砚',
    '周 砚',
    'Zhou Yan',
    'Jane Doe',
    'AT&T',
    '卡尔·马克思',
    '阿卜杜拉·买买提',
    '李明（化名）',
    '特朗普（Donald Trump）',
  ])('%s stays as it is, without a word', (line) => {
    expect(read(line)).toBe(line);
  });

  test.each([
    ['周砚 林知夏', 'names'],
    ['路透 周砚', 'names'],
    ['新华社 周砚', 'names'],
    ['周砚/新华社', 'names'],
    ['周砚 首席经济学家', 'names'],
    ['周砚记者', 'role'],
    ['记者仝砚', 'role'],
    ['记者范晓林薄云峰', 'role'],
    ['周砚 林知夏 记者', 'role'],
    ['新华社（记者）', 'role'],
    ['新华社北京3月15日电 记者周砚', 'role'],
    ['周砚 https://weibo.com/zy', 'address'],
    ['周砚 www.weibo.com/zy', 'address'],
  ])('%s stays as it is: %s', (line, reason) => {
    expect(read(line)).toBe(`${line} ? ${reason}`);
  });

  test('of two names and one role behind them nobody knows whose it is', () => {
    expect(read('周砚、林知夏（记者）')).toBe('周砚 + 林知夏（记者） ? role');
  });

  const words = fc.constantFrom(
    ...'周砚 林知夏 欧阳修远 记者 本报记者 编辑 文 新华社 中国证券报 江苏 仝砚 Jane Doe'.split(' '),
    ...'（ ） / 、 ， ： ； ｜ 卡尔·马克思 https://a.cn/1 北京3月15日电'.split(' '),
    ' ',
  );
  const lines = fc.array(words, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));

  test('names are text of the line, in its order, and never empty', () => {
    fc.assert(
      fc.property(lines, (line) => {
        let from = 0;
        for (const { name } of splitCredit({ name: line }).credits) {
          expect(name.trim()).not.toBe('');
          const at = line.indexOf(name, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + name.length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a line of which nothing is doubtful keeps every name it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('周砚', '林知夏', '沈棠', '何一舟', '欧阳修远'), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.constantFrom('、', '，', '；', '/', '｜', ' '),
        fc.constantFrom('', '记者 ', '记者', '本报记者：', '新华社 记者 '),
        (names, mark, role) => {
          const { credits, doubts } = splitCredit({ name: role + names.join(mark) });
          if (role === '' && mark === ' ' && names.length > 1) expect(doubts).toHaveLength(1);
          else expect(credits.map(({ name }) => name)).toEqual(names);
        },
      ),
    );
  });
});
