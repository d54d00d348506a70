import type { Span } from './text';
import type { Item, Range, Report } from './wire';

/** A quote in the text that the page shows. */
export interface ShownExcerpt extends Span {
  readonly id: string;
}

/** Words of an item in the text that the page shows. */
export interface ShownItem extends Span {
  readonly item: Item;
}

/** The text of a report as the page shows it; only its quotes, one a line, where the text is not at hand. */
export interface PageText {
  readonly content: string;
  readonly whole: boolean;
  readonly aside: readonly Span[];
  readonly excerpts: readonly ShownExcerpt[];
  readonly items: readonly ShownItem[];
}

/** Lays the quotes and items of a report on its text. */
export function pageText(report: Report): PageText {
  const { text } = report;
  if (text) {
    return {
      content: text.content,
      whole: true,
      aside: text.aside.map(span),
      excerpts: report.excerpts.flatMap(({ id, at }) => (at ? [{ id, ...span(at) }] : [])),
      items: report.items.flatMap((item) => (item.at ?? []).map((at) => ({ item, ...span(at) }))),
    };
  }
  const starts = new Map<string, number>();
  let content = '';
  for (const { id, quote } of report.excerpts) {
    starts.set(id, content.length);
    content += `${quote}\n`;
  }
  return {
    content,
    whole: false,
    aside: [],
    excerpts: report.excerpts.map(({ id, quote }) => {
      const start = starts.get(id) ?? 0;
      return { id, start, end: start + quote.length };
    }),
    items: report.items.flatMap((item) => {
      const from = starts.get(item.excerpt) ?? 0;
      return item.in.map(([start, end]) => ({ item, start: from + start, end: from + end }));
    }),
  };
}

/** Where some words stand, as an operation states it: in a quote if one has them all, else in the text. */
export function placeOf(
  { excerpts, whole }: PageText,
  { start, end }: Span,
): { readonly excerpt: string; readonly in: Range } | { readonly at: Range } | null {
  const quote = excerpts.find((one) => one.start <= start && one.end >= end);
  if (quote) return { excerpt: quote.id, in: [start - quote.start, end - quote.start] };
  return whole ? { at: [start, end] } : null;
}

function span([start, end]: Range): Span {
  return { start, end };
}
