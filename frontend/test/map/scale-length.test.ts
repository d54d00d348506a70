import { describe, expect, it } from 'vitest';
import { roundLength } from '../../src/map/scale-length';

describe('roundLength', () => {
  it.each([
    [1000, 110, 100_000],
    [510, 100, 50_000],
    [29, 110, 3000],
    [0.5, 110, 50],
  ])('for %d m a pixel and %d pixels is %d m', (metres, pixels, length) => {
    expect(roundLength(metres, pixels)).toBe(length);
  });
});
