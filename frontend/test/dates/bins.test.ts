import { describe, expect, it } from 'vitest';
import { adjoins, binsOf, keyOf, type DatedCount } from '../../src/dates/bins';

const of = (...dates: (string | null)[]): DatedCount[] =>
  dates.map((date, index) => ({ date, excerpts: index + 1 }));

const keys = (dates: readonly DatedCount[], max: number): string[] =>
  binsOf(dates, max).map(({ key }) => key);

describe('binsOf', () => {
  it('gives each date a column, in order, and none to what is undated', () => {
    expect(binsOf(of('2025-03-12', null, '2024', '2025-03-11'), 30)).toEqual([
      { key: '2024', excerpts: 3, records: 0, broken: false },
      { key: '2025-03-11', excerpts: 4, records: 0, broken: true },
      { key: '2025-03-12', excerpts: 1, records: 0, broken: false },
    ]);
  });

  it('puts a year and a month before the days that they contain', () => {
    expect(keys(of('2025-03-11', '2025-03', '2025', '2025-02-28'), 30)).toEqual([
      '2025',
      '2025-02-28',
      '2025-03',
      '2025-03-11',
    ]);
  });

  it('groups by month what is too much by day, and adds up', () => {
    expect(binsOf(of('2025', '2025-03-11', '2025-03-12', '2025-03', '2025-05-01'), 4)).toEqual([
      { key: '2025', excerpts: 1, records: 0, broken: false },
      { key: '2025-03', excerpts: 9, records: 0, broken: false },
      { key: '2025-05', excerpts: 5, records: 0, broken: true },
    ]);
  });

  it('groups by year what is too much by month, however many years those are', () => {
    expect(keys(of('2023-01', '2024-01', '2024-02', '2025-01'), 2)).toEqual([
      '2023',
      '2024',
      '2025',
    ]);
  });

  it('has no column where nothing is dated', () => {
    expect(binsOf(of(null), 30)).toEqual([]);
    expect(binsOf([], 30)).toEqual([]);
  });
});

describe('keyOf', () => {
  const bins = binsOf(of('2025', '2025-03-11', '2025-03-12', '2025-03', '2025-05-01'), 4);

  it.each([
    ['2025-03-12', '2025-03'],
    ['2025-03', '2025-03'],
    ['2025', '2025'],
    ['2024', undefined],
  ])('is the finest column that holds a date: %s, %s', (date, key) => {
    expect(keyOf(bins, date)).toBe(key);
  });
});

describe('adjoins', () => {
  it.each([
    ['2025-03-11', '2025-03-12', true],
    ['2025-03-11', '2025-03-13', false],
    ['2024-02-28', '2024-02-29', true],
    ['2023-02-28', '2023-03-01', true],
    ['2024-12-31', '2025', true],
    ['2024', '2025-01-01', true],
    ['2024', '2025-01-02', false],
    ['2025-03', '2025-03-30', true],
    ['2025-03', '2025-04', true],
    ['2025-03', '2025-05', false],
    ['2024', '2026', false],
  ])('%s, then %s: %s', (before, after, expected) => {
    expect(adjoins(before, after)).toBe(expected);
  });
});

describe('binsOf with records', () => {
  it('counts them beside the quotes, and gives dates of records alone a column', () => {
    const dates = [
      { date: '2025-03-11', excerpts: 2 },
      { date: '2025-03', excerpts: 0, records: 40 },
      { date: '2025-03-11', excerpts: 0, records: 5 },
    ];
    expect(binsOf(dates, 30)).toEqual([
      { key: '2025-03', excerpts: 0, records: 40, broken: false },
      { key: '2025-03-11', excerpts: 2, records: 5, broken: false },
    ]);
  });
});
