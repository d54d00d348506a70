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
    expect(beads.map(({ x }) => x)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
  });

  it('keeps its distance across bends', () => {
    const bent = [
      { x: 0, y: 50 },
      { x: 15, y: 50 },
      { x: 15, y: 65 },
    ];
    expect(beadsAlong(bent, 10, frame)).toEqual([
      { x: 0, y: 50 },
      { x: 10, y: 50 },
      { x: 15, y: 55 },
      { x: 15, y: 65 },
    ]);
  });

  it('is one bead where a line has no length', () => {
    const spot = { x: 40, y: 50 };
    expect(beadsAlong([spot, spot], 10, frame)).toEqual([spot]);
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
