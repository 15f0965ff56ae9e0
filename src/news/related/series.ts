import { normaliseText } from './terms.ts';

/**
 * What the titles of one serial have in common: digits and direction words masked, punctuation
 * dropped. `3月LPR下调10个基点` and `4月LPR上调5个基点` have the same key.
 */
export function seriesKey(title: string): string {
  return normaliseText(title)
    .replace(/\d+(?:\.\d+)?/g, '#')
    .replace(/[零一二三四五六七八九十百]+(?=[年月日季周期届轮连])/g, '#')
    .replace(/[^\p{L}#]/gu, '')
    .replace(DIRECTIONS, '~');
}

/** True of a title that announces many stories at once: a daily digest, a list of notices. */
export function isDigest(title: string): boolean {
  return DIGEST.test(title);
}

const DIRECTIONS =
  /(?:上涨|下跌|增加|减少|上调|下调|调升|调降|增长|下降|高开|低开|走高|走低|收涨|收跌|涨|跌|增|降)/g;

const DIGEST =
  /一览|内容精华|要闻|[早晚日周]报(?:$|[^告考名道])|早餐|早知道|早参|晨会|盘前必读|停牌提示|公告(?:汇总|精选|集锦)|快递|速递|汇总|8点1氪|9点1氪|点1氪/;
