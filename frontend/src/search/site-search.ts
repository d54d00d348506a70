import type { Place } from '../layers/place';
import type { Urls } from '../urls';
import { entriesOf, type SearchFile } from './entries';
import { SearchIndex, type Hit, type SearchResult } from './index';

/**
 * Searches what is loaded: the places of the map with their quotes and, once they are fetched, the
 * parties and all other quotes. Both are made ready for the first search, because most readers
 * never search.
 */
export class SiteSearch {
  private index: SearchIndex | null = null;
  private file: Promise<void> | null = null;

  /** @param onMore Called when there is more to find than before. */
  constructor(
    private readonly places: () => readonly Place[],
    private readonly urls: Urls,
    private readonly lang: string,
    private readonly onMore: () => void,
  ) {}

  find(query: string): SearchResult {
    const places = this.places();
    if (places.length === 0) return new SearchIndex([], [], []).find(query);
    this.file ??= this.fetch();
    this.index ??= new SearchIndex(...entriesOf(places, null, this.lang));
    return this.index.find(query);
  }

  private async fetch(): Promise<void> {
    try {
      const response = await fetch(this.urls.file('search.json'));
      if (!response.ok) return;
      const file = (await response.json()) as SearchFile;
      this.index = new SearchIndex(...entriesOf(this.places(), file, this.lang));
      this.onMore();
    } catch {
      // Without network, or from a disk: places and their quotes are found all the same.
    }
  }
}

/** The page of what was found. */
export function addressOf(hit: Hit, urls: Urls): string {
  switch (hit.type) {
    case 'place':
      return urls.place(hit.place.id);
    case 'party':
      return urls.party(hit.party.id);
    case 'quote':
      return urls.excerpt(hit.quote.report, hit.quote.id);
  }
}
