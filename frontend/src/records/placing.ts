import { pixelsOf, project, unproject } from '../geo/mercator';
import type { Box } from '../map/label-placement';
import type { TileContent, TileShape } from './decode';
import type { Spot } from './merge';
import type { PixelBox, TileAt } from '../tiles/tiles';

/** How many levels up a loaded tile may be to stand in for one that is still missing. */
const STAND_IN = 4;
/** Shapes smaller than this, in pixels, are drawn as symbols and may be merged into marks. */
const SMALLEST_PX = 28;
/** The tolerance for positions on the antimeridian, as a fraction of the world. */
const ON_EDGE = 1e-7;

/** The part of a shape in one tile, or a whole circle. */
export interface PlacedShape {
  readonly shape: TileShape;
  readonly fill: Path2D;
  /** The edge without its parts along the antimeridian, where the shape is cut but does not end. */
  readonly edge: Path2D;
  /**
   * The tile's outline. Shapes reach a little beyond it, so that their strokes meet in the next
   * tile. Null for a circle.
   */
  readonly clip: Path2D | null;
  /** The box around this part, in pixels. */
  readonly box: Box;
  /** The middle of a circle, which is marked; null for other shapes. */
  readonly middle: { readonly x: number; readonly y: number } | null;
}

/** Places the content of tiles in a box of the map's pixels. */
export function placed(
  tiles: readonly TileAt[],
  get: (tile: TileAt) => TileContent | null,
  view: PixelBox & { readonly zoom: number },
): { spots: Spot[]; shapes: PlacedShape[] } {
  const worlds = 256 * 2 ** view.zoom;
  const spots: Spot[] = [];
  const parts = new Map<string, PlacedShape[]>();
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
      const circle = circleOf(shape, tile, view);
      // A shape cut at the antimeridian appears on two turns of the world.
      const key = circle?.key ?? `${shape.record.id} ${tile.turn}`;
      const known = parts.get(key);
      if (!known) parts.set(key, [circle ?? pathOf(shape, worlds, left, view.top, clip)]);
      else if (!circle) known.push(pathOf(shape, worlds, left, view.top, clip));
    }
  }
  const shapes: PlacedShape[] = [];
  for (const pieces of parts.values()) {
    const spot = small(pieces, view);
    if (spot) spots.push(spot);
    else shapes.push(...pieces);
  }
  return { spots, shapes };
}

/** The symbol for a shape that is too small to draw; null if it is large enough. */
function small(
  pieces: readonly PlacedShape[],
  view: PixelBox & { readonly zoom: number },
): Spot | null {
  const left = Math.min(...pieces.map(({ box }) => box.left));
  const right = Math.max(...pieces.map(({ box }) => box.right));
  const top = Math.min(...pieces.map(({ box }) => box.top));
  const bottom = Math.max(...pieces.map(({ box }) => box.bottom));
  const record = pieces[0]?.shape.record;
  if (!record || Math.max(right - left, bottom - top) >= SMALLEST_PX) return null;
  const at = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const scale = 2 ** view.zoom;
  const { lon, lat } = unproject({ x: (at.x + view.left) / scale, y: (at.y + view.top) / scale });
  return { ...at, records: 1, record, bbox: [lon, lat, lon, lat] };
}

/** The content of the nearest loaded tile above, limited to the same area. */
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

/** A radius with a known centre as a whole circle, drawn once for all tiles. */
function circleOf(
  shape: TileShape,
  tile: TileAt,
  view: PixelBox & { readonly zoom: number },
): (PlacedShape & { readonly key: string }) | null {
  const { id, center, location, uncertainty } = shape.record;
  if (location !== 'radius' || !center || uncertainty <= 0) return null;
  const [lon, lat] = center;
  // Choose the tile's turn of the world, because the centre may be beyond the antimeridian.
  const middleOfTile = ((tile.x + 0.5) / 2 ** tile.z + tile.turn) * 360 - 180;
  const near = lon + Math.round((middleOfTile - lon) / 360) * 360;
  const scale = 2 ** view.zoom;
  const at = project(near, lat);
  const x = at.x * scale - view.left;
  const y = at.y * scale - view.top;
  const radius = pixelsOf(uncertainty, lat, view.zoom);
  const path = new Path2D();
  path.arc(x, y, radius, 0, 2 * Math.PI);
  path.closePath();
  const key = `${id} ${Math.round(near)}`;
  return {
    key,
    shape,
    fill: path,
    edge: path,
    clip: null,
    box: { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius },
    middle: { x, y },
  };
}

function pathOf(
  shape: TileShape,
  worlds: number,
  left: number,
  top: number,
  clip: Path2D,
): PlacedShape {
  const fill = new Path2D();
  const edge = new Path2D();
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of shape.lines) {
    const ring = shape.closed && line[0] ? [...line, line[0]] : line;
    let before: number | null = null;
    for (const [worldX, worldY] of ring) {
      const x = worldX * worlds + left;
      const y = worldY * worlds - top;
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
      if (before === null) fill.moveTo(x, y);
      else fill.lineTo(x, y);
      if (before === null || (onEdge(before) && onEdge(worldX))) edge.moveTo(x, y);
      else edge.lineTo(x, y);
      before = worldX;
    }
    if (shape.closed) fill.closePath();
  }
  const box = { left: west, top: north, right: east, bottom: south };
  return { shape, fill, edge, clip, box, middle: null };
}

function onEdge(x: number): boolean {
  return Math.abs(x - Math.round(x)) < ON_EDGE;
}
