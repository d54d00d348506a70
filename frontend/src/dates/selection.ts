/** A range of days, months or years in ISO 8601; both ends are included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** The reader's choice on the timeline; null is used instead if everything is shown. */
export interface Selection {
  readonly range: DateRange | null;
  /** Whether undated items are shown. */
  readonly undated: boolean;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const UNDATED = 'undated';

/**
 * Whether a date passes a selection. A range that ends with a month or year includes all of it; a
 * whole year is not within one of its months.
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
 * Reads `2025-03-11/2025-03-12,undated`; either part may be missing, and a range may be a single
 * date. Null if it is not a selection.
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

/** Writes a selection in the form that {@link parseSelection} reads. */
export function formatSelection({ range, undated }: Selection): string {
  const parts = range ? [range.from === range.to ? range.from : `${range.from}/${range.to}`] : [];
  return [...parts, ...(undated ? [UNDATED] : [])].join(',');
}

/**
 * The selection made by a drag or Shift: all columns from one to another. The undated group comes
 * after the last column; whether it is chosen changes only if the drag reaches it.
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

/**
 * The selection after a click on a column: the column alone, or nothing if it was chosen already.
 * The undated group is toggled independently.
 */
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

function selectionOf(range: DateRange | null, undated: boolean): Selection | null {
  return range || undated ? { range, undated } : null;
}
