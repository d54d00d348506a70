import { describe, expect, it } from 'vitest';
import { radiusOf, shortCount } from '../../src/records/count';

describe('shortCount', () => {
  it.each([
    [2, '2'],
    [999, '999'],
    [1000, '1k'],
    [1234, '1.2k'],
    [9949, '9.9k'],
    [9960, '10k'],
    [12_345, '12k'],
    [999_499, '999k'],
    [999_500, '1M'],
    [3_400_000, '3.4M'],
  ])('writes %d as %s', (n, text) => {
    expect(shortCount(n, 'en')).toBe(text);
  });

  it('uses the numbers of the language', () => {
    expect(shortCount(1234, 'ru')).toBe('1,2k');
  });
});

describe('radiusOf', () => {
  it('grows slowly, and not for ever', () => {
    expect(radiusOf(2)).toBeLessThan(radiusOf(20));
    expect(radiusOf(20)).toBeLessThan(radiusOf(20_000));
    expect(radiusOf(10_000) / radiusOf(10)).toBeLessThan(2);
    expect(radiusOf(1e9)).toBe(30);
  });
});
