import { describe, expect, it } from 'vitest';
import { reliefOpacity } from '../../src/map/relief';

describe('reliefOpacity', () => {
  it.each([
    [5, 1],
    [8, 1],
    [8.75, 0.5],
    [9.5, 0],
    [12, 0],
  ])('at zoom %d is %d', (zoom, opacity) => {
    expect(reliefOpacity(zoom, [8, 9.5])).toBeCloseTo(opacity, 9);
  });
});
