/** The form of the search page: what a reader types and chooses. */
import type { Facets } from '../news/search/catalog.ts';
import { findPart } from './page-part.ts';
import { readSearch, type Search } from './search-address.ts';

export interface SearchFormEvents {
  /** Sent or chosen: a search of its own in the browser's history. */
  ask(): void;
  /** Typed, after a pause, and never while an input method composes. */
  askWhileTyping(): void;
  /** The filters were opened. */
  narrow(): void;
}

export class SearchForm {
  readonly #form: HTMLFormElement;
  readonly #filters: HTMLDetailsElement;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ParentNode, events: SearchFormEvents) {
    this.#form = findPart(root, 'form');
    this.#filters = findPart(root, 'details');
    const isQuery = (target: EventTarget | null) => target === this.#field('q');
    const askSoon = () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(events.askWhileTyping, TYPING_MS);
    };
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      clearTimeout(this.#typing);
      events.ask();
    });
    this.#form.addEventListener('change', ({ target }) => {
      if (!isQuery(target)) events.ask();
    });
    this.#form.addEventListener('input', (event) => {
      clearTimeout(this.#typing);
      if (isQuery(event.target) && !(event as InputEvent).isComposing) askSoon();
    });
    this.#form.addEventListener('compositionend', askSoon);
    this.#filters.addEventListener('toggle', () => this.#filters.open && events.narrow());
  }

  read(): Search {
    const entries = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    return readSearch(new URLSearchParams(entries as [string, string][]));
  }

  fill({ query, order, filters }: Search): void {
    clearTimeout(this.#typing);
    this.#set('q', query);
    this.#set('order', order);
    for (const name of ['channel', 'year', 'source', 'tag'] as const) {
      const value = filters[name] ?? '';
      if (value !== '') addOption(this.#field(name), value, value);
      this.#set(name, value);
    }
    if (Object.keys(filters).length > 0 || order !== 'newest') this.#filters.open = true;
  }

  /** Sources and tags are many: the page comes without them. */
  offer({ sources, tags }: Facets): void {
    const lists = { source: sources, tag: tags.slice(0, TAGS_OFFERED) };
    for (const [name, values] of Object.entries(lists)) {
      for (const [value, count] of values)
        addOption(this.#field(name), value, `${value}（${count}）`);
    }
  }

  #set(name: string, value: string): void {
    const field = this.#field(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = value;
    }
  }

  #field(name: string): Element | RadioNodeList | null {
    return this.#form.elements.namedItem(name);
  }
}

/** A reader who pauses wants to see; one who types does not. */
const TYPING_MS = 350;

/** More would be no choice; the rest is found by its articles. */
const TAGS_OFFERED = 60;

function addOption(field: Element | RadioNodeList | null, value: string, text: string): void {
  if (!(field instanceof HTMLSelectElement)) return;
  const known = [...field.options].find((option) => option.value === value);
  if (known) known.text = text;
  else field.add(new Option(text, value));
}
