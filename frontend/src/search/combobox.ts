import './results.css';
import { spriteSymbol } from '../layers/symbols';
import { rangesOf, snippetOf } from './fold';
import type { SearchResult, Hit, PartyHit, PlaceHit, QuoteHit } from './index';
import type { Words } from '../words';

/** The options and callbacks of the search field. */
export interface SearchOptions {
  readonly lang: string;
  /** The language of the quotes. */
  readonly quoteLang: string;
  readonly words: Words;
  readonly find: (query: string) => SearchResult;
  /** Called when a key has emptied the field. */
  readonly onQuery: (query: string) => void;
  readonly onChoose: (hit: Hit) => void;
  /** Called when the keyboard or the pointer is on a result; null when on none. */
  readonly onPoint: (hit: Hit | null) => void;
}

/** The search field: a combobox with a list of results (WAI-ARIA, list autocomplete). */
export class SearchBox {
  private readonly list = document.createElement('div');
  private readonly status = document.createElement('p');
  private hits: { hit: Hit; element: HTMLElement }[] = [];
  private active = -1;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly options: SearchOptions,
  ) {
    this.list.id = 'search-results';
    this.list.className = 'results';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', options.words.say('script.results'));
    this.list.hidden = true;
    this.status.className = 'sr-only';
    this.status.setAttribute('role', 'status');
    input.setAttribute('aria-controls', this.list.id);
    form.append(this.list, this.status);
    this.listen();
  }

  /** Searches again: the query or what there is to find has changed. */
  refresh(): void {
    this.show();
  }

  private listen(): void {
    const { form, input, list } = this;
    input.addEventListener('input', () => this.show());
    input.addEventListener('focus', () => this.show());
    input.addEventListener('keydown', (event) => this.onKey(event));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.choose(this.active >= 0 ? this.active : 0);
    });
    form.addEventListener('focusout', (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.close();
    });
    // Keep the focus in the field while a result is pressed.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => this.choose(this.indexOf(event.target)));
    list.addEventListener('pointermove', (event) => {
      const index = this.indexOf(event.target);
      if (index >= 0 && index !== this.active) this.point(index, false);
    });
  }

  private onKey(event: KeyboardEvent): void {
    const count = this.hits.length;
    if (event.key === 'Escape') {
      if (this.list.hidden && this.input.value !== '') {
        this.input.value = '';
        this.options.onQuery('');
      }
      this.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.list.hidden) this.show();
      if (count === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // One position more than there are results: the field itself.
      this.point(((this.active + 1 + step + count + 1) % (count + 1)) - 1, true);
    } else return;
    event.preventDefault();
  }

  private show(): void {
    const { words } = this.options;
    const query = this.input.value.trim();
    this.hits = [];
    this.active = -1;
    this.input.removeAttribute('aria-activedescendant');
    this.list.replaceChildren();
    if (query === '') {
      this.close();
      return;
    }
    const found = this.options.find(query);
    const near = found.near ? words.say('script.near', query) : '';
    if (near) {
      const note = element('p', 'results-empty', near);
      note.setAttribute('aria-hidden', 'true');
      this.list.append(note);
    }
    this.group(words.say('home.places'), found.places, (hit) => this.placeOption(hit, found.words));
    this.group(words.say('script.parties'), found.parties, (hit) =>
      this.partyOption(hit, found.words),
    );
    this.group(words.say('home.quotes'), found.quotes, (hit) => this.quoteOption(hit, found.words));
    const empty = this.hits.length === 0;
    if (empty) {
      const nothing = element('p', 'results-empty', words.say('script.nothing', query));
      nothing.setAttribute('role', 'option');
      nothing.setAttribute('aria-disabled', 'true');
      this.list.append(nothing);
    }
    this.status.textContent = empty
      ? words.say('script.nothing', query)
      : `${near} ${words.say(
          'script.found',
          found.places.length,
          found.parties.length,
          found.quotes.length,
        )}`.trim();
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  private close(): void {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.options.onPoint(null);
  }

  private choose(index: number): void {
    const chosen = this.hits[index];
    if (!chosen) return;
    this.input.value = '';
    this.close();
    this.input.blur();
    this.options.onChoose(chosen.hit);
  }

  private point(index: number, scroll: boolean): void {
    this.hits[this.active]?.element.setAttribute('aria-selected', 'false');
    this.active = index;
    const pointed = this.hits[index];
    if (!pointed) {
      this.input.removeAttribute('aria-activedescendant');
      this.options.onPoint(null);
      return;
    }
    pointed.element.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', pointed.element.id);
    if (scroll) pointed.element.scrollIntoView({ block: 'nearest' });
    this.options.onPoint(pointed.hit);
  }

  private indexOf(target: EventTarget | null): number {
    const option = target instanceof Element ? target.closest('[role=option]') : null;
    return this.hits.findIndex((hit) => hit.element === option);
  }

  private group<T extends Hit>(
    title: string,
    hits: readonly T[],
    option: (hit: T) => HTMLElement,
  ): void {
    if (hits.length === 0) return;
    const group = element('div', 'results-group');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', title);
    const heading = element('p', 'results-title', title);
    heading.setAttribute('aria-hidden', 'true');
    group.append(heading);
    for (const hit of hits) {
      const entry = option(hit);
      entry.id = `search-result-${this.hits.length}`;
      entry.setAttribute('role', 'option');
      entry.setAttribute('aria-selected', 'false');
      this.hits.push({ hit, element: entry });
      group.append(entry);
    }
    this.list.append(group);
  }

  private placeOption({ place, variant }: PlaceHit, found: readonly string[]): HTMLElement {
    const { words } = this.options;
    const option = element('div', 'result result-place');
    const text = element('span', 'result-text');
    const name = element('span', 'result-name');
    highlight(name, place.name, found, true);
    const kind = element('span', 'result-kind', words.kind(place.kind));
    text.append(name, ' ', kind);
    if (variant) {
      const also = element('span', 'result-also');
      highlight(also, words.say('script.also', variant), found, true);
      text.append(also);
    }
    const symbol = spriteSymbol(place.location);
    symbol.classList.add(`of-${place.style}`);
    option.append(symbol, text);
    if (place.count > 0) {
      const count = element('span', 'count', String(place.count));
      count.setAttribute('aria-label', words.say('quote.count', place.count));
      option.append(count);
    }
    return option;
  }

  private partyOption({ party }: PartyHit, found: readonly string[]): HTMLElement {
    const { words } = this.options;
    const option = element('div', 'result result-party');
    const text = element('span', 'result-text');
    const name = element('span', 'result-name');
    highlight(name, party.name, found, true);
    text.append(name);
    option.append(text);
    if (party.count > 0) {
      const count = element('span', 'count', words.say('quote.count', party.count));
      option.append(count);
    }
    return option;
  }

  private quoteOption({ quote }: QuoteHit, words: readonly string[]): HTMLElement {
    const option = element('div', 'result result-quote');
    const text = element('span', 'result-quote-text');
    text.lang = this.options.quoteLang;
    text.dir = 'auto';
    highlight(text, snippetOf(quote.quote, words, 130), words);
    option.append(text, element('span', 'result-kind', quote.reportLabel));
    return option;
  }
}

function element(name: string, className: string, text = ''): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  created.textContent = text;
  return created;
}

function highlight(
  parent: HTMLElement,
  text: string,
  words: readonly string[],
  within = false,
): void {
  let at = 0;
  for (const { start, end } of rangesOf(text, words, within)) {
    parent.append(text.slice(at, start), element('mark', '', text.slice(start, end)));
    at = end;
  }
  parent.append(text.slice(at));
}
