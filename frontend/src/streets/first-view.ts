import type { TileAt } from '../tiles/tiles';

/** A view that is larger is said to have no more columns or rows. */
const LARGEST = 6;

/** The tiles that a page shows first: the server limits the bytes of all of them (FirstView.java). */
export interface FirstView {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /** Whether the ground is seen beside the streets, so that it is fetched too. */
  readonly ground: boolean;
}

/** The view that has these tiles of one zoom; null for none. */
export function firstViewOf(tiles: readonly TileAt[], ground: boolean): FirstView | null {
  if (tiles.length === 0) return null;
  const [left, columns] = reach(tiles.map(columnOf));
  const [top, rows] = reach(tiles.map(({ y }) => y));
  return { left, top, columns, rows, ground };
}

/** The place of a tile in a view or beside it, as in addresses. */
export function placeIn(view: FirstView, tile: TileAt): string {
  const { left, top, columns, rows, ground } = view;
  const column = columnOf(tile) - left;
  const row = tile.y - top;
  return `${columns}x${rows}-${column}-${row}${ground ? '-ground' : ''}`;
}

/** The column of a tile, counted on from one turn of the world to the next. */
function columnOf({ z, x, turn }: TileAt): number {
  return x + turn * 2 ** z;
}

/** The first of some numbers and how many there are up to the last; of too many, those in the middle. */
function reach(numbers: readonly number[]): [number, number] {
  const first = Math.min(...numbers);
  const count = Math.max(...numbers) - first + 1;
  const beyond = Math.max(0, count - LARGEST);
  return [first + Math.floor(beyond / 2), count - beyond];
}
