import type { Selection } from '../dates/selection';

/** The query that selects records of the chosen dates. */
export function queryOf(selection: Selection | null): string {
  if (!selection) return '';
  const { range, undated } = selection;
  const parts = range
    ? [`datetime=${range.from === range.to ? range.from : `${range.from}/${range.to}`}`]
    : [];
  if (!undated) parts.push('undated=exclude');
  else if (!range) parts.push('undated=only');
  return parts.map((part) => encodeURI(part).replaceAll('/', '%2F')).join('&');
}
