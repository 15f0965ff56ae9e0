/** What is searched for: typed by hand as readers type, none taken from an index. */

export type Kind =
  | '词语'
  | '短语'
  | '跨词'
  | '单字'
  | '数字'
  | '代码'
  | '中英混写'
  | '机构'
  | '繁体'
  | '全角'
  | '标点'
  | '次序'
  | '错字'
  | '没有的';

export interface HandQuery {
  kind: Kind;
  query: string;
  /**
   * Simplified, half-width, lower-case: an article is right when each stands in its title or in one
   * of its paragraphs.
   */
  meant: string[];
}

const same = (kind: Kind, ...queries: string[]): HandQuery[] =>
  queries.map((query) => ({ kind, query, meant: [query.toLowerCase()] }));

/** Fourteen kinds on financial news. */
export const HAND_QUERIES: readonly HandQuery[] = [
  ...same('词语', '信用卡', '存款', '利率', '保险', '基金', '上市'),
  ...same('短语', '消费金融', '房地产市场', '存款利率', '人工智能', '净利润同比增长', '资本市场'),
  ...same('跨词', '费金', '款利', '额存', '行股', '金利', '用卡业', '民币汇'),
  ...same('单字', '贷', '金', '券', '税'),
  ...same('数字', '2026年4月10日', '4月10日', '2025年9月', '99.99', '10亿元', '5.75%', '4.35%'),
  ...same('代码', 'ETF', 'LPR', 'IPO', 'AI', 'GDP'),
  ...same('中英混写', '黄金ETF', '港股IPO', 'AI芯片', 'A股', 'A股、港股'),
  ...same('机构', '招商银行', '工商银行', '工行', '证监会', '中国人民银行', '宁德时代', '地平线'),
  { kind: '繁体', query: '消費者權益', meant: ['消费者权益'] },
  { kind: '繁体', query: '貸款', meant: ['贷款'] },
  { kind: '繁体', query: '證監會', meant: ['证监会'] },
  { kind: '繁体', query: '寧德時代', meant: ['宁德时代'] },
  { kind: '全角', query: 'ＥＴＦ', meant: ['etf'] },
  { kind: '全角', query: '１０亿元', meant: ['10亿元'] },
  { kind: '全角', query: '５.７５％', meant: ['5.75%'] },
  ...same('标点', '“十五五”规划', '《金融时报》', '（IPO）', '“白名单”', '“反内卷”', '《通知》'),
  { kind: '次序', query: '利率 存款', meant: ['利率', '存款'] },
  { kind: '次序', query: '存款 利率', meant: ['利率', '存款'] },
  { kind: '次序', query: 'LPR 下调', meant: ['lpr', '下调'] },
  { kind: '次序', query: '银行 上市', meant: ['银行', '上市'] },
  { kind: '错字', query: '消费者全益', meant: ['消费者权益'] },
  { kind: '错字', query: '中国人名银行', meant: ['中国人民银行'] },
  { kind: '错字', query: '净利闰同比增长', meant: ['净利润同比增长'] },
  { kind: '错字', query: '房地市场', meant: ['房地产市场'] },
  { kind: '错字', query: '消费者者权益', meant: ['消费者权益'] },
  { kind: '错字', query: '中国人银民行', meant: ['中国人民银行'] },
  { kind: '错字', query: '帐户', meant: ['账户'] },
  ...same('没有的', '量子纠缠望远镜', '火星殖民债券', '恐龙骨架拍卖行'),
];

/** The words of the first ten results' bytes, at few articles and at many. */
export const BYTE_QUERIES = [
  '经济',
  '习近平',
  '一带一路',
  '新质生产力',
  '乡村振兴',
  '7月23日',
  '2025年9月3日',
  '人工智能',
  '国际社会',
  '全国人大常委会',
] as const;

/** At 10,324 articles, by what makes them dear. */
export const ARCHIVE_QUERIES = {
  常用词: ['经济', '的', '习近平', '发展', '新质生产力'],
  日期: ['2025年9月3日', '7月23日', '2024年10月1日', '9月3日'],
  少见的名字: ['卡加梅', '米莱', '博雷利', '迪萨纳亚克', '斯图布'],
  十五字一处: [
    '宁葫芦岛市召开防汛抗洪救灾新闻',
    '名被关押在以色列监狱的巴勒斯坦',
    '渝昆高铁川滇段完成全部架梁任务',
    '子密钥分发的传输距离突破百公里',
    '代我国对外工作提供了根本遵循和',
  ],
} as const;
