import { describe, expect, it } from 'vitest';
import { anchorOf, boundsOf } from '../../src/geo/anchor';

const crescent = [
  [0, 0],
  [10, 0],
  [10, 2],
  [2, 2],
  [2, 8],
  [10, 8],
  [10, 10],
  [0, 10],
  [0, 0],
];

describe('anchorOf', () => {
  it('lies inside an area whose centre does not', () => {
    const [lon = 0, lat = 0] = anchorOf({ type: 'Polygon', coordinates: [crescent] }) ?? [];
    expect(lat > 2 && lat < 8 ? lon < 2 : lon < 10).toBe(true);
  });

  it('belongs to the largest part', () => {
    const island = [
      [50, 50],
      [51, 50],
      [51, 51],
      [50, 51],
      [50, 50],
    ];
    const anchor = anchorOf({ type: 'MultiPolygon', coordinates: [[island], [crescent]] });
    expect(anchor?.[0]).toBeLessThan(11);
  });

  it('is the middle of a line', () => {
    expect(
      anchorOf({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
          [2, 2],
        ],
      }),
    ).toEqual([1, 1]);
  });
});

describe('boundsOf', () => {
  it('holds all parts', () => {
    const lines = {
      type: 'MultiLineString' as const,
      coordinates: [
        [
          [0, 5],
          [1, 6],
        ],
        [
          [-3, 2],
          [0, 0],
        ],
      ],
    };
    expect(boundsOf(lines)).toEqual([-3, 0, 1, 6]);
  });

  it('is null for nothing', () => {
    expect(boundsOf({ type: 'MultiPoint', coordinates: [] })).toBeNull();
  });
});
