import { describe, expect, it } from 'vitest';
import { heightOf, stopAfterDrag } from '../../src/panel/sheet-stops';

describe('stopAfterDrag', () => {
  const stage = 800;

  it.each([
    ['peek', 120, 0],
    ['half', 350, 0],
    ['full', 700, 0],
    ['full', 380, 2],
    ['peek', 330, -2],
  ] as const)('ends at %s from %d pixels at a speed of %d', (stop, height, velocity) => {
    expect(stopAfterDrag(height, velocity, stage)).toBe(stop);
  });

  it('knows stops in rising order', () => {
    expect(heightOf('peek', stage)).toBeLessThan(heightOf('half', stage));
    expect(heightOf('half', stage)).toBeLessThan(heightOf('full', stage));
  });
});
