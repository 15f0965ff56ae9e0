/** How results look: built from text, never from HTML. */
import { formatDay, formatIso } from '../news/beijing.ts';
import type { ResultText } from '../news/search/catalog.ts';
import { makeExcerpt, markMatches, type Piece } from '../news/search/excerpt.ts';
import type { TraditionalTable } from '../news/search/fold.ts';
import { isApproximate, phraseTexts, type Step } from '../news/search/query.ts';
import { writeArrival } from './search-arrival-address.ts';
import type { Hit } from './search-bundle.ts';
import type { SearchEngine } from './search-engine.ts';

/** The list items of hits; texts are fetched side by side. */
export function renderHits(
  engine: SearchEngine,
  hits: readonly Hit[],
  step: Step,
): Promise<HTMLLIElement[]> {
  return Promise.all(
    hits.map(async ({ bundle, id }) =>
      renderHit(await engine.text(bundle, id), phraseTexts(step), isApproximate(step), engine),
    ),
  );
}

async function renderHit(
  result: ResultText,
  phrases: readonly string[],
  isNearlyAlike: boolean,
  engine: SearchEngine,
): Promise<HTMLLIElement> {
  let { title, excerpt } = markResult(result, phrases, new Map());
  if (phrases.length > 0 && ![...title, ...excerpt].some(({ isMatch }) => isMatch)) {
    // Written in Traditional characters, perhaps: only then their table is worth fetching.
    const table = await engine.tableFor(result.title, ...result.text);
    ({ title, excerpt } = markResult(result, phrases, table));
  }
  const item = document.createElement('li');
  const time = element('time', [formatDay(result.date)]);
  time.dateTime = formatIso(result.date);
  const link = element('a', marked(title));
  link.className = 'title';
  const found = [...excerpt, ...title].filter(({ isMatch }) => isMatch).map(({ text }) => text);
  link.href = result.url + writeArrival(found);
  const body = element('div', [element('h3', [link])]);
  if (excerpt.length > 0) body.append(withClass('p', 'brief', marked(excerpt)));
  const origin = [result.channel, result.source].filter(Boolean).join('　');
  const meta = withClass('p', 'meta', [origin]);
  if (isNearlyAlike) meta.append('　', withClass('span', 'flag', ['近似结果']));
  body.append(meta);
  item.append(time, body);
  return item;
}

function markResult(
  { title, text }: ResultText,
  phrases: readonly string[],
  table: TraditionalTable,
): { title: Piece[]; excerpt: Piece[] } {
  return {
    title: markMatches(title, phrases, table),
    excerpt: makeExcerpt(text, phrases, table),
  };
}

function marked(pieces: readonly Piece[]): (string | Node)[] {
  return pieces.map(({ text, isMatch }) => (isMatch ? element('mark', [text]) : text));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly (string | Node)[],
): HTMLElementTagNameMap[Name] {
  const created = document.createElement(name);
  created.append(...children);
  return created;
}

function withClass(
  name: 'p' | 'span',
  className: string,
  children: readonly (string | Node)[],
): HTMLElement {
  const created = element(name, children);
  created.className = className;
  return created;
}
