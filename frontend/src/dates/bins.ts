/** The number of excerpts for a date (ISO 8601: a day, month or year; null for undated ones). */
export interface DatedCount {
  readonly date: string | null;
  readonly excerpts: number;
  /** The number of records of large layers. */
  readonly records?: number;
}

/** One column of the timeline. */
export interface Bin {
  /** A day, month or year; the column counts excerpts of that date and of days within it. */
  readonly key: string;
  readonly excerpts: number;
  readonly records: number;
  /** Whether time is left out between the previous column and this one. */
  readonly broken: boolean;
}

/** The lengths of a day, a month and a year in ISO 8601. */
const GRAINS = [10, 7, 4] as const;

/**
 * The columns of an ordinal axis, in order, one per date whatever the time between them; on a
 * linear axis, two days of a month would be indistinguishable beside a year. If there are more than
 * `max`, days are grouped by month, then by year. Excerpts of a whole month or year have their own
 * column before the days within it.
 */
export function binsOf(dates: readonly DatedCount[], max: number): Bin[] {
  let counts = new Map<string, { excerpts: number; records: number }>();
  for (const grain of GRAINS) {
    counts = new Map();
    for (const { date, excerpts, records = 0 } of dates) {
      if (date === null) continue;
      const key = date.slice(0, grain);
      const before = counts.get(key) ?? { excerpts: 0, records: 0 };
      counts.set(key, {
        excerpts: before.excerpts + excerpts,
        records: before.records + records,
      });
    }
    if (counts.size <= max) break;
  }
  const keys = [...counts.keys()].sort();
  return keys.map((key, index) => {
    const before = keys[index - 1];
    return {
      key,
      ...(counts.get(key) ?? { excerpts: 0, records: 0 }),
      broken: before !== undefined && !adjoins(before, key),
    };
  });
}

/** The key of the column in which a date is counted: the finest that contains it. */
export function keyOf(bins: readonly Bin[], date: string): string | undefined {
  return bins.filter(({ key }) => date === key || date.startsWith(`${key}-`)).at(-1)?.key;
}

/** Whether two dates in order are adjacent: one contains the other, or they follow directly. */
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
