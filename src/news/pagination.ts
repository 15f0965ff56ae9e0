/** One page of a list that grows at its front. */
export interface ListPage<T> {
  /** undefined is the list's own address; numbered pages count from the oldest. */
  number: number | undefined;
  items: T[];
  /** Page with newer items: a number, 'front', or undefined on the front page. */
  newer: number | 'front' | undefined;
  older: number | undefined;
  /** Numbered pages there are. */
  last: number;
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
    last,
  };
  const numbered = Array.from({ length: last }, (_, index): ListPage<T> => {
    const number = last - index;
    const end = items.length - (number - 1) * size;
    return {
      number,
      items: items.slice(end - size, end),
      newer: number === last ? 'front' : number + 1,
      older: number - 1 || undefined,
      last,
    };
  });
  return [front, ...numbered];
}
