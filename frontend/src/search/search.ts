import type { Place } from '../layers/place';
import type { Urls } from '../urls';
import type { Words } from '../words';
import { SearchBox } from './combobox';
import type { Hit } from './index';
import { addressOf, SiteSearch } from './site-search';

/** The options and callbacks of the search. */
export interface SearchOptions {
  readonly lang: string;
  /** The language of the quotes. */
  readonly quoteLang: string;
  readonly words: Words;
  readonly urls: Urls;
  readonly places: () => readonly Place[];
  readonly onQuery: (query: string) => void;
  /** Called when the reader chose something that has a page. */
  readonly onOpen: (url: string) => void;
  /** Called when the keyboard or the pointer is on a place; null when on none. */
  readonly onPoint: (id: string | null) => void;
}

/** Makes the search field a list of results. This code is fetched when the reader turns to the field. */
export function startSearch(
  form: HTMLFormElement,
  input: HTMLInputElement,
  { lang, quoteLang, words, urls, places, onQuery, onOpen, onPoint }: SearchOptions,
): SearchBox {
  const found = new SiteSearch(places, urls, lang, () => box.refresh());
  const box = new SearchBox(form, input, {
    lang,
    quoteLang,
    words,
    find: (query) => found.find(query),
    onQuery,
    onChoose: (hit: Hit) => onOpen(addressOf(hit, urls)),
    onPoint: (hit) => onPoint(hit?.type === 'place' ? hit.place.id : null),
  });
  return box;
}
