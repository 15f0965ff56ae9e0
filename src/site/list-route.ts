import { listPagePath } from '../news/address.ts';
import type { Article } from '../news/article.ts';
import type { Card } from '../news/card.ts';
import { type ListPage, type Pager, paginate } from '../news/pagination.ts';
import type { Name } from './names.ts';
import type { Newsroom } from './newsroom.ts';
import { defineRoute, type Route } from './route.ts';

/** One page of a list of articles: of a channel, topic, tag or person. */
export interface ListSubject<T> {
  /** What the list is of. */
  of: T;
  page: ListPage<Article>;
}

/** What such a page shows. `head` is the front page's; numbered pages add to it. */
export interface ListView {
  head: {
    title: string;
    description: string;
    path: string;
    feeds?: { title: string; path: string }[];
  };
  /** Steps between the home page and this list. */
  above: { name: string; path: string }[];
  intro: string | undefined;
  page: Pager;
  cards: Card[];
  /** Id of the channel the list belongs to. */
  channel?: string;
  /** Editors' picks. */
  picks: Card[];
  /** The other lists of this kind. */
  siblings: { title: string; names: Name[] };
}

/** What a kind of list says of itself on its front page. */
type ListFront = Pick<ListView, 'head' | 'above' | 'intro' | 'siblings'> &
  Pick<Partial<ListView>, 'channel' | 'picks'>;

/** A route of paginated lists; `param` is the list's parameter in the address. */
export function defineListRoute<T>(options: {
  name: string;
  param: string;
  lists(newsroom: Newsroom): { of: T; value: string; path: string; articles: readonly Article[] }[];
  describeFront(newsroom: Newsroom, of: T): ListFront;
}): Route<ListSubject<T>, ListView> {
  const { name, param, lists, describeFront } = options;
  return defineRoute({
    name,
    list: (newsroom) =>
      lists(newsroom).flatMap(({ of, value, path, articles }) =>
        paginate(articles, newsroom.settings.site.page_size).map((page) => ({
          params: {
            [param]: value,
            page: page.number === undefined ? undefined : `page/${page.number}`,
          },
          path: listPagePath(path, page.number),
          subject: { of, page },
        })),
      ),
    describe: (newsroom, { of, page: { items, ...page } }) => {
      const { picks = [], ...front } = describeFront(newsroom, of);
      const isFront = page.number === undefined;
      return {
        ...front,
        intro: isFront ? front.intro : undefined,
        page,
        cards: items.map(newsroom.toCard),
        // Numbered pages stay as they are for good: what changes with the site is on the front page.
        picks: isFront ? picks : [],
        siblings: isFront ? front.siblings : { title: '', names: [] },
      };
    },
  });
}
