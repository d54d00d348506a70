import type { Place } from '../layers/place';
import type { PlaceEntry, QuoteEntry } from './index';

/** The search entries for places and for the quotes that name them, each quote once. */
export function entriesOf(places: readonly Place[]): [PlaceEntry[], QuoteEntry[]] {
  const quotes = new Map<string, QuoteEntry>();
  for (const { id, quote, report, report_label } of places.flatMap(({ excerpts }) => excerpts)) {
    quotes.set(id, { id, quote, report, reportLabel: report_label });
  }
  const entries = places.map(({ id, name, names, kind, location, count, layer }) => ({
    id,
    name,
    kind,
    location,
    style: layer.style,
    count,
    variants: names,
  }));
  return [entries, [...quotes.values()]];
}
