import { describe, expect, it } from 'vitest';
import { bboxNear, geometryNear, lonNear, middleOfTurn } from '../../src/geo/turn';

describe('middleOfTurn', () => {
  it.each([
    [[165, 61, -165, 73] as const, 180],
    [[170, 61, -170, 73] as const, 180],
    [[100, 0, -100, 1] as const, 180],
    [[60, 24, 76, 35] as const, 0],
  ])('of %j is %d', (bbox, middle) => {
    expect(middleOfTurn(bbox)).toBe(middle);
  });
});

describe('lonNear', () => {
  it.each([
    [-173.2, 180, 186.8],
    [177.5, 180, 177.5],
    [186.8, 0, -173.2],
    [67.6, 0, 67.6],
  ])('brings %d near %d as %d', (lon, middle, near) => {
    expect(lonNear(lon, middle)).toBeCloseTo(near, 9);
  });
});

describe('bboxNear', () => {
  it('lets a box across the antimeridian run on', () => {
    expect(bboxNear([165, 61, -165, 73], 180)).toEqual([165, 61, 195, 73]);
  });

  it('brings a box of the other side', () => {
    expect(bboxNear([-175, 61, -170, 73], 180)).toEqual([185, 61, 190, 73]);
  });
});

describe('geometryNear', () => {
  it('leaves all as it is around 0', () => {
    const point = { type: 'Point' as const, coordinates: [-180, 3] };
    expect(geometryNear(point, 0)).toBe(point);
  });

  it('makes a line whole that was cut', () => {
    const cut = {
      type: 'MultiLineString' as const,
      coordinates: [
        [
          [-179, 66],
          [-180, 65],
        ],
        [
          [180, 65],
          [177, 64],
        ],
      ],
    };
    expect(geometryNear(cut, 180)).toEqual({
      type: 'LineString',
      coordinates: [
        [181, 66],
        [180, 65],
        [177, 64],
      ],
    });
  });

  it('makes a polygon whole that was cut, without a border along the cut', () => {
    const west = [
      [179, 70],
      [180, 70],
      [180, 71],
      [180, 72],
      [179, 72],
      [179, 70],
    ];
    const east = [
      [-180, 70],
      [-179, 70],
      [-179, 72],
      [-180, 72],
      [-180, 70],
    ];
    const island = [
      [170, 60],
      [170.5, 60],
      [170.5, 60.5],
      [170, 60],
    ];
    const whole = geometryNear(
      { type: 'MultiPolygon', coordinates: [[island], [west], [east]] },
      180,
    );
    expect(whole).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [180, 72],
          [179, 72],
          [179, 70],
          [180, 70],
          [181, 70],
          [181, 72],
          [180, 72],
        ],
        island,
      ],
    });
  });

  it('joins a hole on the cut as well', () => {
    const west = [
      [178, 70],
      [180, 70],
      [180, 71],
      [179, 71],
      [179, 72],
      [180, 72],
      [180, 73],
      [178, 73],
      [178, 70],
    ];
    const east = [
      [-180, 70],
      [-178, 70],
      [-178, 73],
      [-180, 73],
      [-180, 72],
      [-179, 72],
      [-179, 71],
      [-180, 71],
      [-180, 70],
    ];
    const whole = geometryNear({ type: 'MultiPolygon', coordinates: [[west], [east]] }, 180);
    if (whole.type !== 'Polygon') throw new Error(whole.type);
    expect(whole.coordinates.map((ring) => ring.length)).toEqual([7, 7]);
  });

  it('leaves parts alone that do not meet', () => {
    const far = [
      [170, 60],
      [171, 60],
      [171, 61],
      [170, 60],
    ];
    const polygons = { type: 'MultiPolygon' as const, coordinates: [[far], [far]] };
    expect(geometryNear(polygons, 180)).toEqual(polygons);
  });
});
