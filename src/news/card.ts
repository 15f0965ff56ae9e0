import { type Links, paths } from './address.ts';
import type { AiUse, Article, ArticleKind } from './article.ts';
import { excerpt } from './excerpt.ts';
import { type ArticleState, stateOf } from './publish.ts';
import type { Channel } from './settings-schema.ts';

/** Length of a card's excerpt, in graphemes: two lines beside a headline. */
const EXCERPT_LENGTH = 60;

/** What a list shows of an article; all a component needs to know. */
export interface Card {
  id: string;
  href: string;
  title: string;
  /** The title cut where a line may break; joined they are the title. */
  words: string[];
  /** At most 60 graphemes, '' when the article has nothing to say yet. */
  excerpt: string;
  /** Epoch ms. */
  date: number;
  channel: { name: string; href: string };
  sourceName: string | undefined;
  kind: ArticleKind;
  ai: AiUse;
  state: ArticleState;
  isPinned: boolean;
}

/** Makes cards for one build. `splitWords` gives a text's words, in order and complete. */
export function createCardMaker(options: {
  links: Links;
  channels: readonly Channel[];
  now: number;
  splitWords: (text: string) => string[];
}): (article: Article) => Card {
  const { links, now, splitWords } = options;
  const channels = new Map(options.channels.map((channel) => [channel.id, channel]));
  return (article) => ({
    id: article.id,
    href: links.to(paths.article(article)),
    title: article.title,
    words: breakable(splitWords(article.title)),
    excerpt: excerpt(article.summary, EXCERPT_LENGTH),
    date: article.date,
    channel: {
      name: channels.get(article.channel)?.name ?? article.channel,
      href: links.to(paths.channel(article.channel)),
    },
    sourceName: article.source?.name,
    kind: article.kind,
    ai: article.ai,
    state: stateOf(article, now),
    isPinned: article.pinned,
  });
}

/** Keeps marks with their word, so that no line starts with `，` or ends with `“`. */
function breakable(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (const word of words) {
    const previous = parts.at(-1);
    const joins =
      previous !== undefined &&
      (NOT_FIRST.test(word) ||
        NOT_LAST.test(previous) ||
        (TIGHT.test(previous) && TIGHT.test(word)));
    if (joins) parts[parts.length - 1] = previous + word;
    else parts.push(word);
  }
  return parts;
}

const NOT_FIRST = /^[\s，。！？；：、）》」』】”’…—～·%‰℃,.!?;:)\]]/u;
const NOT_LAST = /[（《「『【“‘([]$/u;
/** Figures with their unit: `0.6%`, `50 万`. */
const TIGHT = /^[\d.,%\s]+$/;
