import { describe, expect, it } from 'vitest';
import { beadsAlong } from '../../src/geo/beads';

const frame = { width: 100, height: 100 };

describe('beadsAlong', () => {
  it('leaves no gap wider than the distance', () => {
    const beads = beadsAlong(
      [
        { x: 0, y: 50 },
        { x: 95, y: 50 },
      ],
      10,
      frame,
    );
    for (const [index, bead] of beads.entries()) {
      const before = beads[index - 1];
      if (before) expect(bead.x - before.x).toBeLessThanOrEqual(10);
    }
    expect(beads.at(-1)).toEqual({ x: 95, y: 50 });
  });

  it('keeps to the frame', () => {
    expect(
      beadsAlong(
        [
          { x: -50, y: -10 },
          { x: 150, y: -10 },
        ],
        10,
        frame,
      ),
    ).toEqual([]);
    const crossing = beadsAlong(
      [
        { x: -50, y: 50 },
        { x: 150, y: 50 },
      ],
      10,
      frame,
    );
    expect(crossing.every(({ x }) => x >= 0 && x <= 100)).toBe(true);
    expect(crossing.length).toBeGreaterThan(8);
  });
});
