/** What the search page says of its results, and where it points when there are none. */
import { paths, tagKey } from '../news/address.ts';
import { phraseTexts, type Step } from '../news/search/query.ts';
import type { SearchSession } from './search-session.ts';

/** `找到 12 篇`; 至少 until all of the archive that may hold the words was read. */
export function describeFound({ hits, isComplete, readBackTo }: SearchSession, step: Step): string {
  const count = `${isComplete ? '找到' : '至少找到'} ${hits.length} 篇`;
  const meant = step.kind === 'near' ? `，按“${phraseTexts(step).join(' ')}”查找` : '';
  const kind = KINDS[step.kind] + meant;
  const range = isComplete || readBackTo === undefined ? '' : `，已搜索到 ${readBackTo}`;
  return `${count}${kind}${range}。`;
}

const KINDS: Record<Step['kind'], string> = {
  exact: '',
  parts: '（同时含有各个词语）',
  runs: '（不计标点）',
  initials: '（标题的拼音首字母）',
  near: '近似结果：没有完全相同的词句',
  similar: '近似结果：没有完全相同的词句',
};

/** A page of the site. */
export interface Place {
  name: string;
  href: string;
}

/** Channels and tags that share two characters in a row with the query, at most eight. */
export function suggestPlaces(
  query: string,
  channels: readonly Place[],
  tags: readonly (readonly [name: string, count: number])[],
  base = '/',
): Place[] {
  const asked = tagKey(query);
  const pairs = [...asked].slice(1).map((char, index) => `${[...asked][index]}${char}`);
  const isAlike = (name: string) => {
    const key = tagKey(name);
    return asked.includes(key) || pairs.some((pair) => key.includes(pair));
  };
  const places = tags.map(([name]) => ({ name, href: base.replace(/\/$/, '') + paths.tag(name) }));
  return [...channels, ...places].filter(({ name }) => isAlike(name)).slice(0, MOST_PLACES);
}

const MOST_PLACES = 8;
