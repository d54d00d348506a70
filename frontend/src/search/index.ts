import { findWord, fold, nearWords, withoutStops, wordsOf, type Folded } from './fold';

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

/** A party in the search index: someone who says something. */
export interface PartyEntry {
  readonly id: string;
  readonly name: string;
  /** The number of quotes that it says. */
  readonly count: number;
  /** Its names in other languages. */
  readonly variants: readonly string[];
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

/** A party found. */
export interface PartyHit {
  readonly type: 'party';
  readonly party: PartyEntry;
}

/** One result of a search. */
export type Hit = PlaceHit | PartyHit | QuoteHit;

/** The places, parties and quotes found, best first. */
export interface SearchResult {
  readonly words: readonly string[];
  /** Whether nothing has the words as they are spelled: then similar spellings were found. */
  readonly near: boolean;
  readonly parties: readonly PartyHit[];
  readonly places: readonly PlaceHit[];
  readonly quotes: readonly QuoteHit[];
}

interface Limits {
  readonly places: number;
  readonly parties: number;
  readonly quotes: number;
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
  private readonly parties: Indexed<PartyEntry>[];
  private readonly quotes: Indexed<QuoteEntry>[];

  constructor(
    places: readonly PlaceEntry[],
    parties: readonly PartyEntry[],
    quotes: readonly QuoteEntry[],
  ) {
    this.parties = parties.map((entry) => indexed(entry, [entry.name, ...entry.variants]));
    this.places = places.map((entry) => indexed(entry, [entry.name, ...entry.variants]));
    this.quotes = quotes.map((entry) => indexed(entry, [entry.quote]));
  }

  /**
   * Finds entries whose name or quote contains all words of the query; if there is none, those
   * with words that are spelled much like them.
   */
  find(query: string, limits = { places: 8, parties: 4, quotes: 8 }): SearchResult {
    const words = wordsOf(query);
    const exact = this.search(words, limits, false);
    const found = exact.places.length + exact.parties.length + exact.quotes.length;
    return found > 0 || words.length === 0 ? exact : this.search(words, limits, true);
  }

  private search(words: string[], limits: Limits, near: boolean): SearchResult {
    if (words.length === 0) return { words, near: false, places: [], parties: [], quotes: [] };
    const parties = this.parties
      .filter(({ names }) => names.some(({ folded }) => holdsAll(folded, words, true, near)))
      .sort((a, b) => b.entry.count - a.entry.count)
      .slice(0, limits.parties)
      .map(({ entry }): PartyHit => ({ type: 'party', party: entry }));
    const places = this.places
      .map((place) => ({ place, match: bestName(place, words, near) }))
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
      .filter(({ names }) => names.some(({ folded }) => holdsAll(folded, words, false, near)))
      .slice(0, limits.quotes)
      .map(({ entry }): QuoteHit => ({ type: 'quote', quote: entry }));
    const found = places.length + parties.length + quotes.length > 0;
    return { words, near: near && found, places, parties, quotes };
  }
}

function indexed<T>(entry: T, names: readonly string[]): Indexed<T> {
  // An abbreviation is found with and without its full stops.
  const spellings = [...new Set(names.flatMap((name) => [name, withoutStops(name)]))];
  return { entry, names: spellings.map((text) => ({ text, folded: fold(text) })) };
}

function holdsAll(
  folded: Folded,
  words: readonly string[],
  within: boolean,
  near: boolean,
): boolean {
  return words.every(
    (word) => findWord(folded, word, within) >= 0 || (near && nearWords(folded, word).length > 0),
  );
}

/**
 * Ranks a match: the whole name, then its beginning, then its middle; the name before its variants.
 */
function bestName(
  place: Indexed<PlaceEntry>,
  words: readonly string[],
  near: boolean,
): { rank: number; index: number } | null {
  const query = words.join(' ');
  let best: { rank: number; index: number } | null = null;
  place.names.forEach(({ folded }, index) => {
    if (!holdsAll(folded, words, true, near)) return;
    const closeness = folded.text === query ? 0 : folded.text.startsWith(query) ? 2 : 4;
    const rank = closeness + (index > 0 ? 1 : 0);
    if (!best || rank < best.rank) best = { rank, index };
  });
  return best;
}
