import type { Place } from '../layers/place';
import type { PartyEntry, PlaceEntry, QuoteEntry } from './index';

/** What search finds besides places and their quotes: the file `search.json`. */
export interface SearchFile {
  readonly parties: readonly {
    readonly id: string;
    readonly names: Readonly<Record<string, string>>;
    readonly count: number;
  }[];
  /** The quotes that are tied to no place. */
  readonly quotes: readonly {
    readonly id: string;
    readonly quote: string;
    readonly report: string;
    readonly label: Readonly<Record<string, string>>;
  }[];
}

/** The search entries for places, parties and all quotes, each quote once. */
export function entriesOf(
  places: readonly Place[],
  file: SearchFile | null,
  lang: string,
): [PlaceEntry[], PartyEntry[], QuoteEntry[]] {
  const quotes = new Map<string, QuoteEntry>();
  for (const { id, quote, report, report_label } of places.flatMap(({ excerpts }) => excerpts)) {
    quotes.set(id, { id, quote, report, reportLabel: report_label });
  }
  for (const { id, quote, report, label } of file?.quotes ?? []) {
    quotes.set(id, { id, quote, report, reportLabel: inLanguage(label, lang) });
  }
  const entries = places.map(({ id, name, names, kind, location, count, layer, excerpts }) => ({
    id,
    name,
    kind,
    location,
    style: layer.style,
    count,
    // The reports' own words for a place are spellings of its name, too.
    variants: [...new Set([...names, ...excerpts.flatMap(({ words }) => words)])].filter(
      (variant) => variant !== name,
    ),
  }));
  const parties = (file?.parties ?? []).map(({ id, names, count }) => {
    const name = inLanguage(names, lang);
    return { id, name, count, variants: Object.values(names).filter((other) => other !== name) };
  });
  return [entries, parties, [...quotes.values()]];
}

function inLanguage(text: Readonly<Record<string, string>>, lang: string): string {
  return text[lang] ?? Object.values(text)[0] ?? '';
}
