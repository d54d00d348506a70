import { describe, expect, it } from 'vitest';
import { boxesAt } from '../../src/map/label-placement';
import { alongLine, joined } from '../../src/streets/along';

describe('alongLine', () => {
  const at = (...line: [number, number][]): { x: number; y: number }[] =>
    line.map(([x, y]) => ({ x, y }));

  it('tries the middle first, and turns a name with its line', () => {
    const [first] = alongLine(at([0, 0], [200, 200]), 60);
    expect(first).toMatchObject({ x: 100, y: 100, side: 'centre' });
    expect(first?.angle).toBeCloseTo(Math.PI / 4);
  });

  it('never turns a name upside down', () => {
    for (const line of [at([200, 10], [0, 0]), at([100, 200], [99, 0]), at([0, 0], [-50, 90])]) {
      const [first] = alongLine(line, 60);
      expect(Math.abs(first?.angle ?? 9)).toBeLessThanOrEqual(Math.PI / 2);
    }
  });

  it('needs a straight stretch as long as the name', () => {
    expect([...alongLine(at([0, 0], [50, 0]), 60)]).toEqual([]);
    expect([...alongLine(at([0, 0], [40, 0], [40, 40]), 60)]).toEqual([]);
    expect([...alongLine(at([0, 0], [40, 0], [40, 200]), 60)].length).toBeGreaterThan(0);
  });
});

describe('joined', () => {
  it('joins the pieces of a street, whatever their direction', () => {
    const [a, b, c, d] = [0, 1, 2, 9].map((x) => ({ x, y: 0 }));
    if (!a || !b || !c || !d) return;
    expect(
      joined([
        [b, a],
        [b, c],
        [d, d],
      ]).map((line) => line.length),
    ).toEqual([2, 3]);
  });
});

describe('boxesAt', () => {
  it('covers a name along a line with squares, not with the box around it', () => {
    const boxes = boxesAt(
      { x: 0, y: 0, gap: 0, side: 'centre', angle: Math.PI / 4 },
      { width: 70, height: 10 },
    );
    expect(boxes).toHaveLength(7);
    expect(boxes.every(({ left, right }) => Math.abs(right - left - 10) < 1e-9)).toBe(true);
    // The corner of the box around the name stays free.
    expect(boxes.some(({ left, bottom }) => left < -15 && bottom > 15)).toBe(false);
  });
});
