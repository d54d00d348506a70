import { findWord, fold, wordsOf, type Folded } from './fold';

/** A place in the search index. */
export interface PlaceEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly location: string;
  /** The symbol family of its layer. */
  readonly style: string;
  readonly count: number;
  /** Spellings and names in other languages. */
  readonly variants: readonly string[];
}

/** A quote in the search index. */
export interface QuoteEntry {
  readonly id: string;
  readonly quote: string;
  readonly report: string;
  readonly reportLabel: string;
}

/** A place found; `variant` is the spelling that matched if the name did not. */
export interface PlaceHit {
  readonly type: 'place';
  readonly place: PlaceEntry;
  readonly variant: string | null;
}

/** A quote found. */
export interface QuoteHit {
  readonly type: 'quote';
  readonly quote: QuoteEntry;
}

/** One result of a search. */
export type Hit = PlaceHit | QuoteHit;

/** The places and quotes found, best first, with their numbers before the limit. */
export interface SearchResult {
  readonly words: readonly string[];
  readonly places: readonly PlaceHit[];
  readonly quotes: readonly QuoteHit[];
}

interface Indexed<T> {
  readonly entry: T;
  readonly names: readonly { readonly text: string; readonly folded: Folded }[];
}

/**
 * Searches names, spelling variants and quotes. The data is small enough to check every entry each
 * time.
 */
export class SearchIndex {
  private readonly places: Indexed<PlaceEntry>[];
  private readonly quotes: Indexed<QuoteEntry>[];

  constructor(places: readonly PlaceEntry[], quotes: readonly QuoteEntry[]) {
    this.places = places.map((entry) => indexed(entry, [entry.name, ...entry.variants]));
    this.quotes = quotes.map((entry) => indexed(entry, [entry.quote]));
  }

  /** Finds entries whose name or quote contains all words of the query. */
  find(query: string, limits = { places: 8, quotes: 8 }): SearchResult {
    const words = wordsOf(query);
    if (words.length === 0) return { words, places: [], quotes: [] };
    const places = this.places
      .map((place) => ({ place, match: bestName(place, words) }))
      .filter(({ match }) => match !== null)
      .sort(
        (a, b) =>
          (a.match?.rank ?? 0) - (b.match?.rank ?? 0) ||
          b.place.entry.count - a.place.entry.count ||
          a.place.entry.name.localeCompare(b.place.entry.name),
      )
      .slice(0, limits.places)
      .map(({ place, match }): PlaceHit => ({
        type: 'place',
        place: place.entry,
        variant: match && match.index > 0 ? (place.names[match.index]?.text ?? null) : null,
      }));
    const quotes = this.quotes
      .filter(({ names }) => names.some(({ folded }) => holdsAll(folded, words, false)))
      .slice(0, limits.quotes)
      .map(({ entry }): QuoteHit => ({ type: 'quote', quote: entry }));
    return { words, places, quotes };
  }
}

function indexed<T>(entry: T, names: readonly string[]): Indexed<T> {
  return { entry, names: names.map((text) => ({ text, folded: fold(text) })) };
}

function holdsAll(folded: Folded, words: readonly string[], within: boolean): boolean {
  return words.every((word) => findWord(folded, word, within) >= 0);
}

/**
 * Ranks a match: the whole name, then its beginning, then its middle; the name before its variants.
 */
function bestName(
  place: Indexed<PlaceEntry>,
  words: readonly string[],
): { rank: number; index: number } | null {
  const query = words.join(' ');
  let best: { rank: number; index: number } | null = null;
  place.names.forEach(({ folded }, index) => {
    if (!holdsAll(folded, words, true)) return;
    const closeness = folded.text === query ? 0 : folded.text.startsWith(query) ? 2 : 4;
    const rank = closeness + (index > 0 ? 1 : 0);
    if (!best || rank < best.rank) best = { rank, index };
  });
  return best;
}
