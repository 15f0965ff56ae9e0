/** The search page: reads its address, asks the index, says what it is doing in words. */
import { readSearch, type Search, writeSearch } from './search-address.ts';
import { SearchEngine } from './search-engine.ts';
import { renderHits } from './search-hits.ts';
import { orderHits, PAGE_LENGTH, SearchSession } from './search-session.ts';
import { describeFound, suggestPlaces } from './search-words.ts';

/** A reader who pauses wants to see; one who types does not. */
const TYPING_MS = 350;

class SearchPage extends HTMLElement {
  #engine: SearchEngine | undefined;
  #session: SearchSession | undefined;
  /** Only the last search asked for may show anything. */
  #asked = 0;
  #shown = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #hasFacets = false;

  connectedCallback(): void {
    const form = this.#part<HTMLFormElement>('form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#askFromForm('push');
    });
    form.addEventListener('change', (event) => {
      if (event.target !== form.elements.namedItem('q')) this.#askFromForm('push');
    });
    form.addEventListener('input', (event) => {
      if (event.target === form.elements.namedItem('q')) this.#askSoon(event as InputEvent);
    });
    form.addEventListener('compositionend', () => this.#askSoon());
    const details = this.#part<HTMLDetailsElement>('details');
    details.addEventListener('toggle', () => details.open && this.#fillFacets());
    this.#part('[data-more]').addEventListener('click', () => this.#showMore());
    this.#part('[data-older]').addEventListener('click', () => this.#readOlder());
    this.#part('[data-retry]').addEventListener('click', () => location.reload());
    window.addEventListener('popstate', () => this.#askFromAddress());
    this.#askFromAddress();
  }

  #askFromAddress(): void {
    const search = readSearch(new URLSearchParams(location.search));
    this.#fillForm(search);
    this.#ask(search);
  }

  #askFromForm(history: 'push' | 'replace'): void {
    clearTimeout(this.#typing);
    const data = new FormData(this.#part<HTMLFormElement>('form'));
    const entries = [...data].map(([name, value]) => [name, String(value)]);
    const search = readSearch(new URLSearchParams(entries as [string, string][]));
    const address = writeSearch(search);
    if (address !== location.pathname + location.search) {
      if (history === 'push') window.history.pushState(null, '', address);
      else window.history.replaceState(null, '', address);
    }
    this.#ask(search);
  }

  /** After a pause, and never while an input method composes. */
  #askSoon(event?: InputEvent): void {
    clearTimeout(this.#typing);
    if (event?.isComposing) return;
    this.#typing = setTimeout(() => this.#askFromForm('replace'), TYPING_MS);
  }

  async #ask({ query, filters }: Search): Promise<void> {
    const asked = ++this.#asked;
    document.title = query ? `${query} - ${this.dataset['title']}` : (this.dataset['title'] ?? '');
    this.#session = undefined;
    this.#shown = 0;
    if (query === '') {
      this.#part('ol').replaceChildren();
      this.#show('idle', '');
      return;
    }
    this.#show('loading', '正在搜索……');
    await this.#run(asked, async () => {
      this.#engine ??= new SearchEngine(this.dataset['index'] ?? '');
      const session = await SearchSession.start(this.#engine, query, filters);
      if (asked !== this.#asked) return;
      this.#session = session;
      this.#part('ol').replaceChildren();
      if (session.hits.length === 0) await this.#showNothing(query, asked);
      else await this.#renderTo(PAGE_LENGTH, asked);
    });
  }

  async #showMore(): Promise<void> {
    const asked = this.#asked;
    const first = this.#shown;
    await this.#run(asked, () => this.#renderTo(first + PAGE_LENGTH, asked));
    this.#focusHit(first);
  }

  async #readOlder(): Promise<void> {
    const asked = this.#asked;
    const session = this.#session;
    if (!session) return;
    const first = this.#shown;
    this.#setStatus('正在搜索更早的文章……');
    await this.#run(asked, async () => {
      await session.readOlder();
      await this.#renderTo(first + PAGE_LENGTH, asked);
    });
    this.#focusHit(first);
  }

  /** Shows so many of the session's hits, in the order chosen, and what they are. */
  async #renderTo(count: number, asked: number): Promise<void> {
    const [session, engine] = [this.#session, this.#engine];
    if (!session?.step || !engine) return;
    const hits = orderHits(session.hits, this.#search().order);
    const items = await renderHits(engine, hits.slice(0, count), session.step);
    if (asked !== this.#asked) return;
    this.#part('ol').replaceChildren(...items);
    this.#shown = items.length;
    this.#part('[data-more]').hidden = items.length >= hits.length;
    this.#part('[data-older]').hidden = session.isComplete || items.length < hits.length;
    this.#show('found', describeFound(session, session.step));
  }

  /** In words, with places of the site that the words name. */
  async #showNothing(query: string, asked: number): Promise<void> {
    const facets = await this.#engine?.facets();
    if (asked !== this.#asked) return;
    const places = suggestPlaces(query, this.#channels(), facets?.tags ?? [], this.dataset['base']);
    const items = places.map(({ name, href }) => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = name;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    this.#part('[data-suggestions]').replaceChildren(...items);
    this.#part('[data-suggested]').hidden = items.length === 0;
    this.#show('nothing', `没有找到“${query}”。`);
  }

  /** Runs a step of the search asked for; if the index cannot be had, says so. */
  async #run(asked: number, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      console.warn(cause);
      if (asked === this.#asked) this.#show('failed', '搜索没有成功：索引没有下载完。');
    }
  }

  /** One of the page's states: idle, loading, found, nothing, failed. */
  #show(state: string, status: string): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-state]')) {
      part.hidden = part.dataset['state'] !== state;
    }
    this.#setStatus(status);
  }

  #setStatus(text: string): void {
    this.#part('[role=status]').textContent = text;
  }

  /** The reader goes on where the new results begin. */
  #focusHit(index: number): void {
    this.querySelectorAll<HTMLElement>('ol > li a.title')[index]?.focus();
  }

  #search(): Search {
    return readSearch(new URLSearchParams(location.search));
  }

  #fillForm({ query, filters, order }: Search): void {
    const form = this.#part<HTMLFormElement>('form');
    const values: Record<string, string | undefined> = { q: query, order, ...filters };
    for (const field of form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'radio') {
        field.checked = field.value === (values[field.name] ?? '');
      } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        const value = values[field.name] ?? '';
        if (field instanceof HTMLSelectElement && value !== '') addOption(field, value, value);
        field.value = value;
      }
    }
    const isNarrowed = Object.keys(filters).length > 0 || order !== 'newest';
    if (isNarrowed) this.#part<HTMLDetailsElement>('details').open = true;
  }

  /** Sources and tags are many: fetched when a reader opens the filters. */
  async #fillFacets(): Promise<void> {
    if (this.#hasFacets) return;
    this.#hasFacets = true;
    try {
      this.#engine ??= new SearchEngine(this.dataset['index'] ?? '');
      const { sources, tags } = await this.#engine.facets();
      const lists = { source: sources, tag: tags.slice(0, TAGS_OFFERED) };
      for (const [name, values] of Object.entries(lists)) {
        const select = this.#part<HTMLSelectElement>(`select[name=${name}]`);
        for (const [value, count] of values) addOption(select, value, `${value}（${count}）`);
      }
    } catch {
      this.#hasFacets = false;
    }
  }

  #channels(): { name: string; href: string }[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[data-channels] a')].map((link) => ({
      name: link.textContent.trim(),
      href: link.getAttribute('href') ?? '',
    }));
  }

  #part<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.querySelector<E>(selector);
    if (!found) throw new Error(`The search page has no ${selector}.`);
    return found;
  }
}

/** More would be no choice; the rest is found by its articles. */
const TAGS_OFFERED = 60;

function addOption(select: HTMLSelectElement, value: string, text: string): void {
  const known = [...select.options].find((option) => option.value === value);
  if (known) known.text = text;
  else select.add(new Option(text, value));
}

customElements.define('search-page', SearchPage);
