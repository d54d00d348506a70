import { describe, expect, it } from 'vitest';
import {
  AROUND,
  boxAt,
  overlap,
  placeLabels,
  type LabelRequest,
} from '../../src/map/label-placement';

function request(id: string, x: number, y: number, more: Partial<LabelRequest> = {}): LabelRequest {
  return {
    id,
    x,
    y,
    width: 60,
    height: 14,
    gap: 6,
    priority: 10,
    sides: AROUND,
    text: id,
    repeat: 0,
    covers: 0,
    ...more,
  };
}

describe('placeLabels', () => {
  it('takes the first side when nothing is in the way', () => {
    expect(placeLabels([request('a', 100, 100)], [])).toEqual([
      { id: 'a', side: 'end', left: 106, top: 93, right: 166, bottom: 107 },
    ]);
  });

  it('gives way to a symbol by taking another side', () => {
    const symbol = { id: 's', left: 110, top: 90, right: 120, bottom: 110, firmness: 2 } as const;
    expect(placeLabels([request('a', 100, 100)], [symbol])[0]?.side).toBe('start');
  });

  it('does not mind its own symbol', () => {
    const symbol = { id: 'a', left: 80, top: 80, right: 120, bottom: 120, firmness: 2 } as const;
    expect(placeLabels([request('a', 100, 100, { own: 'a' })], [symbol])).toHaveLength(1);
  });

  it('places the more important label and leaves the other out where there is room for one', () => {
    const labels = [
      request('low', 100, 100, { priority: 9, sides: ['center'] }),
      request('high', 100, 100, { priority: 1, sides: ['center'] }),
    ];
    expect(placeLabels(labels, []).map(({ id }) => id)).toEqual(['high']);
  });

  it('lets an important label cross a line, but only if there is no way around it', () => {
    const line = { id: 'l', left: 0, top: 97, right: 300, bottom: 103, firmness: 1 } as const;
    const avoiding = placeLabels([request('a', 100, 100, { covers: 1 })], [line]);
    expect(avoiding[0]?.side).toBe('top');
    const only = request('a', 100, 100, { sides: ['end'] });
    expect(placeLabels([only], [line])).toEqual([]);
    expect(placeLabels([{ ...only, covers: 1 }], [line])).toHaveLength(1);
  });

  it('never covers a control', () => {
    const control = { id: 'c', left: 0, top: 0, right: 300, bottom: 300, firmness: 3 } as const;
    expect(placeLabels([request('a', 100, 100, { covers: 2 })], [control])).toEqual([]);
  });

  it('leaves out a label that the frame would cut', () => {
    const frame = { left: 0, top: 0, right: 120, bottom: 120 };
    const placed = placeLabels([request('a', 100, 60)], [], 2, frame);
    expect(placed[0]?.side).toBe('start');
  });

  it('writes the same text once within the distance given', () => {
    const labels = [
      request('a', 100, 100, { text: 'Sibi', repeat: 200 }),
      request('b', 100, 200, { text: 'Sibi', repeat: 200 }),
      request('c', 100, 400, { text: 'Sibi', repeat: 200 }),
    ];
    expect(placeLabels(labels, []).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('keeps the dot of a town clear of other labels', () => {
    const labels = [
      request('a', 100, 100, { priority: 1, sides: ['end'] }),
      request('b', 130, 100, { dot: 2 }),
    ];
    expect(placeLabels(labels, []).map(({ id }) => id)).toEqual(['a']);
  });

  it('never lets two of a thousand crowded labels overlap', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const labels = Array.from({ length: 1000 }, (_, index) =>
      request(`l${index}`, random() * 900, random() * 600, {
        width: 20 + random() * 120,
        priority: random() * 50,
        dot: index % 3 === 0 ? 2 : 0,
      }),
    );
    const placed = placeLabels(labels, []);
    expect(placed.length).toBeGreaterThan(80);
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) expect(overlap(one, other)).toBe(false);
    }
  });
});

describe('boxAt', () => {
  it.each([
    ['end', 106, 93],
    ['start', 34, 93],
    ['top', 70, 80],
    ['bottom', 70, 106],
    ['center', 70, 93],
  ] as const)('puts the box %s of its anchor', (side, left, top) => {
    expect(boxAt(request('a', 100, 100), side)).toMatchObject({ left, top });
  });
});
