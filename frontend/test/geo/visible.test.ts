import { describe, expect, it } from 'vitest';
import type { XY } from '../../src/geo/mercator';
import { isInside, spotsInside, stopsAlong, visibleArea } from '../../src/geo/visible';

const FRAME = { left: 0, top: 0, right: 100, bottom: 100 };

function ring(...positions: number[]): XY[] {
  const points: XY[] = [];
  for (let i = 0; i < positions.length; i += 2) {
    points.push({ x: positions[i] ?? 0, y: positions[i + 1] ?? 0 });
  }
  return points;
}

const square = (left: number, top: number, right: number, bottom: number): XY[] =>
  ring(left, top, right, top, right, bottom, left, bottom);

describe('visibleArea', () => {
  it('cuts an area at the frame', () => {
    const { rings, around } = visibleArea([square(-50, -50, 40, 60)], FRAME);
    const points = rings[0] ?? [];
    expect(Math.max(...points.map(({ x }) => x))).toBe(40);
    expect(Math.min(...points.map(({ x }) => x))).toBe(0);
    expect(Math.max(...points.map(({ y }) => y))).toBe(60);
    expect(around).toBe(false);
  });

  it('tells an area all around the frame from one that has a border in it', () => {
    expect(visibleArea([square(-50, -50, 200, 200)], FRAME).around).toBe(true);
    const hole = square(20, 20, 40, 40);
    expect(visibleArea([square(-50, -50, 200, 200), hole], FRAME).around).toBe(false);
    expect(visibleArea([square(200, 200, 300, 300)], FRAME).around).toBe(false);
  });
});

describe('spotsInside', () => {
  it('are inside, the farthest from the border first', () => {
    const rings = [square(0, 0, 100, 100), square(40, 40, 100, 100)];
    const spots = spotsInside(rings, 9, 5);
    expect(spots).toHaveLength(5);
    expect(spots.every((spot) => isInside(spot, rings))).toBe(true);
    expect(spots[0]).toEqual({ x: 20, y: 20 });
  });

  it('are none where nothing is seen', () => {
    expect(spotsInside([], 9, 16)).toEqual([]);
  });
});

describe('stopsAlong', () => {
  it('share the longest part that the frame shows', () => {
    const lines = [ring(-100, 50, 60, 50), ring(90, 10, 90, 30)];
    expect(stopsAlong(lines, FRAME, [0.5, 0, 1])).toEqual(ring(30, 50, 0, 50, 60, 50));
  });

  it('keep to one part of a line that leaves the frame and comes back', () => {
    const line = ring(10, 10, 10, 200, 80, 200, 80, 60);
    expect(stopsAlong([line], FRAME, [0.5])).toEqual(ring(10, 55));
  });

  it('are none beyond the frame', () => {
    expect(stopsAlong([ring(-10, -10, -50, 300)], FRAME, [0.5])).toEqual([]);
  });
});
