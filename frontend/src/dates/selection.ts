/** A stretch of time: days, months or years in ISO 8601, both ends within it. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** What a reader chose on the timeline; one that is filtered by nothing is null instead. */
export interface Selection {
  readonly range: Range | null;
  /** Whether what has no date is shown. */
  readonly undated: boolean;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const UNDATED = 'undated';

/**
 * Whether what is told of a date is shown. A range that ends with a month or a year holds all of it;
 * what is told of a year as a whole is not within one of its months.
 */
export function passes(selection: Selection | null, date: string | null): boolean {
  if (!selection) return true;
  if (date === null || date === '') return selection.undated;
  const { range } = selection;
  return (
    range !== null && range.from <= date && (date <= range.to || date.startsWith(`${range.to}-`))
  );
}

/**
 * Reads `2025-03-11/2025-03-12,undated`; either part may be missing, and a range of one date is that
 * date. Null for what is no selection.
 */
export function parseSelection(text: string): Selection | null {
  const parts = text.split(',');
  const dates = parts.filter((part) => part !== UNDATED);
  const undated = dates.length < parts.length;
  if (dates.length === 0) return { range: null, undated };
  const [from = '', to = from, ...more] = (dates[0] ?? '').split('/');
  const valid = dates.length === 1 && more.length === 0 && DATE.test(from) && DATE.test(to);
  const range = { from, to };
  return valid && passes({ range, undated }, from) ? { range, undated } : null;
}

/** Writes a selection so that {@link parseSelection} reads it again. */
export function formatSelection({ range, undated }: Selection): string {
  const parts = range ? [range.from === range.to ? range.from : `${range.from}/${range.to}`] : [];
  return [...parts, ...(undated ? [UNDATED] : [])].join(',');
}

/**
 * What a drag or Shift selects: all columns from one to another. The undated group stands behind the
 * last one; what is chosen of it stays unless the drag goes there.
 */
export function spanOf(
  keys: readonly string[],
  a: number,
  b: number,
  undated: boolean,
): Selection | null {
  const from = keys[Math.min(a, b)];
  const to = keys[Math.min(Math.max(a, b), keys.length - 1)];
  const behind = Math.max(a, b) >= keys.length;
  return selectionOf(from && to ? { from, to } : null, undated || behind);
}

/** What a click on a column does: it alone is chosen, or no longer; the undated group is apart. */
export function toggled(
  selection: Selection | null,
  keys: readonly string[],
  index: number,
): Selection | null {
  const { range, undated } = selection ?? { range: null, undated: false };
  const key = keys[index];
  if (key === undefined) return selectionOf(range, !undated);
  const alone = range !== null && range.from === key && range.to === key;
  return selectionOf(alone ? null : { from: key, to: key }, undated);
}

function selectionOf(range: Range | null, undated: boolean): Selection | null {
  return range || undated ? { range, undated } : null;
}
