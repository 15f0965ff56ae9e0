import { describe, expect, it, test } from 'vitest';
import type { RelatedDocument } from '../../../src/news/related/document.ts';
import { relate, updateRelated } from '../../../src/news/related/relate.ts';
import { createSegmenter } from '../../../src/news/words.ts';

const segmenter = createSegmenter([]);
const START = Date.UTC(2026, 2, 2, 4);
const DAY = 86_400_000;

const TITLE = '海港银行获批设立绿色金融专营支行';
const TEXT = [
  '海港银行三月二日公告，监管部门已同意其在临港新城设立绿色金融专营支行，这是当地第一家此类机构。',
  '公告说，支行将先向风电、光伏和储能企业发放项目贷款，首年计划投放36.5亿元，三年内不低于128亿元。',
  '行长在说明会上讲，专营支行单独考核，不与分行存款任务挂钩，客户经理的奖金按项目减排量计算。',
  '当地发改部门介绍，辖区内正在建设的风电场有17座，其中9座还没有落实融资，银企对接会下月召开。',
  '分析人士认为，专营机构能缩短审批时间，但环境数据由企业自报，银行怎样核实仍然要看实施细则。',
].join('');

function article(id: string, rest: Partial<RelatedDocument>): RelatedDocument {
  return { id, slug: `2026/${id}`, title: TITLE, text: TEXT, date: START, pins: [], ...rest };
}

const clustersOf = (...documents: RelatedDocument[]) =>
  relate(documents, { dictionary: [], segmenter }).clusters;

const original = article('own', {});

test.each<[string, Partial<RelatedDocument>, Partial<RelatedDocument>]>([
  ['without numbers in it', {}, {}],
  [
    'with the same sum in it',
    { title: `${TITLE}，投放36.5亿元` },
    { title: `${TITLE}，投放36.5亿元` },
  ],
])('a text without its last third, under a like headline %s, is a reprint', (_, own, given) => {
  const copy = article('copy', { source: '某网', text: TEXT.slice(0, 150), ...given });
  expect(clustersOf({ ...original, ...own }, copy)).toEqual({ own: ['copy'] });
});

test.each<[string, Partial<RelatedDocument>]>([
  ['the text with boilerplate', { text: `来源：某网 ${TEXT} 责任编辑：某某 转载请注明出处。` }],
  [
    'a cut text under a changed headline',
    { title: `快讯：${TITLE.slice(0, 12)}`, text: TEXT.slice(0, 110) },
  ],
  ['the whole text under another headline', { title: '三年投放一百亿，临港新城有了新机构' }],
  ['a text without some sentences', { text: TEXT.replace(/行长在.+?计算。/, '') }],
  ['the same headline without a text', { text: '' }],
  ['the text six days later', { date: START + 6 * DAY }],
])('%s from another outlet is a reprint', (_, rest) => {
  const copy = article('copy', { source: '某网', date: START + DAY, ...rest });
  expect(clustersOf(original, copy)).toEqual({ own: ['copy'] });
});

test.each<[string, Partial<RelatedDocument>]>([
  [
    'other numbers',
    {
      text: TEXT.replace('36.5', '41.2')
        .replace('128', '95')
        .replace('17', '23')
        .replace('9座', '11座'),
    },
  ],
  ['another number in the headline', { title: `${TITLE}第2家`, text: TEXT.replace(/\d+/g, '77') }],
  ['a date more than a week away', { date: START + 8 * DAY }],
  [
    'an unlike headline over a short extract',
    { title: '市场早餐：今日要闻', text: TEXT.slice(0, 96) },
  ],
  ['headlines that name other sums over one text', { title: `${TITLE}，投放41亿` }],
  [
    'other reports around it, in a digest under a like headline,',
    {
      title: '要闻：海港银行获批设立支行，油价回落',
      text: `${TEXT}${[...TEXT].reverse().join('').replace(/\d/g, '')}`,
    },
  ],
])('%s make it another report', (_, rest) => {
  const twin = article('twin', { source: '某网', ...rest });
  const title = rest.title?.includes('41亿') ? `${TITLE}，投放36.5亿元` : TITLE;
  expect(clustersOf({ ...original, title }, twin)).toEqual({});
});

test('an outlet does not reprint itself unless it publishes a report again', () => {
  const edited = TEXT.replace(/当地发改.+?召开。/, '').replace(/行长在.+?计算。/, '');
  expect(clustersOf(original, article('follow-up', { text: edited }))).toEqual({});
  expect(clustersOf(original, article('again', {}))).toEqual({ again: ['own'] });
});

test.each([-1, 1])(
  'a report added %i day from its unchanged reprint is found by an update',
  (day) => {
    const copy = article('copy', { source: '某网', date: START + day * DAY });
    const options = { dictionary: [], segmenter };
    const { state } = updateRelated([copy], options);
    const { table } = updateRelated([copy, original], options, state);
    expect(table.clusters).toEqual({ own: ['copy'] });
  },
);

test('issues of a serial are not reprints', () => {
  const issue = (day: number, rate: string) =>
    article(`fixing-${day}`, {
      title: `3月${day}日人民币中间价报${rate}`,
      text: `中国外汇交易中心公布，2026年3月${day}日银行间外汇市场人民币汇率中间价为1美元对人民币${rate}元，请各会员单位据此办理业务，节假日顺延，解释权归交易中心。`,
      date: START + day * DAY,
      source: `媒体${day}`,
    });
  expect(clustersOf(issue(2, '7.0912'), issue(3, '7.0887'), issue(4, '7.0931'))).toEqual({});
});

describe('the canonical one', () => {
  it('is the own report, then the longer, then the earlier', () => {
    const early = article('early', { source: '甲网', date: START - DAY });
    const long = article('long', { source: '乙网', text: `${TEXT}${TEXT.replaceAll('。', '；')}` });
    expect(clustersOf(early, long, original)).toEqual({ own: ['early', 'long'] });
    const late = article('late', { source: '丙网', date: START + DAY });
    expect(clustersOf(late, early)).toEqual({ early: ['late'] });
  });

  it('stands for its cluster in lists, and no member lists another', () => {
    const copy = article('copy', { source: '某网', date: START + DAY });
    const later = (id: string, title: string, text: string) =>
      article(id, { title, text, date: START + 20 * DAY });
    const others = [
      later(
        'wind',
        '绿色金融专营支行首笔风电贷款落地',
        '海港银行绿色金融专营支行向临港新城风电企业放款。',
      ),
      later(
        'solar',
        '临港新城光伏企业等来专营支行',
        '绿色金融专营支行审批储能和光伏项目，海港银行称不急于放款。',
      ),
    ];
    // Terms that are in every article would weigh nothing.
    const unrelated = ['油价回落', '黄金新高', '机票预订', '电影票房', '生猪存栏', '芯片扩产'].map(
      (title) => article(title, { title, text: '' }),
    );
    const documents = [original, copy, ...others, ...unrelated];
    const { lists } = relate(documents, { dictionary: [], segmenter });
    const item = lists['wind']?.find(({ id }) => id === 'own');
    expect(item?.also).toEqual(['copy']);
    expect(lists['wind']?.map(({ id }) => id)).not.toContain('copy');
    expect(lists['own']?.map(({ id }) => id)).not.toContain('copy');
    expect(lists['copy']?.map(({ id }) => id)).not.toContain('own');
  });
});
