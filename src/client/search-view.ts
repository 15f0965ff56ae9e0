/** What the search page shows: one of its states, in words, and the results. */
import { findPart } from './page-part.ts';
import type { Place } from './search-words.ts';

type State = 'idle' | 'loading' | 'found' | 'nothing' | 'failed';

export class SearchView {
  readonly #root: HTMLElement;
  readonly #list: HTMLOListElement;
  readonly #status: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#list = findPart(root, 'ol');
    this.#status = findPart(root, '[role=status]');
  }

  /** @param status read out as it appears */
  show(state: State, status: string): void {
    this.#root.removeAttribute('aria-busy');
    for (const part of this.#root.querySelectorAll<HTMLElement>('[data-state]')) {
      part.hidden = part.dataset['state'] !== state;
    }
    this.#status.textContent = status;
  }

  /** Results stay while others are looked for: a page that empties at every key is none to read. */
  wait(status: string): void {
    const hasResults = !findPart(this.#root, '[data-state=found]').hidden;
    if (!hasResults) this.show('loading', status);
    this.#root.setAttribute('aria-busy', 'true');
    this.#status.textContent = status;
  }

  showHits(items: readonly HTMLLIElement[], hasMore: boolean, hasOlder: boolean): void {
    this.#list.replaceChildren(...items);
    findPart(this.#root, '[data-more]').hidden = !hasMore;
    findPart(this.#root, '[data-older]').hidden = !hasOlder;
  }

  showPlaces(places: readonly Place[]): void {
    const items = places.map(({ name, href }) => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = name;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    findPart(this.#root, '[data-suggestions]').replaceChildren(...items);
    findPart(this.#root, '[data-suggested]').hidden = items.length === 0;
  }

  /** The reader goes on where the new results begin. */
  focusHit(index: number): void {
    this.#list.querySelectorAll<HTMLElement>(':scope > li a.title')[index]?.focus();
  }

  channels(): Place[] {
    return [...this.#root.querySelectorAll<HTMLAnchorElement>('[data-channels] a')].map((link) => ({
      name: link.textContent.trim(),
      href: link.getAttribute('href') ?? '',
    }));
  }
}
