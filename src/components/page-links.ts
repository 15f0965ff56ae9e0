/** How many pages are named on either side of the current one. */
const REACH = 2;

/**
 * The pages a pager names, newest first: the front page (undefined), the current page with its
 * neighbours, and page 1, which is the oldest. `gap` stands for pages left out.
 */
export function listPageLinks(
  current: number | undefined,
  last: number,
): (number | undefined | 'gap')[] {
  const position = current ?? last + 1;
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
