/** The search page: its address is the search; asks the index, says what it is doing. */
import { findPart } from './page-part.ts';
import { readSearch, type Search, writeSearch } from './search-address.ts';
import { SearchEngine } from './search-engine.ts';
import { SearchForm } from './search-form.ts';
import { renderHits } from './search-hits.ts';
import { orderHits, PAGE_LENGTH, SearchSession } from './search-session.ts';
import { SearchView } from './search-view.ts';
import { describeFound, suggestPlaces } from './search-words.ts';

class SearchPage extends HTMLElement {
  readonly #view = new SearchView(this);
  readonly #form = new SearchForm(this, {
    ask: () => this.#askFromForm('pushState'),
    askWhileTyping: () => this.#askFromForm('replaceState'),
    narrow: () => this.#offerFacets(),
  });
  #engine: SearchEngine | undefined;
  #session: SearchSession | undefined;
  /** Only the last search asked for may show anything. */
  #asked = 0;
  #shown = 0;

  connectedCallback(): void {
    findPart(this, '[data-more]').addEventListener('click', () => this.#showMore());
    findPart(this, '[data-older]').addEventListener('click', () => this.#readOlder());
    findPart(this, '[data-retry]').addEventListener('click', () => location.reload());
    window.addEventListener('popstate', () => this.#askFromAddress());
    this.#askFromAddress();
  }

  #askFromAddress(): void {
    const search = readSearch(new URLSearchParams(location.search));
    this.#form.fill(search);
    this.#ask(search);
  }

  #askFromForm(record: 'pushState' | 'replaceState'): void {
    const search = this.#form.read();
    const address = writeSearch(search);
    if (address !== location.pathname + location.search) history[record](null, '', address);
    this.#ask(search);
  }

  async #ask({ query, filters }: Search): Promise<void> {
    const asked = ++this.#asked;
    const name = this.dataset['title'] ?? '';
    document.title = query ? `${query} - ${name}` : name;
    this.#session = undefined;
    if (query === '') {
      this.#view.show('idle', '');
      return;
    }
    this.#view.wait('正在搜索……');
    await this.#run(asked, async () => {
      const engine = this.#openEngine();
      const session = await SearchSession.start(engine, query, filters);
      if (asked !== this.#asked) return;
      this.#session = session;
      if (session.hits.length === 0) await this.#showNothing(query, engine, asked);
      else await this.#renderTo(PAGE_LENGTH, asked);
    });
  }

  async #showMore(): Promise<void> {
    const asked = this.#asked;
    const first = this.#shown;
    await this.#run(asked, () => this.#renderTo(first + PAGE_LENGTH, asked));
    this.#view.focusHit(first);
  }

  async #readOlder(): Promise<void> {
    const asked = this.#asked;
    const session = this.#session;
    if (!session) return;
    const first = this.#shown;
    this.#view.wait('正在搜索更早的文章……');
    await this.#run(asked, async () => {
      await session.readOlder();
      await this.#renderTo(first + PAGE_LENGTH, asked);
    });
    this.#view.focusHit(first);
  }

  /** Shows so many of the session's hits, in the order chosen, and what they are. */
  async #renderTo(count: number, asked: number): Promise<void> {
    const [session, engine] = [this.#session, this.#engine];
    if (!session?.step || !engine) return;
    const hits = orderHits(session.hits, this.#form.read().order);
    const items = await renderHits(engine, hits.slice(0, count), session.step);
    if (asked !== this.#asked) return;
    const hasMore = items.length < hits.length;
    this.#shown = items.length;
    this.#view.showHits(items, hasMore, !session.isComplete && !hasMore);
    this.#view.show('found', describeFound(session, session.step));
  }

  /** In words, with places of the site that the words name. */
  async #showNothing(query: string, engine: SearchEngine, asked: number): Promise<void> {
    const { tags } = await engine.facets();
    if (asked !== this.#asked) return;
    this.#view.showPlaces(suggestPlaces(query, this.#view.channels(), tags, this.dataset['base']));
    this.#view.show('nothing', `没有找到“${query}”。`);
  }

  /** Runs a step of the search asked for; if the index cannot be had, says so. */
  async #run(asked: number, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      console.warn(cause);
      if (asked === this.#asked) this.#view.show('failed', '搜索没有成功：要用的数据没有下载完。');
    }
  }

  async #offerFacets(): Promise<void> {
    try {
      this.#form.offer(await this.#openEngine().facets());
    } catch (cause) {
      // The filters that the page came with still work; the search itself says what is wrong.
      console.warn(cause);
    }
  }

  #openEngine(): SearchEngine {
    this.#engine ??= new SearchEngine(this.dataset['index'] ?? '');
    return this.#engine;
  }
}

customElements.define('search-page', SearchPage);
