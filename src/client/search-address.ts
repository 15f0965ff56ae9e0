/** The address of a result page: a query with its filters, to share and to come back to. */
import type { Filters, Order } from './search-session.ts';

export interface Search {
  query: string;
  filters: Filters;
  order: Order;
}

const FILTER_NAMES = ['channel', 'year', 'source', 'tag'] as const;

export function readSearch(parameters: URLSearchParams): Search {
  const filters: Filters = {};
  for (const name of FILTER_NAMES) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  return {
    query: parameters.get('q')?.trim() ?? '',
    filters,
    order: parameters.get('order') === 'title' ? 'title' : 'newest',
  };
}

/** Without what is left as it is, so that one search has one address. */
export function writeSearch({ query, filters, order }: Search): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value) parameters.set(name, value);
  }
  if (order !== 'newest') parameters.set('order', order);
  const text = parameters.toString();
  return text === '' ? location.pathname : `${location.pathname}?${text}`;
}
