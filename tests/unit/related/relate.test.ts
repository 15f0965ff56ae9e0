import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { RelatedDocument } from '../../../src/news/related/document.ts';
import { relate, updateRelated } from '../../../src/news/related/relate.ts';
import { createSegmenter } from '../../../src/news/words.ts';

const segmenter = createSegmenter([]);
const options = { dictionary: [], segmenter };
const START = Date.UTC(2026, 2, 2, 4);
const DAY = 86_400_000;

/** A document with an id, a day in March and what else a test is about. */
function article(id: string, title: string, rest: Partial<RelatedDocument> = {}): RelatedDocument {
  return { id, slug: `2026/${id}`, title, text: '', date: START, pins: [], ...rest };
}

/** Articles about nothing the tests ask for, so that terms have weights. */
const background = [
  '新能源汽车出口创出新高 比亚迪海外工厂投产',
  '国际油价回落 欧佩克考虑增产原油',
  '黄金价格突破历史高位 央行增持黄金储备',
  '光伏组件招标价格企稳 隆基绿能签下订单',
  '生猪存栏量下降 猪肉价格回暖',
  '电影票房破纪录 影院观众排队',
  '航空公司恢复国际航班 机票预订升温',
  '芯片设备国产化提速 晶圆厂扩建',
].map((title, i) => article(`z${i}`, title, { date: START + i * DAY }));

const listOf = (id: string, documents: RelatedDocument[]) =>
  relate([...documents, ...background], options).lists[id]?.map((item) => item.id);

describe('relate', () => {
  const rates = [
    article('a', '存款准备金率下调 房贷利率重定价'),
    article('b', '房贷利率重定价日 借款人可以协商', { date: START + DAY }),
    article('c', '存款准备金率下调释放长期资金', { date: START + 2 * DAY }),
  ];

  it('lists what shares subjects, never the article itself', () => {
    expect(listOf('a', rates)?.toSorted()).toEqual(['b', 'c']);
  });

  it('says which terms two articles share', () => {
    const { lists } = relate([...rates, ...background], options);
    const why = lists['a']?.find((item) => item.id === 'b')?.why;
    expect(why).toEqual(['房贷利率', '定价']);
  });

  it('is empty rather than padded when only one article is related', () => {
    expect(listOf('a', rates.slice(0, 2))).toEqual([]);
    expect(listOf('z1', rates)).toEqual([]);
  });

  it('asks for two terms in common', () => {
    const one = [
      article('a', '美联储按兵不动'),
      article('b', '美联储换届'),
      article('c', '美联储大楼翻修'),
    ];
    expect(listOf('a', one)).toEqual([]);
  });

  it('prefers what is near in time to the article, not to today', () => {
    const text = '沪深交易所修订程序化交易实施细则';
    const same = [
      article('now', `${text}征求意见`),
      article('far', `${text}正式稿`, { date: START - 90 * DAY }),
      article('near', `${text}问答篇`, { date: START - 9 * DAY }),
    ];
    expect(listOf('now', same)).toEqual(['near', 'far']);
    const later = same.map((one) => ({ ...one, date: one.date + 400 * DAY }));
    expect(listOf('now', later)).toEqual(['near', 'far']);
  });

  it('keeps numbers of two digits and Latin words, in any width', () => {
    const numbers = [
      article('a', '沪指失守3800点 AI板块'),
      article('b', '３８００点 ａｉ 之后'),
      article('c', '3800点与AI'),
      article('d', '失守5点'),
    ];
    expect(listOf('a', numbers)?.toSorted()).toEqual(['b', 'c']);
  });

  it('explains with words and codes of securities, not with bare numbers', () => {
    const documents = [
      article('a', '3864 92.5% 510300 华泰柏瑞'),
      article('b', '3864 92.5% 510300 华泰柏瑞 净值'),
      article('c', '3864 92.5% 净值'),
      article('d', '净值 510300 华泰柏瑞'),
    ];
    const { lists } = relate([...documents, ...background], options);
    const terms = lists['a']?.flatMap(({ why }) => why) ?? [];
    expect(terms).toContain('510300');
    expect(terms.filter((term) => /^[\d.%]+$/.test(term) && term !== '510300')).toEqual([]);
  });

  it('keeps a word of the dictionary whole', () => {
    const words = ['压舱石理财', '重定价日'];
    const documents = [
      article('a', '压舱石理财重定价日'),
      article('b', '重定价日说到压舱石理财'),
      article('c', '压舱石理财没有重定价日吗'),
    ];
    const { lists } = relate([...documents, ...background], { dictionary: words });
    expect(lists['a']?.[0]?.why.toSorted()).toEqual(words.toSorted());
  });

  it('ranks a digest below a report', () => {
    const text = '蚂蚁集团要约收购耀才证券获批';
    const documents = [
      article('page', text),
      article('digest', `${text} 今日财经早餐`),
      article('report', `${text} 耀才证券复牌大涨`),
    ];
    expect(listOf('page', documents)).toEqual(['report', 'digest']);
  });

  it('lists at most two of one series', () => {
    const serial = [6, 7, 8, 9].map((day) =>
      article(`s${day}`, `3月${day}日人民币中间价报7.1${day}${day} 上调${day}${day}个基点`, {
        date: START + day * DAY,
      }),
    );
    const page = article('page', '人民币中间价连续上调 基点之外还看什么', {
      date: START + 9 * DAY,
    });
    const other = article('other', '人民币中间价怎么看 上调之后', { date: START });
    expect(
      listOf('page', [page, other, ...serial])?.filter((id) => id.startsWith('s')),
    ).toHaveLength(2);
  });

  it('has ten entries at most', () => {
    const many = Array.from({ length: 14 }, (_, i) =>
      article(`m${i}`, `耀才证券要约收购进展${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[i]}`),
    );
    expect(listOf('m0', many)).toHaveLength(10);
  });
});

