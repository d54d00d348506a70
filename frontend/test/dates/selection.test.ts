import { describe, expect, it } from 'vitest';
import {
  formatSelection,
  parseSelection,
  passes,
  spanOf,
  toggled,
  type Selection,
} from '../../src/dates/selection';

const range = (from: string, to = from, undated = false): Selection => ({
  range: { from, to },
  undated,
});
const UNDATED: Selection = { range: null, undated: true };
const KEYS = ['2024', '2025-03-11', '2025-03-12'];

describe('passes', () => {
  it('lets everything pass where nothing is chosen', () => {
    expect(passes(null, '2025-03-11')).toBe(true);
    expect(passes(null, null)).toBe(true);
  });

  it.each([
    ['2025-03-10', false],
    ['2025-03-11', true],
    ['2025-03-12', true],
    ['2025-03-13', false],
    ['2025-03', false],
    ['2025', false],
    [null, false],
    ['', false],
  ])('holds both ends of a range, and nothing coarser: %s, %s', (date, expected) => {
    expect(passes(range('2025-03-11', '2025-03-12'), date)).toBe(expected);
  });

  it.each([
    ['2025', true],
    ['2025-01-01', true],
    ['2025-12-31', true],
    ['2024-12-31', false],
    ['2026', false],
  ])('holds all of a year that is chosen: %s, %s', (date, expected) => {
    expect(passes(range('2025'), date)).toBe(expected);
  });

  it('lets what is undated pass where that is chosen', () => {
    expect(passes(UNDATED, null)).toBe(true);
    expect(passes(UNDATED, '')).toBe(true);
    expect(passes(UNDATED, '2025')).toBe(false);
  });
});

describe('parseSelection', () => {
  it.each([
    ['2025-03-11/2025-03-12', range('2025-03-11', '2025-03-12')],
    ['2025-03-11/2025-03-12,undated', range('2025-03-11', '2025-03-12', true)],
    ['2024', range('2024')],
    ['2025-03', range('2025-03')],
    ['2024/2025-03-11', range('2024', '2025-03-11')],
    ['2025-03-11/2025', range('2025-03-11', '2025')],
    ['undated', UNDATED],
  ])('reads %s, and it is written alike', (text, expected) => {
    expect(parseSelection(text)).toEqual(expected);
    expect(formatSelection(expected)).toBe(text);
  });

  it.each([
    '',
    ',',
    'x',
    '2025-13',
    '2025-03-32',
    '2025-3-1',
    '2025-03-12/2025-03-11',
    '2025/2026/2027',
    '2024,2025',
    '2025/',
    'x,undated',
  ])('takes what it cannot read as no selection: "%s"', (text) => {
    expect(parseSelection(text)).toBeNull();
  });
});

describe('spanOf', () => {
  it('is the same in both directions', () => {
    expect(spanOf(KEYS, 2, 1, false)).toEqual(range('2025-03-11', '2025-03-12'));
    expect(spanOf(KEYS, 1, 2, false)).toEqual(range('2025-03-11', '2025-03-12'));
  });

  it('reaches the undated group behind the last column, and leaves it as it was before', () => {
    expect(spanOf(KEYS, 1, 3, false)).toEqual(range('2025-03-11', '2025-03-12', true));
    expect(spanOf(KEYS, 1, 2, true)).toEqual(range('2025-03-11', '2025-03-12', true));
    expect(spanOf(KEYS, 3, 3, false)).toEqual(UNDATED);
  });
});

describe('toggled', () => {
  it('chooses one column alone', () => {
    expect(toggled(null, KEYS, 0)).toEqual(range('2024'));
    expect(toggled(range('2024', '2025-03-12'), KEYS, 1)).toEqual(range('2025-03-11'));
  });

  it('gives up a column that is chosen alone', () => {
    expect(toggled(range('2024'), KEYS, 0)).toBeNull();
    expect(toggled(range('2024', '2024', true), KEYS, 0)).toEqual(UNDATED);
  });

  it('toggles the undated group apart from the dates', () => {
    expect(toggled(range('2024'), KEYS, 3)).toEqual(range('2024', '2024', true));
    expect(toggled(range('2024', '2024', true), KEYS, 3)).toEqual(range('2024'));
    expect(toggled(UNDATED, KEYS, 3)).toBeNull();
  });
});
