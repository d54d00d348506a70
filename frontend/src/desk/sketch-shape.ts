import type { Geometry } from 'geojson';
import type { LocationClass } from '../model';

/** Longitude and latitude in degrees. */
export type Point = readonly [number, number];

/** What can be drawn for a place that no list has. */
export type SketchKind = 'pin' | 'line' | 'area';

/** How many points a shape needs at least. */
export const LEAST: Readonly<Record<SketchKind, number>> = { pin: 1, line: 2, area: 3 };

/** The location classes that a shape can have, the usual one first. */
export const CLASSES: Readonly<Record<SketchKind, readonly LocationClass[]>> = {
  pin: ['point', 'radius'],
  line: ['line', 'between'],
  area: ['area'],
};

/** The geometry of some points; null as long as there are too few. */
export function geometryOf(kind: SketchKind, points: readonly Point[]): Geometry | null {
  if (points.length < LEAST[kind]) return null;
  const [first] = points;
  const coordinates = points.map(([lon, lat]) => [lon, lat]);
  if (kind === 'line') return { type: 'LineString', coordinates };
  if (!first) return null;
  if (kind === 'pin') return { type: 'Point', coordinates: [...first] };
  // A ring ends where it begins and runs anticlockwise, as RFC 7946 asks.
  if (areaTwice(points) < 0) coordinates.reverse();
  return { type: 'Polygon', coordinates: [[...coordinates, coordinates[0] ?? []]] };
}

/** Adds a point; a pin has only one, so the last counts. */
export function withPoint(kind: SketchKind, points: readonly Point[], point: Point): Point[] {
  return kind === 'pin' ? [point] : [...points, point];
}

/** Twice the area that points enclose; negative if they run clockwise. */
function areaTwice(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
