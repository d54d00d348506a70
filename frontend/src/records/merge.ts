import type { Bbox } from '../model';
import { radiusOf } from './count';
import type { TileRecord } from './decode';

/** A mark at a pixel of the map. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly records: number;
  /** The record; null for several. */
  readonly record: TileRecord | null;
  /** The box around all records; longitudes may exceed 180. */
  readonly bbox: Bbox;
}

/** Half the size of a single record's symbol, for finding overlaps. */
const ALONE_PX = 5;
/** How close two marks may be, as a share of the sum of their radii, before they are merged. */
const OVERLAP = 0.85;

interface Growing {
  x: number;
  y: number;
  records: number;
  record: TileRecord | null;
  bbox: Bbox;
  radius: number;
}

/**
 * Merges marks that would overlap, the larger absorbing the smaller, so that every number can be
 * read; no record is lost. A grid keeps this linear in the number of marks.
 */
export function merged(spots: readonly Spot[]): Spot[] {
  const cell = 64;
  const grid = new Map<string, Growing[]>();
  const kept: Growing[] = [];
  const order = [...spots].sort((a, b) => b.records - a.records || a.y - b.y || a.x - b.x);
  for (const spot of order) {
    const radius = reachOf(spot);
    const column = Math.floor(spot.x / cell);
    const row = Math.floor(spot.y / cell);
    const near = nearest(grid, column, row, spot, radius);
    if (near) {
      take(near, spot);
      continue;
    }
    const own: Growing = { ...spot, radius };
    kept.push(own);
    const key = `${column},${row}`;
    const here = grid.get(key);
    if (here) here.push(own);
    else grid.set(key, [own]);
  }
  return kept;
}

function reachOf({ records }: Spot): number {
  return records > 1 ? radiusOf(records) : ALONE_PX;
}

function nearest(
  grid: ReadonlyMap<string, readonly Growing[]>,
  column: number,
  row: number,
  spot: Spot,
  radius: number,
): Growing | null {
  let best: Growing | null = null;
  let least = Infinity;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const other of grid.get(`${column + dx},${row + dy}`) ?? []) {
        const distance = Math.hypot(other.x - spot.x, other.y - spot.y);
        if (distance < (other.radius + radius) * OVERLAP && distance < least) {
          best = other;
          least = distance;
        }
      }
    }
  }
  return best;
}

/**
 * Adds a mark to a larger one, which keeps its position, so that marks do not wander as the map
 * moves.
 */
function take(into: Growing, spot: Spot): void {
  into.records += spot.records;
  into.record = null;
  into.radius = radiusOf(into.records);
  into.bbox = [
    Math.min(into.bbox[0], spot.bbox[0]),
    Math.min(into.bbox[1], spot.bbox[1]),
    Math.max(into.bbox[2], spot.bbox[2]),
    Math.max(into.bbox[3], spot.bbox[3]),
  ];
}
