import { describe, expect, it } from 'vitest';
import { reliefOpacity, reliefsIn } from '../../src/map/relief';

describe('reliefsIn', () => {
  const world = [-180, -85, 180, 85] as const;
  const part = [60, 20, 80, 40] as const;

  it('is only the one on top where that fills the view', () => {
    expect(reliefsIn([65, 25, 75, 35], [world, part])).toEqual([1]);
  });

  it('is both where the view goes beyond the one on top', () => {
    expect(reliefsIn([55, 25, 75, 35], [world, part])).toEqual([0, 1]);
  });

  it('is both where the one on top fades out', () => {
    expect(reliefsIn([62, 25, 75, 35], [world, part])).toEqual([0, 1]);
    expect(reliefsIn([65, 25, 75, 39], [world, part])).toEqual([0, 1]);
  });

  it('measures where the one on top fades out on the map, which is drawn out towards the poles', () => {
    expect(reliefsIn([-55, 15, 70, 75], [world, [-94, -37, 106, 83]])).toEqual([1]);
  });

  it('is only the lower one far from the other', () => {
    expect(reliefsIn([0, 25, 10, 35], [world, part])).toEqual([0]);
  });

  it('is none where there is none', () => {
    expect(reliefsIn([0, 25, 10, 35], [part])).toEqual([]);
    expect(reliefsIn([0, 25, 10, 35], [])).toEqual([]);
  });
});

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
