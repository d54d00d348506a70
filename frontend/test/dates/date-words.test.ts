import { describe, expect, it } from 'vitest';
import { DateWords } from '../../src/dates/date-words';
import { wordsIn } from '../messages';

const en = new DateWords(wordsIn('en'));
const ur = new DateWords(wordsIn('ur'));

describe('DateWords', () => {
  it.each([
    ['2025-03-11', '11 March 2025'],
    ['2025-03', 'March 2025'],
    ['2025', '2025'],
  ])('says a date as coarse as it is: %s, %s', (iso, text) => {
    expect(en.date(iso, 'long')).toBe(text);
  });

  it('leaves the year out where it is known', () => {
    expect(en.date('2025-03-12', 'short', 'year')).toBe('12 Mar');
  });

  it.each([
    ['2025-03-11', '2025-03-12', '11 to 12 March 2025'],
    ['2025-02-28', '2025-03-12', '28 February to 12 March 2025'],
    ['2025-03', '2025-04', 'March to April 2025'],
    ['2024', '2025-03-11', '2024 to 11 March 2025'],
    ['2024-12-31', '2025-01-01', '31 December 2024 to 1 January 2025'],
    ['2024', '2024', '2024'],
  ])('says once what both ends of a range share: %s to %s', (from, to, text) => {
    expect(en.range({ from, to })).toBe(text);
  });

  it('says what is not dated besides', () => {
    expect(en.selection({ range: null, undated: true })).toBe('Not dated');
    expect(en.selection({ range: { from: '2024', to: '2024' }, undated: true })).toBe(
      '2024, and not dated',
    );
    expect(en.selection(null)).toBe('All dates');
  });

  it('says dates in Urdu as the pages do', () => {
    expect(ur.range({ from: '2025-03-11', to: '2025-03-12' })).toBe('11 تا 12 مارچ، 2025');
  });
});
