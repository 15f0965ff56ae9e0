/** One page of a list that grows at its front. */
export interface ListPage<T> extends Pager {
  items: T[];
}

/** A page's place among its list's pages: all that its pager shows. */
export interface Pager {
  /** undefined is the list's own address; numbered pages count from the oldest. */
  number: number | undefined;
  /** Page with newer items: a number, 'front', or undefined on the front page. */
  newer: number | 'front' | undefined;
  older: number | undefined;
  /**
   * The pages a pager names, newest first: the front page (undefined), this page with its
   * neighbours, and page 1, the oldest. `gap` stands for pages left out, so that a page far from
   * the front does not change when the list grows.
   */
  links: (number | undefined | 'gap')[];
}

/**
 * Splits a newest-first list so that older pages never change when something is added in front:
 * page 1 holds the `size` oldest items, and the front page shows what is not yet a full page
 * besides the newest full one, that is `size` to 2·`size` − 1 items (or all when there are fewer).
 */
export function paginate<T>(items: readonly T[], size: number): ListPage<T>[] {
  const last = Math.max(0, Math.floor(items.length / size) - 1);
  const front: ListPage<T> = {
    number: undefined,
    items: items.slice(0, items.length - last * size),
    newer: undefined,
    older: last || undefined,
    links: listLinks(last + 1, last),
  };
  const numbered = Array.from({ length: last }, (_, index): ListPage<T> => {
    const number = last - index;
    const end = items.length - (number - 1) * size;
    return {
      number,
      items: items.slice(end - size, end),
      newer: number === last ? 'front' : number + 1,
      older: number - 1 || undefined,
      links: listLinks(number, last),
    };
  });
  return [front, ...numbered];
}

/** How many pages are named on either side of the current one. */
const REACH = 2;

function listLinks(position: number, last: number): Pager['links'] {
  const named = [last + 1, 1];
  for (let page = position - REACH; page <= position + REACH; page++) {
    if (page >= 1 && page <= last) named.push(page);
  }
  const pages = [...new Set(named)].sort((a, b) => b - a);
  return pages.flatMap((page, index) => {
    const before = pages[index - 1];
    const link = page > last ? undefined : page;
    return before !== undefined && before - page > 1 ? (['gap', link] as const) : [link];
  });
}
