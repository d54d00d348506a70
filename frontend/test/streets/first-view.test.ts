import { describe, expect, it } from 'vitest';
import { firstViewOf, placeIn } from '../../src/streets/first-view';
import type { TileAt } from '../../src/tiles/tiles';

const at = (x: number, y: number, turn = 0): TileAt => ({ z: 4, x, y, turn });

describe('the first view of a page', () => {
  it('has the columns and rows of its tiles, and the place of each', () => {
    const tiles = [at(5, 3), at(4, 3), at(5, 2), at(4, 2), at(6, 2)];
    const view = firstViewOf(tiles, false);
    expect(view).toEqual({ left: 4, top: 2, columns: 3, rows: 2, ground: false });
    expect(view && tiles.map((tile) => placeIn(view, tile))).toEqual([
      '3x2-1-1',
      '3x2-0-1',
      '3x2-1-0',
      '3x2-0-0',
      '3x2-2-0',
    ]);
  });

  it('says where the ground is seen beside the streets', () => {
    const view = firstViewOf([at(5, 3)], true);
    expect(view && placeIn(view, at(5, 3))).toBe('1x1-0-0-ground');
  });

  it('counts columns on across the antimeridian', () => {
    const tiles = [at(15, 3), at(0, 3, 1)];
    const view = firstViewOf(tiles, false);
    expect(view && tiles.map((tile) => placeIn(view, tile))).toEqual(['2x1-0-0', '2x1-1-0']);
  });

  it('has places for tiles beside it, and is not larger than the server knows', () => {
    const row = Array.from({ length: 10 }, (_, x) => at(x, 3));
    const view = firstViewOf(row, false);
    expect(view).toMatchObject({ left: 2, columns: 6, rows: 1 });
    expect(view && [at(0, 1), at(3, 3), at(9, 9)].map((tile) => placeIn(view, tile))).toEqual([
      '6x1--2--2',
      '6x1-1-0',
      '6x1-7-6',
    ]);
  });

  it('is none without tiles', () => {
    expect(firstViewOf([], false)).toBeNull();
  });
});
