import { distance } from 'fastest-levenshtein';
import { paths } from './address.ts';
import type { Article } from './article.ts';
import { beijingFields, formatDay } from './beijing.ts';
import type { ArticleField } from './fields.ts';
import { createPinResolver } from './pins.ts';
import { type Problem, problem } from './problem.ts';
import type { Settings } from './settings-schema.ts';

/** Line on which a file's frontmatter has a key; undefined where it is not written. */
export type LineOf = (file: string, key: ArticleField) => number | undefined;

/** What articles are checked against: not site.yaml, so that a mistake there hides no other. */
export type CheckSettings = Pick<Settings, 'channels' | 'topics' | 'pages'>;

/** Articles checked against each other and the settings, with names resolved to ids. */
export interface CheckedArchive {
  articles: Article[];
  problems: Problem[];
}

/**
 * Checks what one file alone cannot show: channels, topics, identities, addresses, old addresses
 * and pins. The articles that come back name channels, topics and pins by id.
 * @param now epoch ms, for the state of pinned articles
 */
export function checkArchive(
  articles: readonly Article[],
  settings: CheckSettings,
  now: number,
  lineOf: LineOf,
): CheckedArchive {
  const addresses = articles.map((article) => addressKey(paths.article(article)));
  const problems: Problem[] = [
    ...findRepeatedIds(articles, lineOf),
    ...findRepeatedAddresses(articles, addresses),
    ...findBadAliases(articles, addresses, settings, lineOf),
    ...articles.flatMap((article) => findOtherYear(article, lineOf)),
    ...articles.flatMap((article) => findOddDates(article, lineOf)),
  ];
  const resolvePins = createPinResolver(articles, now, (file) => lineOf(file, 'related'));
  const resolved = articles.map((article): Article => {
    const { file } = article;
    const channel = resolveName(article.channel, settings.channels);
    if (channel === undefined) {
      const advice = suggest(article.channel, settings.channels);
      problems.push(
        problem(
          'unknown-channel',
          { file, line: lineOf(file, 'channel') },
          { value: article.channel, advice },
        ),
      );
    }
    const topics = article.topics.flatMap((value) => {
      const topic = resolveName(value, settings.topics);
      if (topic !== undefined) return [topic];
      const advice = suggest(value, settings.topics);
      problems.push(
        problem('unknown-topic', { file, line: lineOf(file, 'topics') }, { value, advice }),
      );
      return [];
    });
    const pins = resolvePins(article);
    problems.push(...pins.problems);
    return { ...article, channel: channel ?? article.channel, topics, related: pins.ids };
  });
  return { articles: resolved, problems };
}

type Named = { id: string; name: string };

function resolveName(value: string, known: readonly Named[]): string | undefined {
  const wanted = value.trim();
  return known.find(({ id, name }) => id === wanted || name === wanted)?.id;
}

function suggest(value: string, known: readonly Named[]): string {
  const nearest = known
    .map(({ id, name }) => ({
      name,
      steps: Math.min(distance(value, name), distance(value, id)),
    }))
    .sort((a, b) => a.steps - b.steps)[0];
  // Two other characters make another word of 银行, but may be a slip in `consumer-finance`.
  const guess =
    nearest && nearest.steps <= (value.length > 3 ? 2 : 1) ? `是不是“${nearest.name}”？` : '';
  return `${guess}现有：${known.map(({ name }) => name).join('、') || '（还没有）'}。`;
}

function findRepeatedIds(articles: readonly Article[], lineOf: LineOf): Problem[] {
  const groups = Map.groupBy(articles, ({ id }) => id.normalize('NFC').toLowerCase());
  return [...groups.values()].flatMap(([first, ...others]) =>
    others
      // Ids that come from one path are one address, and that is said.
      .filter((article) => !(hasIdOfPath(article) && first && hasIdOfPath(first)))
      .map(({ id, file }) => {
        const about = { id, other: first?.file ?? '' };
        return problem('duplicate-id', { file, line: lineOf(file, 'id') }, about);
      }),
  );
}

