import { describe, expect, it } from 'vitest';
import { bracketAlong } from '../../src/geo/bracket';

describe('bracketAlong', () => {
  it('runs beside the line and comes back to it at both ends', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ];
    expect(bracketAlong(line, 4)).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: -4 },
      { x: 10, y: -4 },
      { x: 10, y: 0 },
    ]);
  });

  it('needs a line, not a point', () => {
    expect(bracketAlong([{ x: 1, y: 1 }], 4)).toEqual([]);
    expect(
      bracketAlong(
        [
          { x: 1, y: 1 },
          { x: 1, y: 1 },
        ],
        4,
      ),
    ).toEqual([]);
  });
});
