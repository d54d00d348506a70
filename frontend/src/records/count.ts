/** Shortens a number to fit a mark on the map: 999, 1.2k, 12k, 3.4M. */
export function shortCount(n: number, lang: string): string {
  const [by, unit] = n < 1000 ? [1, ''] : n < 999_500 ? [1000, 'k'] : [1_000_000, 'M'];
  const digits = n / by < 9.95 && by > 1 ? 1 : 0;
  return new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(n / by) + unit;
}

/** The radius in pixels of a mark for a number of records; it grows with the number's logarithm. */
export function radiusOf(records: number): number {
  return Math.min(30, 8.5 + 3.6 * Math.log10(records));
}
