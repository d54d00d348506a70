import type { Geometry, Position } from 'geojson';
import type { Bbox } from '../model';
import { joinLines, joinPolygons } from './seam';

/**
 * The longitude that all others are shifted close to, so that a view across the antimeridian is in
 * one piece: the middle of such a view, or 0 for any other.
 */
export function middleOfTurn([west, , east]: Bbox): number {
  return east < west ? (west + east + 360) / 2 : 0;
}

/** A longitude shifted by whole turns to within 180 degrees of a middle. */
export function lonNear(lon: number, middle: number): number {
  return lon + turnsTo(lon, middle);
}

/** A box shifted by whole turns close to a middle; its east is greater than its west. */
export function bboxNear([west, south, east, north]: Bbox, middle: number): Bbox {
  const end = east < west ? east + 360 : east;
  const by = turnsTo((west + end) / 2, middle);
  return [west + by, south, end + by, north];
}

/**
 * A geometry shifted by whole turns close to a middle. Geometries that RFC 7946 cuts at the
 * antimeridian become one piece again, without a border along the cut; around 0, nothing changes.
 */
export function geometryNear(geometry: Geometry, middle: number): Geometry {
  if (middle === 0) return geometry;
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: partNear([geometry.coordinates], middle)[0] ?? [] };
    case 'MultiPoint':
      return {
        ...geometry,
        coordinates: geometry.coordinates.flatMap((position) => partNear([position], middle)),
      };
    case 'LineString':
      return { ...geometry, coordinates: partNear(geometry.coordinates, middle) };
    case 'MultiLineString':
      return joinLines(geometry.coordinates.map((line) => partNear(line, middle)));
    case 'Polygon':
      return { ...geometry, coordinates: ringsNear(geometry.coordinates, middle) };
    case 'MultiPolygon':
      return joinPolygons(geometry.coordinates.map((rings) => ringsNear(rings, middle)));
    case 'GeometryCollection':
      return {
        ...geometry,
        geometries: geometry.geometries.map((part) => geometryNear(part, middle)),
      };
  }
}

/** Shifts a part as a whole, because it lies on one side of the antimeridian. */
function partNear(part: readonly Position[], middle: number): Position[] {
  return moved(part, turnsTo(middleLon(part), middle));
}

/** Shifts holes together with their outer ring. */
function ringsNear(rings: readonly Position[][], middle: number): Position[][] {
  const by = turnsTo(middleLon(rings[0] ?? []), middle);
  return rings.map((ring) => moved(ring, by));
}

function moved(part: readonly Position[], by: number): Position[] {
  return part.map(([lon = 0, lat = 0]) => [lon + by, lat]);
}

function middleLon(part: readonly Position[]): number {
  let west = Infinity;
  let east = -Infinity;
  for (const [lon = 0] of part) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
  }
  return west <= east ? (west + east) / 2 : 0;
}

function turnsTo(lon: number, middle: number): number {
  return Math.round((middle - lon) / 360) * 360;
}
