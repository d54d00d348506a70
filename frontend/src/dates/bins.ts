/** How many excerpts tell of a date: ISO 8601, a day, a month or a year; null for those undated. */
export interface DatedCount {
  readonly date: string | null;
  readonly excerpts: number;
}

/** One column of the timeline. */
export interface Bin {
  /** A day, a month or a year: its column holds what is told of it, or of days within it. */
  readonly key: string;
  readonly excerpts: number;
  /** Time lies between the column before and this one. */
  readonly broken: boolean;
}

/** Characters of ISO 8601 that a day, a month and a year have. */
const GRAINS = [10, 7, 4] as const;

/**
 * The columns of an ordinal axis, in order: one a date, however far apart, for on an axis of even
 * time two days of one month would be a hair beside a year. Where there are more than `max`, days are
 * put together by month, then by year. What is told of a month or a year as a whole has a column of
 * its own before the days that it contains.
 */
export function binsOf(dates: readonly DatedCount[], max: number): Bin[] {
  let counts = new Map<string, number>();
  for (const grain of GRAINS) {
    counts = new Map();
    for (const { date, excerpts } of dates) {
      if (date === null) continue;
      const key = date.slice(0, grain);
      counts.set(key, (counts.get(key) ?? 0) + excerpts);
    }
    if (counts.size <= max) break;
  }
  const keys = [...counts.keys()].sort();
  return keys.map((key, index) => {
    const before = keys[index - 1];
    return {
      key,
      excerpts: counts.get(key) ?? 0,
      broken: before !== undefined && !adjoins(before, key),
    };
  });
}

/** The column that a date is counted in: the finest that holds it. */
export function keyOf(bins: readonly Bin[], date: string): string | undefined {
  return bins.filter(({ key }) => date === key || date.startsWith(`${key}-`)).at(-1)?.key;
}

/** Whether nothing lies between two dates in order: one holds the other, or they follow directly. */
export function adjoins(before: string, after: string): boolean {
  return after.startsWith(before) || dayAfter(before) === firstDay(after);
}

function firstDay(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

function dayAfter(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year + 1, 0, 1);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}
