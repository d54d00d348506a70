import { describe, expect, it } from 'vitest';
import { tilesIn, tileUrl, tileZoom } from '../../src/tiles/tiles';

describe('tileZoom', () => {
  it.each([
    [2, 1],
    [4.99, 3],
    [5, 4],
    [0, 0],
    [24, 20],
  ])('draws a map at zoom %d from tiles of zoom %d', (zoom, z) => {
    expect(tileZoom(zoom)).toBe(z);
  });
});

describe('tilesIn', () => {
  it('covers the box, the middle first', () => {
    const tiles = tilesIn({ left: 500, top: 500, width: 600, height: 100 }, 3);
    // Tiles of zoom 2 are 512 pixels wide at zoom 3.
    expect(tiles.map(({ x, y }) => [x, y])).toEqual([
      [1, 1],
      [1, 0],
      [2, 1],
      [2, 0],
      [0, 1],
      [0, 0],
    ]);
  });

  it('goes on beyond the antimeridian, on the next turn of the world', () => {
    const tiles = tilesIn({ left: 1980, top: 600, width: 100, height: 10 }, 3);
    expect(tiles).toEqual([
      { z: 2, x: 3, y: 1, turn: 0 },
      { z: 2, x: 0, y: 1, turn: 1 },
    ]);
    expect(tilesIn({ left: -10, top: 600, width: 5, height: 10 }, 3)).toEqual([
      { z: 2, x: 3, y: 1, turn: -1 },
    ]);
  });

  it('asks for nothing beyond the poles', () => {
    expect(tilesIn({ left: 0, top: -400, width: 100, height: 300 }, 3)).toEqual([]);
  });
});

describe('tileUrl', () => {
  const template = 'ogc/collections/a/tiles/WebMercatorQuad/{z}/{y}/{x}?f=mvt';

  it('fills in the template, row before column', () => {
    const tile = { z: 4, x: 15, y: 3, turn: 0 };
    expect(tileUrl(template, tile, '')).toMatch(/\/4\/3\/15\?f=mvt$/);
    expect(tileUrl(template, tile, 'datetime=2024')).toMatch(/\?f=mvt&datetime=2024$/);
  });
});
