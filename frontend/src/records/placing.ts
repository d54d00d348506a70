import type { TileContent, TileShape } from './decode';
import type { Spot } from './merge';
import type { PixelBox, TileAt } from './tiles';

/** So many levels up, a tile that is here stands in for one that is still to come. */
const STAND_IN = 4;

/** A shape as far as it lies in one tile. */
export interface PlacedShape {
  readonly shape: TileShape;
  readonly path: Path2D;
  /** The tile: a shape reaches a little beyond it, so that its strokes meet those of the next one. */
  readonly clip: Path2D;
}

/** Puts the content of tiles where it lies in a box of the map's pixels. */
export function placed(
  tiles: readonly TileAt[],
  get: (tile: TileAt) => TileContent | null,
  view: PixelBox & { readonly zoom: number },
): { spots: Spot[]; shapes: PlacedShape[] } {
  const worlds = 256 * 2 ** view.zoom;
  const spots: Spot[] = [];
  const shapes: PlacedShape[] = [];
  for (const tile of tiles) {
    const content = get(tile) ?? standIn(get, tile);
    if (!content) continue;
    const left = tile.turn * worlds - view.left;
    for (const mark of content.marks) {
      const [west, south, east, north] = mark.bbox;
      const by = tile.turn * 360;
      spots.push({
        ...mark,
        x: mark.x * worlds + left,
        y: mark.y * worlds - view.top,
        bbox: [west + by, south, east + by, north],
      });
    }
    if (content.shapes.length === 0) continue;
    const clip = new Path2D();
    const side = worlds / 2 ** tile.z;
    clip.rect(tile.x * side + left, tile.y * side - view.top, side, side);
    for (const shape of content.shapes) {
      shapes.push({ shape, path: pathOf(shape, worlds, left, view.top), clip });
    }
  }
  return { spots, shapes };
}

/** What the nearest tile above shows of the same stretch. */
function standIn(get: (tile: TileAt) => TileContent | null, tile: TileAt): TileContent | null {
  for (let up = 1; up <= STAND_IN && tile.z >= up; up++) {
    const above = { z: tile.z - up, x: tile.x >> up, y: tile.y >> up, turn: tile.turn };
    const content = get(above);
    if (!content) continue;
    const count = 2 ** tile.z;
    const within = ({ x, y }: { x: number; y: number }): boolean =>
      Math.floor(x * count) === tile.x && Math.floor(y * count) === tile.y;
    return { marks: content.marks.filter(within), shapes: content.shapes };
  }
  return null;
}

function pathOf(shape: TileShape, worlds: number, left: number, top: number): Path2D {
  const path = new Path2D();
  for (const line of shape.lines) {
    line.forEach(([x, y], index) => {
      if (index === 0) path.moveTo(x * worlds + left, y * worlds - top);
      else path.lineTo(x * worlds + left, y * worlds - top);
    });
    if (shape.closed) path.closePath();
  }
  return path;
}
