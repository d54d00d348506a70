import { describe, expect, it } from 'vitest';
import { merged, type Spot } from '../../src/records/merge';

function spot(x: number, y: number, records = 1): Spot {
  const record = {
    id: `${x},${y}`,
    name: '',
    kind: '',
    location: 'point' as const,
    date: '',
    period: null,
    uncertainty: 0,
    center: null,
    page: '',
  };
  return { x, y, records, record: records === 1 ? record : null, bbox: [x, y, x, y] };
}

describe('merged', () => {
  it('leaves what is apart as it is', () => {
    const spots = [spot(0, 0), spot(50, 0, 12), spot(100, 0)];
    expect(merged(spots)).toHaveLength(3);
  });

  it('makes one mark of two that would lie upon each other, where the greater is', () => {
    const [one, ...others] = merged([spot(8, 0, 3), spot(0, 0, 100)]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ x: 0, y: 0, records: 103, record: null, bbox: [0, 0, 8, 0] });
  });

  it('makes a number of two records on one spot', () => {
    expect(merged([spot(10, 10), spot(11, 10)])).toMatchObject([{ records: 2, record: null }]);
  });

  it('does so across the border of a cell of its grid', () => {
    expect(merged([spot(63, 63), spot(65, 65)])).toHaveLength(1);
    expect(merged([spot(-1, 0), spot(1, 0)])).toHaveLength(1);
  });

  it('loses no record, in whatever order they come', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    const spots = Array.from({ length: 600 }, () =>
      spot(random() * 300, random() * 300, Math.ceil(random() ** 4 * 500)),
    );
    const total = (all: readonly Spot[]): number => all.reduce((sum, one) => sum + one.records, 0);
    const one = merged(spots);
    const other = merged([...spots].reverse());
    expect(total(one)).toBe(total(spots));
    expect(one.length).toBeLessThan(spots.length);
    expect(other.map(({ x, y, records }) => [x, y, records])).toEqual(
      one.map(({ x, y, records }) => [x, y, records]),
    );
  });
});