function hasIdOfPath({ id, year, slug }: Article): boolean {
  return id === `${year}/${slug}`;
}

/** Case counts as equal: two such pages would overwrite each other on Windows and macOS. */
function findRepeatedAddresses(
  articles: readonly Article[],
  addresses: readonly string[],
): Problem[] {
  const firstAt = new Map<string, Article>();
  return articles.flatMap((article, index) => {
    const key = addresses[index] ?? '';
    const first = firstAt.get(key);
    if (!first) {
      firstAt.set(key, article);
      return [];
    }
    const address = decodeURI(paths.article(article));
    return [problem('duplicate-address', { file: article.file }, { address, other: first.file })];
  });
}

function findBadAliases(
  articles: readonly Article[],
  addresses: readonly string[],
  settings: CheckSettings,
  lineOf: LineOf,
): Problem[] {
  if (articles.every(({ aliases }) => aliases.length === 0)) return [];
  const taken = new Map<string, string>();
  for (const [index, { file }] of articles.entries()) taken.set(addresses[index] ?? '', file);
  for (const { id, name } of settings.channels) taken.set(addressKey(paths.channel(id)), name);
  for (const { slug, title } of settings.pages) taken.set(addressKey(paths.page(slug)), title);
  for (const path of Object.values(paths)) {
    if (typeof path === 'string') taken.set(addressKey(path), '网站的固定页面');
  }
  return articles.flatMap(({ aliases, file }) => {
    const place = { file, line: lineOf(file, 'aliases') };
    return aliases.flatMap((alias) => {
      const reason = findAliasFault(alias);
      if (reason !== undefined) return [problem('bad-alias', place, { alias, reason })];
      const key = addressKey(alias);
      const other = taken.get(key);
      if (other !== undefined) return [problem('alias-meets-page', place, { alias, other })];
      taken.set(key, file);
      return [];
    });
  });
}

/** Why an old address cannot be one of a static site; it becomes a file's path, so `..` matters. */
export function findAliasFault(alias: string): string | undefined {
  if (!alias.startsWith('/') || alias.startsWith('//')) return '开头要有一个 /';
  if (!isDecodable(alias)) return '里面的 % 后面不是两位编码';
  const path = safeDecode(alias);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file's name may hold them
  if (/[?#\s\\"<>|*:\u0000-\u001f\u007f]/.test(path)) {
    return '不能含空格、引号或 ? # : * < > | \\ 这些符号';
  }
  if (/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return '不能含 ./ 或 ../';
  if (path.split('/').some((part) => new TextEncoder().encode(part).length > 200)) return '太长';
  return /^\/(?:_|search-index(?:\/|$))/i.test(path) ? '这个地址留给程序使用' : undefined;
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

function findOtherYear({ file, date, year }: Article, lineOf: LineOf): Problem[] {
  const written = beijingFields(date).year;
  return written === year
    ? []
    : [
        problem(
          'other-year',
          { file, line: lineOf(file, 'date') },
          { year: written, folder: year },
        ),
      ];
}

/** An end before the beginning: the article is never shown, or was changed before it was there. */
function findOddDates({ file, date, updated, expires }: Article, lineOf: LineOf): Problem[] {
  const tell = (key: 'expires' | 'updated', name: string, effect: string) =>
    problem('odd-date', { file, line: lineOf(file, key) }, { key, name, effect });
  return [
    ...(expires !== undefined && expires <= date
      ? [tell('expires', '过期时间', '这篇永远不会出现在网站上')]
      : []),
    ...(updated !== undefined && formatDay(updated) < formatDay(date)
      ? [tell('updated', '更新时间', '读者会以为先改后发')]
      : []),
  ];
}

function addressKey(path: string): string {
  const decoded = safeDecode(path).normalize('NFC').toLowerCase();
  return decoded.replace(/\/index\.html?$/, '/').replace(/\/*$/, '/');
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