describe('pins', () => {
  const pinned = (pins: string[]) => [
    article('a', '存款准备金率下调 房贷利率重定价', { pins }),
    article('b', '房贷利率重定价日 借款人可以协商'),
    article('c', '存款准备金率下调释放长期资金'),
  ];

  it('come first, in their order, and are not repeated', () => {
    expect(listOf('a', pinned(['z3', 'c', 'z3']))).toEqual(['z3', 'c', 'b']);
  });

  it('show a list that has nothing else', () => {
    expect(listOf('z1', [article('x', '无关', { pins: ['z1'] })])).toEqual([]);
    expect(listOf('x', [article('x', '无关', { pins: ['z1'] })])).toEqual(['z1']);
  });

  it('never are the article itself or unknown', () => {
    expect(listOf('a', pinned(['a', 'gone']))?.toSorted()).toEqual(['b', 'c']);
  });

  it('are all shown, however many', () => {
    const pins = Array.from({ length: 12 }, (_, i) => `p${i}`);
    const documents = pins.map((id) => article(id, `钉住${id}`));
    expect(listOf('x', [article('x', '无关', { pins }), ...documents])).toEqual(pins);
  });
});

describe('determinism', () => {
  const subjects = ['房贷利率', '存款准备金', '耀才证券', '科创板', '数字人民币', '跨境支付'];
  const verbs = ['下调', '扩围', '获批', '试点'];
  const documentOf = fc.record({
    subject: fc.nat(subjects.length - 1),
    second: fc.nat(subjects.length - 1),
    verb: fc.nat(verbs.length - 1),
    day: fc.integer({ min: -60, max: 5 }),
    number: fc.integer({ min: 1, max: 40 }),
    isLong: fc.boolean(),
    pin: fc.option(fc.nat(30), { nil: undefined }),
  });
  const setOf = fc.array(documentOf, { minLength: 1, maxLength: 24 }).map((found) =>
    found.map(({ subject, second, verb, day, number, isLong, pin }, i) => {
      const head = `${subjects[subject]}${verbs[verb]}${number}个城市，${subjects[second]}受关注`;
      const body = `记者获悉，${head}。${subjects[subject]}的做法是先在${number}个城市${verbs[verb]}，再看${subjects[second]}的情况，有关部门会在下一季度说明安排，银行与券商将各自公告实施细则与客户须知。`;
      return article(`d${i}`, isLong ? `${head}快讯` : head, {
        text: isLong ? body.repeat(2) : '',
        date: START + day * DAY,
        pins: pin === undefined ? [] : [`d${pin}`],
        ...(number % 2 ? { source: `媒体${number % 3}` } : {}),
      });
    }),
  );

  test('the order of the documents changes nothing', () => {
    fc.assert(
      fc.property(setOf, fc.infiniteStream(fc.nat()), (documents, keys) => {
        const shuffled = documents
          .map((document) => ({ document, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ document }) => document);
        expect(JSON.stringify(relate(shuffled, options))).toBe(
          JSON.stringify(relate(documents, options)),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('slugs decide between equals, then ids, whatever order they come in', () => {
    const titles = ['耀才证券 要约收购 获批', '要约收购 获批 耀才证券', '获批 耀才证券 要约收购'];
    const equals = (slugs: readonly string[]) =>
      slugs.map((slug, i) => article(`e${i}`, titles[i] ?? '', { slug }));
    const page = article('page', '耀才证券要约收购进展');
    expect(listOf('page', [...equals(['c', 'a', 'b']), page])).toEqual(['e1', 'e2', 'e0']);
    expect(listOf('page', [...equals(['a', 'a', 'a']).reverse(), page])).toEqual([
      'e0',
      'e1',
      'e2',
    ]);
  });

  test('an update holds when there are more candidates than are compared', () => {
    const random = createRandom(7);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
    // Words by topics of ten, so that lists are full and so are the candidates they come from.
    const letter = (number: number) => String.fromCharCode(97 + number);
    const word = (topic: number) => `q${letter(topic)}${letter(Math.floor(random() * 10))}`;
    const make = (id: string, day = Math.floor(random() * 300 - 300)) => {
      const topics = [0, 1, 2].map(() => Math.floor(random() ** 2 * 26));
      const rare = `z${letter(Math.floor(random() * 26))}${letter(Math.floor(random() * 26))}`;
      const words = Array.from({ length: 24 }, () => word(pick(topics)));
      const text = `${words.join(' ')} ${rare}`;
      return article(id, text.slice(0, 24), { text, date: START + day * DAY });
    };
    let documents = Array.from({ length: 300 }, (_, i) => make(`d${i}`));
    let { state } = updateRelated(documents, options);
    for (let round = 0; round < 12; round++) {
      const from = Math.floor(random() * documents.length);
      const removed = round % 3 === 0 ? 3 : 0;
      // Today's articles re-weigh no term, older ones do.
      const day = round % 4 === 3 ? -200 : 0;
      documents = documents.toSpliced(from, removed, make(`r${round}`, day), make(`s${round}`, 0));
      if (round % 4 === 1) documents[5] = make(documents[5]?.id ?? 'd5');
      const update = updateRelated(documents, options, state);
      state = update.state;
      expect(JSON.stringify(update.table)).toBe(JSON.stringify(relate(documents, options)));
    }
  }, 120_000);
});

/** Numbers from 0 to 1, the same in every run. */
function createRandom(seed: number): () => number {
  let value = seed;
  return () => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    return value / 2 ** 32;
  };
}
